"""Count what follows each context of 0, 1, 2 ... letters that occurs.

There is no full table: only what is seen takes memory.
`examples` has words as examples, `orders` the counts of one length, `sizes` how few of the possible cells are seen.
What a model makes of the counts is in models.ngrams.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from analysis.counts.contexts.examples import ContextIds, context_ids, example_weights
from analysis.counts.contexts.orders import Order
from analysis.words.vocabulary import Vocabulary


class Found(NamedTuple):
    """Where examples stand in the counts, by letters of context: (k + 1, N) each; -1 where it was never seen.

    `places`: the place of the context. `cells`: the cell of the context with its target.
    """

    places: np.ndarray
    cells: np.ndarray


@dataclass(frozen=True, eq=False)
class ContextCounts:
    """How often each character follows each context of 0 ... k letters; `orders[j]` has those of j letters.

    `counted` (N,): the cell of the longest order in which each example was counted.
    """

    size: int
    orders: tuple[Order, ...]
    counted: np.ndarray

    @property
    def k(self) -> int:
        """The most letters of context that are counted."""
        return len(self.orders) - 1

    def up_to(self, letters: int) -> tuple[Order, ...]:
        """The orders of 0 ... `letters` letters. Raises ValueError for more letters than were counted."""
        if not 0 <= letters <= self.k:
            raise ValueError(f"a context must have 0 to {self.k} letters, got {letters}")
        return self.orders[: letters + 1]

    def find_contexts(self, contexts: np.ndarray, k: int) -> np.ndarray:
        """The place of the last 0 ... k letters of each context: ids (N, at least k) -> (k + 1, N), -1 if unseen."""
        places = np.zeros((k + 1, len(contexts)), np.int64)
        for letters in range(1, k + 1):
            order, before = self.orders[letters], places[letters - 1]
            found = _find(order.keys, contexts[:, -letters] * order.shorter + before)
            places[letters] = np.where(before >= 0, found, -1)
        return places

    def find(self, examples: ContextIds, k: int) -> Found:
        """Where examples stand in the counts of 0 ... k letters: contexts (N, at least k), targets (N,)."""
        places = self.find_contexts(examples.contexts, k)
        keys = places * self.size + examples.targets  # (k + 1, N)
        cells = [_find(order.cells, key) for order, key in zip(self.orders, keys, strict=False)]
        return Found(places, np.where(places >= 0, np.stack(cells), -1))

    @cached_property
    def parents(self) -> tuple[np.ndarray, ...]:
        """For 1 ... k letters of context: the cell of one letter less of each cell, (C,)."""
        found = []
        for shorter, order in itertools.pairwise(self.orders):
            places = order.keys[order.owners] % order.shorter
            cells = np.searchsorted(shorter.cells, places * self.size + order.cells % self.size)
            found.append(cells.astype(np.int32))
        return tuple(found)

    @cached_property
    def continuations(self) -> tuple[np.ndarray, ...]:
        """For 0 ... k - 1 letters of context: how many different characters come before each cell, (C,).

        The start of a word counts as one character, however many boundaries stand before it.
        """
        return tuple(np.bincount(parent) for parent in self.parents)

    def find_counted(self) -> Found:
        """Where the counted examples themselves stand: as `find`, but without a search."""
        cells = [self.counted]
        for parent in reversed(self.parents):
            cells.append(parent[cells[-1]])
        cells.reverse()
        return Found(
            np.stack([order.owners[cell] for order, cell in zip(self.orders, cells, strict=True)]), np.stack(cells)
        )


def count_contexts(examples: ContextIds, size: int, weights: np.ndarray | None = None) -> ContextCounts:
    """The counts of all contexts of 0 ... k letters: examples (N, k) and (N,), over `size` = V characters.

    `weights` (N,), int64, say how often each example occurs, without them once. Raises ValueError for no examples.

    >>> from analysis.counts.contexts.examples import context_ids
    >>> from analysis.words.vocabulary import Vocabulary
    >>> counts = count_contexts(context_ids(["ab", "b"], Vocabulary((".", "a", "b")), 1), 3)
    >>> counts.orders[1].rows(np.arange(3), counts.orders[1].counts).tolist()
    [[0, 1, 1], [0, 0, 1], [2, 0, 0]]
    """
    contexts, targets = examples
    if not len(targets):
        raise ValueError("contexts are counted in at least one word, got none")
    places, shorter = np.zeros(len(targets), np.int64), 1
    orders, cell = [], places
    for letters in range(contexts.shape[1] + 1):
        keys = np.zeros(1, np.int64)
        if letters:
            keys, places = np.unique(contexts[:, -letters] * shorter + places, return_inverse=True)
        cells, cell = np.unique(places * size + targets, return_inverse=True)
        counts = np.zeros(len(cells), np.int64)
        np.add.at(counts, cell, 1 if weights is None else weights)
        orders.append(Order(size, shorter, keys, cells, counts))
        shorter = len(keys)
    return ContextCounts(size, tuple(orders), cell.astype(np.int32))


def count_words(words: Sequence[str], vocab: Vocabulary, k: int, weights: Sequence[int] | None = None) -> ContextCounts:
    """`count_contexts` of words; `weights` say how often each word occurs. Raises ValueError as `context_ids` does."""
    return count_contexts(context_ids(words, vocab, k), len(vocab), example_weights(words, weights))


def _find(sorted_keys: np.ndarray, keys: np.ndarray) -> np.ndarray:
    """The index of each key among sorted ones, or -1."""
    found = np.minimum(np.searchsorted(sorted_keys, keys), len(sorted_keys) - 1)
    return np.where(sorted_keys[found] == keys, found, -1)
