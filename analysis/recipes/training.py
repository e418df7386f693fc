"""The recipe of the page Training."""

from typing import Any

from analysis.recipes import Recipe, command, fill
from analysis.settings import SEEDED


def training_recipe(
    epochs: int, learning_rate: float, lam: float, seed: int, init: str = "randn", only: str | None = None, n: int = 5
) -> Recipe:
    """The net, trained on the counts by autograd from first weights `init`: losses, what is left, and n names.

    `only` is the word it is trained on alone, None for all. Names are the lecture's stream's, with its seed.
    """
    net: dict[str, Any] = {"epochs": epochs, "learning_rate": learning_rate, "lam": lam, "init": init, "only": only}
    of_weights = seed if init in SEEDED else None
    return Recipe(
        fill("training", **net, seed=seed, n=n),
        (command("train", **net, seed=of_weights), command("sample", model="neural", **net, init_seed=of_weights, n=n)),
    )
