"""One count of the table, multiplied by a factor: the nll of the counted words rises, whether it grows or shrinks.

After that, its row is divided by its sum again. No bigram model gives the counted words a lower nll than the counts
themselves: this shows it for each cell.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch

from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import smoothed_probs
from analysis.settings import NUDGE


class ScaledCount(NamedTuple):
    """What happens when one count is multiplied by a factor.

    `count` of the pair, `total` of its row; `counted` and `prob`: P(next | previous) before and after. `nll`: of all
    words counted, nats per character; `rise`: how much larger it is than before, never below 0. `slope`: the derivative
    of the nll by the probability, nats for each whole 1: 0 at the counted probability, negative below it, positive
    above it. Where the counted probability is 0 or 1, the probability can change in one direction only, and the slope
    is that of this direction: total / n for 0, -total / n for 1, with n bigrams in all.
    """

    count: int  # type: ignore[assignment]  # every tuple has a method with this name
    total: int
    counted: float
    prob: float
    nll: float
    rise: float
    slope: float


def scaled_probs(counts: torch.Tensor, row: int, following: int, factor: float) -> torch.Tensor:
    """counts (V, V) -> probs (V, V), float64, unsmoothed, with one count multiplied by `factor` before the division.

    `row` and `following` are ids. Raises ValueError if `factor` is not within the limits of the setting NUDGE.

    >>> scaled_probs(torch.tensor([[3, 1], [2, 2]]), 0, 1, 3.0).tolist()
    [[0.5, 0.5], [0.5, 0.5]]
    """
    mass = counts.double().clone()
    mass[row, following] *= NUDGE.check(factor)
    return smoothed_probs(mass, 0.0)


def scale_count(counts: torch.Tensor, row: int, following: int, factor: float) -> ScaledCount:
    """What changes when one count of counts (V, V) is multiplied by `factor`; `row` and `following` are ids.

    A pair that was never counted stays at 0, and the only pair of its row at 1: no factor gives a rise. Raises
    ValueError if the row has no counts, or `factor` is not within the limits of the setting NUDGE.

    >>> scale_count(torch.tensor([[0, 4], [4, 0]]), 0, 1, 2.0).rise
    0.0
    >>> scaled = scale_count(torch.tensor([[3, 1], [1, 3]]), 0, 0, 3.0)  # 3 of 4 become 9 of 10
    >>> scaled.counted, scaled.prob, round(scaled.rise, 6)
    (0.75, 0.9, 0.046166)
    """
    count, total, n = int(counts[row, following]), int(counts[row].sum()), int(counts.sum())
    if total == 0:
        raise ValueError("a scaled count needs a row with counts, got one without")
    probs = scaled_probs(counts, row, following, factor)
    counted, prob, weight = count / total, float(probs[row, following]), total / n
    # more exact than the difference of two nlls, whose last digits are lost to rounding
    rise = weight * (math.log1p(counted * (factor - 1)) - counted * math.log(factor)) if count < total else 0.0
    # a term is 0 where nothing was counted for it: ln q of the pair itself, ln(1 - q) of the others
    slope = weight * (((1 - counted) / (1 - prob) if count < total else 0) - (counted / prob if count > 0 else 0))
    return ScaledCount(count, total, counted, prob, mean_nll(counts, probs), rise, slope)
