"""Kneser-Ney: take a little off each count, and give it to the shorter context, which counts in another way.

A shorter context matters only where the longer one knows little. So it does not count how often a letter follows it,
but how many different letters come before it when this letter follows.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analysis.counts.contexts import ContextCounts
from analysis.counts.contexts.orders import Order
from analysis.models.ngrams.interpolated import InterpolatedModel, Level

UNKNOWN = 0.5  # the discount where the counts are too few to calculate one


def modified_discounts(counts: np.ndarray) -> list[float]:
    """What is taken off a count of 1, of 2, and of 3 or more; each is above 0 and at most the count.

    With n1, n2, n3, n4 cells that were seen once, twice ...: Y = n1 / (n1 + 2 n2), and D = c - (c + 1) Y n(c+1) / n(c).
    Where no cell was seen so often, or D is out of its limits, it is 0.5.
    Source: Chen and Goodman (1999), equation 26.

    >>> modified_discounts(np.array([1, 1, 2, 3]))  # n1 = 2, n2 = n3 = 1, n4 = 0: Y = 1/2; 1 - 1/2; 2 - 3/2; 3 - 0
    [0.5, 0.5, 3.0]
    """
    n = np.bincount(np.minimum(counts, 5), minlength=6).tolist()
    y = n[1] / (n[1] + 2 * n[2]) if n[1] else 0.0
    wanted = [c - (c + 1) * y * n[c + 1] / n[c] if n[1] and n[c] else UNKNOWN for c in (1, 2, 3)]
    return [d if 0 < d <= c else UNKNOWN for c, d in enumerate(wanted, start=1)]


def kneser_ney(
    counts: ContextCounts, letters: int, discounts: Sequence[Sequence[float]] | None = None
) -> InterpolatedModel:
    """Interpolated Kneser-Ney over contexts of `letters` letters. Each probability is above 0.

    `discounts`: for each of 0 ... `letters` letters, what is taken off a count of 1, of 2, of 3 or more; not given,
    they are `modified_discounts`. Raises ValueError as `up_to` does.
    Source: Kneser and Ney (1995); Chen and Goodman (1999), section 3, as modified Kneser-Ney.
    """
    *shorter, longest = counts.up_to(letters)
    given = [None] * (letters + 1) if discounts is None else discounts
    levels = [_level(order, counts.continuations[j], given[j]) for j, order in enumerate(shorter)]
    return InterpolatedModel(counts, [*levels, _level(longest, longest.counts, given[letters])])


def all_kneser_ney(counts: ContextCounts) -> list[InterpolatedModel]:
    """The models of 0, 1, ... k letters, as `kneser_ney` makes each. Levels that are the same are made once."""
    shorter = [
        _level(order, numbers, None) for order, numbers in zip(counts.orders, counts.continuations, strict=False)
    ]
    longest = [_level(order, order.counts, None) for order in counts.orders]
    return [InterpolatedModel(counts, [*shorter[:k], longest[k]]) for k in range(counts.k + 1)]


def _level(order: Order, numbers: np.ndarray, discounts: Sequence[float] | None) -> Level:
    """The level of an order in which each cell counts as `numbers` (C,) says."""
    off = np.array([0.0, *(modified_discounts(numbers) if discounts is None else discounts)])[np.minimum(numbers, 3)]
    totals = order.sums(numbers)  # (M,)
    return Level((numbers - off) / totals[order.owners], order.sums(off) / totals)
