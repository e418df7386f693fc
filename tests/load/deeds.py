"""What visitors do: on each page the slider that is released, the step that is taken, the net that is retrained."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.load.visitor import Visitor

# The values that a live picture of each page sets, and from where to where; whole numbers where the ends are whole.
# A page that is not named here has no live picture, or none with numbers: its visitors use the boxes below.
RELEASES = {
    "": {"smoothing": (0.0, 20.0)},
    "smoothing": {"smoothing": (0.0, 20.0)},
    "sampling": {"draw": (1, 30)},  # a step through the draws
    "training": {"epochs": (0, 2000), "learning_rate": (1.0, 100.0), "lam": (0.0, 0.1)},  # each retrains the net
    "regularization": {"lam": (0.0, 0.5)},
    "comparison": {"smoothing": (0.0, 20.0), "lam": (0.0, 0.1)},
}
BOXES = {
    "words": {"step": (1, 200)},
    "normalization": {"smoothing": (0.0, 20.0)},
    "likelihood": {"nudge": (0.1, 10.0)},
    "baselines": {"smoothing": (0.0, 20.0)},
    "forward": {"skip": (0, 200)},
}
PAGES = (*RELEASES, *BOXES, "bigrams", "reproduce")


@dataclass(frozen=True)
class Deed:
    """One message of a visitor: on which page, and what. It is an opening, or a release."""

    page: str
    what: str


async def release(visitor: Visitor, page: str, chance: random.Random) -> Deed:
    """Let go of a slider of the open page, or set one of its boxes, to a value that nobody had; else open it again."""
    if page in RELEASES and visitor.channel:
        key, ends = chance.choice(list(RELEASES[page].items()))
        await visitor.release({key: between(chance, *ends)})
        return Deed(page, f"release {key}")
    if page in BOXES:
        key, ends = chance.choice(list(BOXES[page].items()))
        await visitor.set(key, float(between(chance, *ends)))
        return Deed(page, f"set {key}")
    await visitor.open(page)
    return Deed(page, "open again")


def between(chance: random.Random, low: float, high: float) -> float:
    """A value from low to high; a whole number where both are.

    >>> between(random.Random(1), 1, 30), between(random.Random(1), 0.0, 20.0)
    (5, 2.687)
    """
    return chance.randint(low, high) if isinstance(low, int) else round(chance.uniform(low, high), 3)
