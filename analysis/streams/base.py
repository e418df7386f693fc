"""What every random stream has in common: draw an index from a row of probabilities, and show what decided it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import numpy as np
import torch


def check_row(row: torch.Tensor) -> None:
    """Refuse a row (V,) that nothing can be drawn from: ValueError for no mass, or an entry < 0, nan or inf."""
    wrong = row[~(row >= 0)]
    if len(wrong) or not 0 < float(row.sum()) < float("inf"):
        got = f"{float(wrong[0]):g}" if len(wrong) else f"a sum of {float(row.sum()):g}"
        raise ValueError(f"a row to draw from needs finite probabilities >= 0 with a sum above 0, got {got}")


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
    at_once = True
    """Whether its way to draw many in one call is known: that of every CPU build, not of a GPU."""
    used: np.ndarray | None = None

    def prepare(self, row: torch.Tensor) -> Any:
        """A row of V probabilities, summing to anything above 0, made ready for `draw`.

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

    def draw_many(self, prepared: Any, count: int) -> np.ndarray:
        """The next `count` indices from one prepared row, (count,), the same as so many calls of `draw`."""
        return np.array([self.draw(prepared) for _ in range(count)], dtype=np.int64)
