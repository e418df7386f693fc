"""The cost of a division: once beforehand or at each drawn letter, in a new table or in place."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import torch

from analysis.counts.normalization import normalize, normalize_

LETTERS = 1000


def rows_beforehand(table: torch.Tensor, letters: Iterable[int]) -> list[torch.Tensor]:
    """The probabilities (V,) after each of the letters: the table (V, V) is divided once, then rows are looked up."""
    probs = normalize(table)
    return [probs[i] for i in letters]


def rows_each_time(table: torch.Tensor, letters: Iterable[int]) -> list[torch.Tensor]:
    """The same with a division at each letter, as first in the lecture: `p = N[ix].float(); p = p / p.sum()`.

    >>> table = torch.tensor([[3, 1], [0, 2]])
    >>> [row.tolist() for row in rows_each_time(table, [1, 0, 0])]
    [[0.0, 1.0], [0.75, 0.25], [0.75, 0.25]]
    """
    rows = []
    for i in letters:
        row = table[i].double()
        rows.append(row / row.sum())
    return rows


@dataclass(frozen=True)
class RowTimes:
    """Milliseconds to make the rows for `letters` letters, the best of some runs; without drawing the letters."""

    letters: int
    each_ms: float
    once_ms: float

    @property
    def ratio(self) -> float:
        """How many times as fast one division beforehand is."""
        return self.each_ms / self.once_ms


def time_rows(table: torch.Tensor, letters: int = LETTERS, repeats: int = 3) -> RowTimes:
    """Measure both ways on this machine with a table (V, V). It takes about 10 ms for a thousand letters."""
    asked = [i % len(table) for i in range(letters)]

    def best(rows: Callable[[torch.Tensor, Iterable[int]], object]) -> float:
        times = []
        for _ in range(repeats):
            started = time.perf_counter()
            rows(table, asked)
            times.append(1000 * (time.perf_counter() - started))
        return min(times)

    return RowTimes(letters, best(rows_each_time), best(rows_beforehand))


@dataclass(frozen=True)
class Storage:
    """A line of torch; whether the table stays in the same memory; the first sum under an old name Q = P."""

    code: str
    same: bool
    old_first_sum: float

    @property
    def where(self) -> str:
        """ "the same storage" or "a new one"."""
        return "the same storage" if self.same else "a new one"


def storages(table: torch.Tensor) -> list[Storage]:
    """Two ways to write the right division of a table (V, V), and which of them makes a new table.

    `old_first_sum` is the sum of the first row under the old name: unchanged, or 1 if that table changed too.
    The given table is not changed.

    >>> [(storage.where, storage.old_first_sum) for storage in storages(torch.tensor([[3, 1], [0, 2]]))]
    [('a new one', 4.0), ('the same storage', 1.0)]
    """
    found = []
    for code, divide in (
        ("P = P / P.sum(1, keepdim=True)", normalize),
        ("P /= P.sum(1, keepdim=True)", normalize_),
    ):
        old = table.double().clone()
        new = divide(old)
        found.append(Storage(code, new.data_ptr() == old.data_ptr(), float(old[0].sum())))
    return found
