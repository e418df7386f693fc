"""How large the tables of longer contexts are: with each letter 27 times as many cells, and most stay empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.counts.contexts import ContextCounts, count_contexts
from analysis.counts.contexts.examples import context_ids
from analysis.counts.tables import read_summary
from analysis.words.vocabulary import build_vocabulary

MOST = 4  # letters of context that are counted


class Context(NamedTuple):
    """A table with `letters` letters of context: how many `cells` it has, and how many of them are ever `seen`.

    `share` is seen / cells; `examples` is the mean number of examples in each cell that is seen.
    """

    letters: int
    cells: int
    seen: int
    share: float
    examples: float


def count_seen(words: Sequence[str]) -> list[int]:
    """How many different contexts of 1, 2, 3 and 4 letters, each with the character after it, occur in the words.

    A word has as many boundaries before it as the context has letters, and one boundary after it.

    >>> count_seen(["ava", "va"])  # .a .v av va a. ; ..a ..v .av .va ava va. ; ...
    [5, 6, 7, 7]
    """
    vocab = build_vocabulary(words, "\n")  # a boundary that no word has
    counts = count_contexts(context_ids(words, vocab, MOST), len(vocab))
    return [len(order.cells) for order in counts.orders[1:]]


def load_seen(corpus: str) -> list[int]:
    """The shipped `count_seen` of a list; ValueError if it does not ship, or if its file is missing."""
    return read_summary(corpus)["contexts"]


def context_sizes(seen: Sequence[int], size: int, bigrams: int, first: int = 1) -> list[Context]:
    """The tables with 1, 2, ... letters of context over V = `size` characters, for a list with `bigrams` bigrams.

    `seen` has how many cells occur, from `first` letters of context on.

    A table has V ** (letters + 1) cells. Some of them always stay empty, because nothing follows the end of a word: for
    the names, 1 in 729 with one letter of context, 1 in 10 with four.

    >>> context_sizes([3, 4], size=2, bigrams=12)[1]
    Context(letters=2, cells=8, seen=4, share=0.5, examples=3.0)
    """
    cells = [size ** (letters + 1) for letters in range(first, first + len(seen))]
    return [
        Context(letters, cell, count, count / cell, bigrams / count)
        for letters, (cell, count) in enumerate(zip(cells, seen, strict=True), start=first)
    ]


def sizes_of_counts(counts: ContextCounts) -> list[Context]:
    """The tables with 0 ... k letters of context of some counts."""
    seen = [len(order.cells) for order in counts.orders]
    return context_sizes(seen, counts.size, int(counts.orders[0].counts.sum()), first=0)
