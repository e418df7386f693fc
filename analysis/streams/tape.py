"""Random numbers in order, made a block at a time; several readers can continue from the same place."""

from __future__ import annotations

import copy
from collections.abc import Callable

import numpy as np

BLOCK = 4096  # numbers made at a time


class Block:
    """Some numbers of a tape. The next block is made once, when the first reader gets there."""

    def __init__(self, make: Callable[[int], np.ndarray], count: int) -> None:
        self.numbers = make(count)
        self._make = make
        self._next: Block | None = None

    def following(self, count: int) -> Block:
        """The block after this one. If it does not exist yet, it is made with `count` numbers."""
        self._next = self._next or Block(self._make, count)
        return self._next


class Tape:
    """Endless random numbers; `make(count)` gives the next numbers of a generator: (count,).

    A block is dropped from memory when all readers have passed it.
    """

    def __init__(self, make: Callable[[int], np.ndarray]) -> None:
        self._block = Block(make, 0)
        self._ahead = self._block.numbers

    def take(self, count: int) -> np.ndarray:
        """The next `count` numbers: (count,)."""
        while len(self._ahead) < count:
            self._block = self._block.following(max(BLOCK, count - len(self._ahead)))
            self._ahead = np.concatenate([self._ahead, self._block.numbers])
        taken, self._ahead = self._ahead[:count], self._ahead[count:]
        return taken

    def fork(self) -> Tape:
        """A second tape that continues from the same place; both are independent from then on."""
        return copy.copy(self)

    def __deepcopy__(self, _memo: dict) -> Tape:
        return self.fork()
