"""The interface of every random stream: it draws an index from a row of probabilities.

`decisions` explains draws; the streams themselves are in `lecture`, `races` and `installed`.
"""

from __future__ import annotations

import copy
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any, Self

import numpy as np
import torch

from analysis.streams.decisions import Decision


class Stream(ABC):
    """A seeded way to draw an index from a row of probabilities.

    `prepare` turns a row, once, into what `draw` needs. `draw` takes the next random
    numbers and keeps them in `used`: (1,) or (V,), or None if they cannot be seen.
    Probabilities are rounded to float32 first, as in the published runs.
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
    """True if it is known how it draws many letters in one call: on every CPU, but not on a GPU."""
    same_at_once = False
    """True if one call for many letters draws the same letters as one call for each."""
    stand_in: str | None = None
    """The stream to use instead for draws without replacement; None if its own way is known."""
    used: np.ndarray | None = None

    @classmethod
    def here(cls) -> str:
        """A sentence about this machine; empty for a stream that is the same on any machine."""
        return ""

    def prepare(self, row: torch.Tensor) -> Any:
        """A row (V,) of probabilities, prepared for `draw`. Its sum may be any number above 0.

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
        """What decided that `index` was drawn from a prepared row; `used` are the random numbers of that draw."""

    def fork(self) -> Self:
        """A second stream that continues from the same place, with the same random numbers; both are independent."""
        return copy.deepcopy(self)

    def draw_paths(self, rows: Sequence[Any], first: int, most: int) -> Iterator[list[int]]:
        """Endless paths: indices, each drawn from the prepared row of the one before; the first follows `first`.

        A path ends with a 0, or after `most` draws. The next one begins where the random numbers of this one end; do
        not use the stream for anything else meanwhile or after it, because some numbers may be taken ahead.
        """
        while True:
            path: list[int] = []
            current = first
            while len(path) < most:
                current = self.draw(rows[current])
                path.append(current)
                if current == 0:
                    break
            yield path

    def draw_many(self, prepared: Any, count: int) -> np.ndarray:
        """The next `count` indices from one prepared row, (count,): the same as `count` calls of `draw`."""
        return np.array([self.draw(prepared) for _ in range(count)], dtype=np.int64)

    @abstractmethod
    def draw_at_once(self, prepared: Any, count: int) -> np.ndarray:
        """`count` indices from one prepared row, as one call with num_samples=count draws them: (count,).

        Raises ValueError if this project cannot do what torch does there.
        """

    @abstractmethod
    def draw_without_replacement(self, prepared: Any, count: int) -> np.ndarray:
        """`count` different indices from one prepared row, in the order in which they are drawn: (count,).

        Raises ValueError if this project cannot do what torch does there, and as `check_different` does.
        """


def check_row(row: torch.Tensor) -> None:
    """Raise ValueError for a row (V,) that nothing can be drawn from: no mass, or an entry < 0, nan or inf."""
    total = float(row.sum())
    if len(row) and float(row.min()) >= 0 and 0 < total < float("inf"):  # min() of a row with nan is nan
        return
    wrong = row[~(row >= 0)]
    got = f"{float(wrong[0]):g}" if len(wrong) else f"a sum of {total:g}"
    raise ValueError(f"a row to draw from needs finite probabilities >= 0 with a sum above 0, got {got}")


def check_different(row: np.ndarray, count: int) -> None:
    """Raise ValueError unless at least `count` indices of a row (V,) have p > 0."""
    possible = int((row > 0).sum())
    if not 1 <= count <= possible:
        raise ValueError(f"without replacement, draws must be from 1 to {possible} (letters with p > 0), got {count}")
