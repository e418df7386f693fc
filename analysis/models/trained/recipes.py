"""How each net is trained, if nothing else is asked for. Commands import this as they start: no torch here."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Recipe:
    """How a net is trained: `steps` of `batch` words each.

    `learning_rate` at its highest, after `warmup` steps; `weight_decay` of AdamW, for matrices; `dropout`: see
    `nets.dropout`; `average`: how much of the average weights stays at each step.
    """

    steps: int = 4000
    batch: int = 256
    learning_rate: float = 2e-3
    warmup: int = 100
    weight_decay: float = 0.1
    dropout: float = 0.0
    average: float = 0.995

    def rate_at(self, step: int) -> float:
        """The learning rate of a step, from 0."""
        rising = min(1.0, (step + 1) / self.warmup) if self.warmup else 1.0
        return self.learning_rate * rising * (1 + math.cos(math.pi * step / self.steps)) / 2


RECIPES = {
    "mlp": Recipe(learning_rate=1e-2, weight_decay=0.01),
    "cnn": Recipe(learning_rate=4e-3, dropout=0.2),
    "rnn": Recipe(learning_rate=5e-3),
    "gru": Recipe(learning_rate=5e-3),
    "transformer": Recipe(steps=6000, learning_rate=3e-3, dropout=0.2, average=0.998),
}


def recipe_of(model: str, **changed: float | None) -> Recipe:
    """The recipe of a model, with what is not None in `changed`. Raises ValueError for an unknown model."""
    if model not in RECIPES:
        raise ValueError(f"MODEL must be one of {', '.join(RECIPES)}, got {model}")
    return replace(RECIPES[model], **{name: value for name, value in changed.items() if value is not None})  # type: ignore[arg-type]
