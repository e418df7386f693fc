"""One cell of the counted table nudged: the nll of the counted words rises, whichever way it goes.

A count is taken `nudge` times, and its row is divided by its sum again. Counting is the best a bigram model can do on
the words it has counted: that is what this shows, cell by cell.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch

from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import smoothed_probs
from analysis.settings import NUDGE


class Nudged(NamedTuple):
    """A cell after a nudge.

    `count` of the pair, `total` of its row; `counted` and `prob`: P(next | previous) before and after. `nll`: of all
    words counted, nats per character; `rise`: how much of it came with the nudge, never below 0. `slope`: by how many
    nats the nll rises for each whole 1 that is added to the probability: 0 at the counted one, below 0 under it, above
    0 over it.
    """

    count: int
    total: int
    counted: float
    prob: float
    nll: float
    rise: float
    slope: float


def nudged_probs(counts: torch.Tensor, row: int, following: int, nudge: float) -> torch.Tensor:
    """counts (V, V) -> probs (V, V), float64, unsmoothed, where one cell was taken `nudge` times before the division.

    `row` and `following` are ids. Raises ValueError if `nudge` is out of its limits.

    >>> nudged_probs(torch.tensor([[3, 1], [2, 2]]), 0, 1, 3.0).tolist()
    [[0.5, 0.5], [0.5, 0.5]]
    """
    mass = counts.double().clone()
    mass[row, following] *= NUDGE.check(nudge)
    return smoothed_probs(mass, 0.0)


def nudge_cell(counts: torch.Tensor, row: int, following: int, nudge: float) -> Nudged:
    """What a nudge of one cell of counts (V, V) does.

    A pair that was never counted stays at 0, and the only one of its row at 1: there is no rise. Raises ValueError if
    the row has no counts, or `nudge` is out of its limits.

    >>> nudge_cell(torch.tensor([[0, 4], [4, 0]]), 0, 1, 2.0).rise
    0.0
    >>> nudged = nudge_cell(torch.tensor([[3, 1], [1, 3]]), 0, 0, 3.0)  # 3 of 4 become 9 of 10
    >>> nudged.counted, nudged.prob, round(nudged.rise, 6)
    (0.75, 0.9, 0.046166)
    """
    count, total, n = int(counts[row, following]), int(counts[row].sum()), int(counts.sum())
    if total == 0:
        raise ValueError("a nudge needs a row with counts, got one without")
    probs = nudged_probs(counts, row, following, nudge)
    counted, prob, weight = count / total, float(probs[row, following]), total / n
    rise = slope = 0.0
    if 0 < count < total:
        # not the difference of two nlls, whose last digits are rounded away
        rise = weight * (math.log1p(counted * (nudge - 1)) - counted * math.log(nudge))
        slope = weight * ((1 - counted) / (1 - prob) - counted / prob)
    return Nudged(count, total, counted, prob, mean_nll(counts, probs), rise, slope)
