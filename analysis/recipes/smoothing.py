"""The recipe of the pages Start and Smoothing."""

from analysis.recipes import Recipe, command, fill
from analysis.samples.names import OWN_ROW


def smoothing_recipe(smoothing: float, row: str, seed: int, n: int, shown: int) -> Recipe:
    """The smoothed model: nll, perplexity, a row, its entropy, names both ways (`shown` and `n` of them), dev nll."""
    return Recipe(
        fill("smoothing", smoothing=smoothing, row=row, seed=seed, n=n, shown=shown, own_row=OWN_ROW),
        (
            command("smooth", smoothing=smoothing, dev=True),
            command("bigrams", row=row, smoothing=smoothing),
            command("sample", n=shown, smoothing=smoothing, seed=seed, own_rows=True),
            command("sample", n=n, smoothing=smoothing, seed=seed, stream="lecture"),
        ),
    )
