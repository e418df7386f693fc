"""The recipe of the page Regularization."""

from analysis.recipes import Recipe, command, fill


def regularization_recipe(lam: float, smoothing: float, row: str) -> Recipe:
    """The best net at a lambda, the counts at a smoothing, the nearest smoothing, and the forces on W of a row."""
    return Recipe(
        fill("regularization", lam=lam, smoothing=smoothing, row=row),
        (command("train", epochs=0, init="zeros", lam=lam), command("smooth", smoothing=smoothing)),
    )
