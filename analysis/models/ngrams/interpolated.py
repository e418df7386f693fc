"""Backoff by interpolation: what a context has not seen is left to the context that is one letter shorter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.counts.contexts import ContextCounts, Found
from analysis.models.ngrams.base import NgramModel


class Level(NamedTuple):
    """What the contexts of one length say.

    `shares` (C,): the probability that each cell has from these contexts themselves. `rests` (M,): what is left of each
    context, and goes to the shorter one. The shares of a context and its rest sum to 1.
    """

    shares: np.ndarray
    rests: np.ndarray


class InterpolatedModel(NgramModel):
    """p(next | context) = share + rest * p(next | context without its first letter), down to the uniform model.

    `levels`: one for each of 0 ... k letters. A context that was never seen leaves everything to the shorter one.
    Source: Chen and Goodman (1999), An empirical study of smoothing techniques for language modeling, section 2.
    """

    def __init__(self, counts: ContextCounts, levels: Sequence[Level]) -> None:
        super().__init__(counts, len(levels) - 1)
        self.levels = levels

    @property
    def numbers(self) -> int:
        """The cells that were seen with 0 ... k letters of context."""
        return sum(len(level.shares) for level in self.levels)

    def rows(self, places: np.ndarray) -> np.ndarray:
        """See the base class."""
        probs = np.full((places.shape[1], self.counts.size), 1 / self.counts.size)
        for order, level, place in zip(self.counts.orders, self.levels, places, strict=False):
            rests = np.where(place >= 0, level.rests[place], 1.0)
            probs = order.rows(place, level.shares) + rests[:, None] * probs
        return probs

    def probs_of(self, found: Found) -> np.ndarray:
        """See the base class."""
        probs = np.full(found.places.shape[1], 1 / self.counts.size)
        for level, place, cell in zip(self.levels, *found, strict=False):
            rests = np.where(place >= 0, level.rests[place], 1.0)
            probs = np.where(cell >= 0, level.shares[cell], 0.0) + rests * probs
        return probs


def witten_bell(counts: ContextCounts, letters: int) -> InterpolatedModel:
    """A context leaves the share d / (n + d) to the shorter one: more, if many different characters followed it.

    d is how many different characters followed the context, n how often it occurred. Raises ValueError as `up_to`
    does. Source: Witten and Bell (1991), The zero-frequency problem; Chen and Goodman (1999), section 2.6.
    """
    levels = []
    for order in counts.up_to(letters):
        different = np.diff(order.starts)
        sums = order.totals + different  # (M,)
        levels.append(Level(order.counts / sums[order.owners], different / sums))
    return InterpolatedModel(counts, levels)
