"""The contexts of one length that occur, and what follows each. How they are counted is in the package itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np


@dataclass(frozen=True, eq=False)
class Order:
    """The contexts of one length that occur, and what follows them.

    `keys` (M,), sorted: a context, written as (first letter) * (contexts one letter shorter) + (place of the others
    among those). The place of a context is its index in `keys`. `cells` (C,), sorted: a context with the letter after
    it, written as place * V + letter; `counts` (C,), int64: how often it occurs. `shorter`: how many contexts there are
    one letter shorter.
    """

    size: int
    shorter: int
    keys: np.ndarray
    cells: np.ndarray
    counts: np.ndarray

    @cached_property
    def owners(self) -> np.ndarray:
        """The place of the context of each cell: (C,)."""
        return (self.cells // self.size).astype(np.int32)

    @cached_property
    def starts(self) -> np.ndarray:
        """The first cell of each context, and the number of cells: (M + 1,)."""
        return np.searchsorted(self.owners, np.arange(len(self.keys) + 1))

    def sums(self, values: np.ndarray) -> np.ndarray:
        """The sum of values (C,) over the cells of each context: (M,)."""
        return np.add.reduceat(values, self.starts[:-1])

    @cached_property
    def totals(self) -> np.ndarray:
        """How often each context occurs: (M,)."""
        return self.sums(self.counts)

    def of_examples(self, places: np.ndarray, cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """How often examples occur, and how often their contexts do: (N,) each, 0 for those that are unseen (-1)."""
        return np.where(cells >= 0, self.counts[cells], 0), np.where(places >= 0, self.totals[places], 0)

    def rows(self, places: np.ndarray, values: np.ndarray) -> np.ndarray:
        """values (C,) of the cells as rows: places (N,) of contexts -> (N, V); zeros where a place is -1, unseen."""
        row = np.flatnonzero(places >= 0)
        first = self.starts[places[row]]
        lengths = self.starts[places[row] + 1] - first
        before = np.cumsum(lengths) - lengths
        cells = np.arange(int(lengths.sum())) + np.repeat(first - before, lengths)
        rows = np.zeros((len(places), self.size), values.dtype)
        rows[np.repeat(row, lengths), self.cells[cells] % self.size] = values[cells]
        return rows
