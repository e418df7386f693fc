"""What every random stream has in common: it draws an index from a row of probabilities, in each way that torch has.

What decided a draw is in `decisions`, the streams themselves in `lecture`, `races` and `installed`.
"""

from __future__ import annotations

import copy
from abc import ABC, abstractmethod
from typing import Any, Self

import numpy as np
import torch

from analysis.streams.decisions import Decision


class Stream(ABC):
    """A seeded way to draw an index from a row of probabilities.

    `prepare` turns a row into what `draw` reads, once; `draw` takes the next random
    numbers and keeps them in `used`: (1,) or (V,), None where they cannot be seen.
    Probabilities are rounded to float32 first, as published runs had them.
    """

    name: str
    where: str
    """Which machine draws this way, and since when."""
    how: str
    """How it turns random numbers into a letter, for a newcomer."""
    kind: str
    """The kind of its decisions."""
    reading: str
    """How a picture of a draw is read."""
    at_once = True
    """Whether its way to draw many letters in one call is known: on every CPU, not on a GPU."""
    same_at_once = False
    """Whether one call for many letters draws the same ones as a call for each letter."""
    stand_in: str | None = None
    """The stream that replaces it for draws without replacement; None where its own way is known."""
    used: np.ndarray | None = None

    @classmethod
    def here(cls) -> str:
        """A sentence about this machine; empty for a stream that is the same on any machine."""
        return ""

    def prepare(self, row: torch.Tensor) -> Any:
        """A row (V,) of probabilities, whose sum may be anything above 0, made ready for `draw`.

        Raises ValueError as `check_row` does.
        """
        row = row.float()
        check_row(row)
        return self._prepare(row)

    @abstractmethod
    def _prepare(self, row: torch.Tensor) -> Any: ...

    @abstractmethod
    def draw(self, prepared: Any) -> int:
        """The next index, 0 ... V - 1, from a prepared row."""

    @abstractmethod
    def explain(self, prepared: Any, index: int, used: Any) -> Decision:
        """What decided that `index` came from a prepared row; `used` are the random numbers of that draw."""

    def fork(self) -> Self:
        """A second stream that continues from the same place, and draws what this one will; each moves by itself."""
        return copy.deepcopy(self)

    def draw_many(self, prepared: Any, count: int) -> np.ndarray:
        """The next `count` indices from one prepared row, (count,), the same as so many calls of `draw`."""
        return np.array([self.draw(prepared) for _ in range(count)], dtype=np.int64)

    @abstractmethod
    def draw_at_once(self, prepared: Any, count: int) -> np.ndarray:
        """`count` indices from one prepared row by one call with num_samples=count: (count,).

        Raises ValueError where that way is not rebuilt.
        """

    @abstractmethod
    def draw_without_replacement(self, prepared: Any, count: int) -> np.ndarray:
        """`count` different indices from one prepared row, in the order in which they come: (count,).

        Raises ValueError where that way is not rebuilt, and as `check_different` does.
        """


def check_row(row: torch.Tensor) -> None:
    """Refuse a row (V,) that nothing can be drawn from: ValueError for no mass, or an entry < 0, nan or inf."""
    total = float(row.sum())
    if len(row) and float(row.min()) >= 0 and 0 < total < float("inf"):  # nan is the least of all
        return
    wrong = row[~(row >= 0)]
    got = f"{float(wrong[0]):g}" if len(wrong) else f"a sum of {total:g}"
    raise ValueError(f"a row to draw from needs finite probabilities >= 0 with a sum above 0, got {got}")


def check_different(row: np.ndarray, count: int) -> None:
    """Refuse a count of different indices from a row (V,) in which fewer have p > 0: ValueError."""
    possible = int((row > 0).sum())
    if not 1 <= count <= possible:
        raise ValueError(f"without replacement, draws must be from 1 to {possible} (letters with p > 0), got {count}")
