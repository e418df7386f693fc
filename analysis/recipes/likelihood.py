"""The recipe of the page Likelihood."""

from collections.abc import Sequence

from analysis.recipes import Recipe, command, fill


def likelihood_recipe(words: Sequence[str], smoothing: float, row: str, following: str, factor: float) -> Recipe:
    """The words letter by letter, their sum, and their rank in the list; the list's nll, two ways; one count scaled."""
    return Recipe(
        fill("likelihood", typed=list(words), smoothing=smoothing, row=row, following=following, factor=factor),
        (
            command("score", *words, smoothing=smoothing, together=True),
            command("nudge", row=row, next=following, nudge=factor),
        ),
    )
