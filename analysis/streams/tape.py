"""Random numbers on a tape: taken one after the other, made a block at a time, forked for somebody who goes on too."""

from __future__ import annotations

import copy
from collections.abc import Callable

import numpy as np

BLOCK = 4096  # numbers made at a time


class Block:
    """Some numbers of a tape; those after them are made once, when the first of its forks gets there."""

    def __init__(self, make: Callable[[int], np.ndarray], count: int) -> None:
        self.numbers = make(count)
        self._make = make
        self._next: Block | None = None

    def following(self, count: int) -> Block:
        """The block after this one; where it is not made yet, with `count` numbers."""
        self._next = self._next or Block(self._make, count)
        return self._next


class Tape:
    """Random numbers one after the other, without an end; `make` gives the next so many of its generator: (count,).

    Behind the last of its forks nothing is kept.
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
        """Another tape that goes on from the same place; neither moves the other."""
        return copy.copy(self)

    def __deepcopy__(self, _memo: dict) -> Tape:
        return self.fork()
