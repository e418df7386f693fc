"""Two shapes aligned from the right, axis by axis, as torch does it before it adds, multiplies or divides.

Only sizes are compared; no table is made. `divisions` shows the rule on a count table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

LARGEST = 1_000_000  # the largest size of an axis
MOST_AXES = 8
EXPECTED = f"up to {MOST_AXES} whole numbers from 0 to {LARGEST:,}, such as (27, 1), 27 x 27 or ()"
Shape = tuple[int, ...]
_BRACKETS = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")
_BETWEEN = re.compile(r"\s*[,xX×*]\s*|\s+")
_SIZE = re.compile(r"[0-9]{1,7}")


def parse_shape(text: str, called: str = "a shape") -> Shape:
    """A shape as people type it: sizes with commas, spaces or x between them, with or without brackets.

    () has no axis: it is the shape of a single number. Raises ValueError, one line with expected and got, for anything
    else, for a size above 1,000,000 and for more than 8 sizes.

    >>> parse_shape("(27, 27)"), parse_shape("27 x 1"), parse_shape("27,"), parse_shape("()")
    ((27, 27), (27, 1), (27,), ())
    >>> parse_shape("27 x")
    Traceback (most recent call last):
    ...
    ValueError: a shape must be up to 8 whole numbers from 0 to 1,000,000, such as (27, 1), 27 x 27 or (), got 27 x
    """
    bracketed = _BRACKETS.fullmatch(text.strip())
    inner = (bracketed[1] or bracketed[2] or "" if bracketed else text).strip()
    if bracketed and not inner:
        return ()
    sizes = _BETWEEN.split(inner.removesuffix(",").rstrip())
    if len(sizes) > MOST_AXES or not all(_SIZE.fullmatch(size) and int(size) <= LARGEST for size in sizes):
        raise ValueError(f"{called} must be {EXPECTED}, got {' '.join(text.split()) or 'nothing'}")
    return tuple(map(int, sizes))


@dataclass(frozen=True)
class Step:
    """One axis of two shapes. `axis` counts from the right as torch does: -1 is the last.

    `first` and `second` are the sizes, None if a shape has no such axis. `size` is the size of the result, None if they
    do not fit. `why` is the reason in words.
    """

    axis: int
    first: int | None
    second: int | None
    size: int | None
    why: str


@dataclass(frozen=True)
class Broadcast:
    """Two shapes and the steps for each axis, from the right; `result` is None if an axis does not fit."""

    first: Shape
    second: Shape
    steps: tuple[Step, ...]

    @property
    def result(self) -> Shape | None:
        """The shape of both together, or None."""
        sizes = tuple(step.size for step in reversed(self.steps) if step.size is not None)
        return sizes if len(sizes) == len(self.steps) else None

    @property
    def verdict(self) -> str:
        """The result, or the axis that does not fit, in one sentence."""
        if self.result is None:
            axis, both = next((step.axis, (step.first, step.second)) for step in self.steps if step.size is None)
            return f"Impossible: on axis {axis}, {both[0]} meets {both[1]}, and neither of them is 1."
        if not self.steps:
            return "Together: (), a single number. There is no axis to align."
        empty = " With a 0 among its sizes, it has no numbers at all." if 0 in self.result else ""
        return f"Together: {self.result}.{empty}"


def broadcast(first: Shape, second: Shape) -> Broadcast:
    """Align two shapes from the right: on each axis the sizes are equal, or one is 1 and stretches; a missing one is 1.

    >>> broadcast((27, 27), (27,)).result, broadcast((27, 1), (27,)).result, broadcast((2, 3), (2,)).result
    ((27, 27), (27, 27), None)
    >>> [step.why for step in broadcast((27, 27), (27,)).steps]
    ['both are 27', 'the second has no such axis, so it counts as 1 and stretches to 27']
    """
    pairs = enumerate(zip_longest(reversed(first), reversed(second)), start=1)
    return Broadcast(first, second, tuple(_step(-place, *sizes) for place, sizes in pairs))


def _step(axis: int, first: int | None, second: int | None) -> Step:
    a, b = (1 if size is None else size for size in (first, second))
    missing = "the first" if first is None else "the second" if second is None else ""
    size = a if b == 1 else b if a in (1, b) else None
    if size is None:
        why = f"{a} and {b} are not equal, and neither is 1: impossible"
    elif missing:
        why = f"{missing} has no such axis, so it counts as 1" + (f" and stretches to {size}" if size != 1 else "")
    elif a == b:
        why = f"both are {a}"
    else:
        why = f"the {'first' if a == 1 else 'second'} is 1 and stretches to {size}"
    return Step(axis, first, second, size, why)
