"""Why one does not count longer contexts: the table grows 27-fold with each letter, and stays nearly empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.counts.tables import read_summary
from analysis.words.vocabulary import BOUNDARY

MOST = 4  # letters of context that are counted


class Context(NamedTuple):
    """A table with so many `letters` of context: how many `cells` it has, and how many of them are ever `seen`.

    `share` is seen / cells; `examples` are those of the list for each cell that is seen, on average.
    """

    letters: int
    cells: int
    seen: int
    share: float
    examples: float


def count_seen(words: Sequence[str], most: int = MOST) -> list[int]:
    """How many different runs of 1 letter of context, 2, ... `most`, each with the character after it, the words hold.

    Before its first letter a word has as many boundaries as the context is long, after its last one.

    >>> count_seen(["ava", "va"])  # .a .v av va a. ; ..a ..v .av .va ava va. ; ...
    [5, 6, 7, 7]
    """
    seen = []
    for letters in range(1, most + 1):
        marked = (BOUNDARY * letters + word + BOUNDARY for word in words)
        seen.append(len({word[i : i + letters + 1] for word in marked for i in range(len(word) - letters)}))
    return seen


def load_seen(corpus: str) -> list[int]:
    """The shipped `count_seen` of a built-in list; ValueError for an unknown one, or if its file is missing."""
    return read_summary(corpus)["contexts"]


def context_sizes(seen: Sequence[int], size: int, bigrams: int) -> list[Context]:
    """The tables with 1, 2, ... letters of context over V = `size` characters, for a list of so many bigrams.

    V ** (letters + 1) cells are reckoned. A few of them could never fill, because nothing follows the end of a word:
    of the names' table with one letter of context 1 in 729, with four 1 in 10.

    >>> context_sizes([3, 4], size=2, bigrams=12)[1]
    Context(letters=2, cells=8, seen=4, share=0.5, examples=3.0)
    """
    cells = [size ** (letters + 1) for letters in range(1, len(seen) + 1)]
    return [
        Context(letters, cell, count, count / cell, bigrams / count)
        for letters, (cell, count) in enumerate(zip(cells, seen, strict=True), start=1)
    ]
