"""The recipe of the page Bigram table."""

from analysis.counts.bigrams import START
from analysis.recipes import Recipe, command, fill
from analysis.words.vocabulary import BOUNDARY


def bigrams_recipe(row: str, *, two_marks: bool = False, first: int | None = None) -> Recipe:
    """The count table, with one mark or two, and one row of it as probabilities; row "." is the start.

    `first`: of so many names, None for all.
    """
    marked = START if two_marks and row == BOUNDARY else row
    return Recipe(
        fill("bigrams", row=row, two_marks=two_marks, first=first),
        (command("bigrams", two_marks=two_marks, first=first, row=marked),),
    )
