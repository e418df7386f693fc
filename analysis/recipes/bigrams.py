"""The torch lines of the page Bigram table."""

from __future__ import annotations

import shlex

from analysis.counts.bigrams import START
from analysis.recipes import COUNT, Recipe
from analysis.words.vocabulary import BOUNDARY

TWO_MARKS = """
# The lecture's first table: start and end as two characters, so one row and one column stay empty.
one, letters, N, itos = N, len(itos) - 1, torch.zeros(len(itos) + 1, len(itos) + 1), itos[1:] + ["<S>", "<E>"]
N[:letters, :letters], N[letters, :letters], N[:letters, letters + 1] = one[1:, 1:], one[0, 1:], one[1:, 0]
stoi = {letter: i for i, letter in enumerate(itos)}

"""


def bigrams_recipe(row: str, *, two_marks: bool = False, first: int | None = None) -> Recipe:
    """The count table, with one mark or two, and one row of it as probabilities; row "." is the start.

    `first`: of so many names, None for all.
    """
    shown = START if two_marks and row == BOUNDARY else row
    code = (
        COUNT
        + ("" if first is None else f"N = count(words[:{first}])  # the first names\n")
        + (TWO_MARKS if two_marks else "")
        + f"""\
print("bigrams", int(N.sum()))
row = N[stoi[{shown!r}]].double()
print("counts", row.int().tolist())
print("probs", (row / row.sum()).tolist() if row.sum() else "none: nothing is counted in this row")
"""
    )
    options = (" --two-marks" if two_marks else "") + ("" if first is None else f" --first {first}")
    return Recipe(code, (f"python -m analysis bigrams{options} --row {shlex.quote(shown)}",))
