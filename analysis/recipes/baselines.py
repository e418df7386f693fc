"""The recipe of the page Baselines."""

from analysis.recipes import Recipe, command, fill


def baselines_recipe(smoothing: float, seed: int, n: int) -> Recipe:
    """How well the three models predict, how long their words are, their names, and longer contexts."""
    return Recipe(
        fill("baselines", smoothing=smoothing, seed=seed, n=n),
        (command("baselines", smoothing=smoothing, seed=seed, n=n), command("corpus", lengths=True)),
    )
