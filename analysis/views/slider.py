"""The scale of a slider: where a value stands on it, and what stands at a position."""

from __future__ import annotations

import math

import torch

from analysis.counts.smoothing import sweep_nll

# The slider: a true 0, steps of 0.001 up to 0.01, then 50 steps a decade up to a million.
POSITIONS = 411


MARKS = (0.0, 0.01, 0.1, 1.0, 5.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6)


def position_of(smoothing: float) -> float:
    """Where a smoothing stands on the slider, 0 ... 410: linear up to 0.01, logarithmic beyond.

    >>> position_of(0.0), position_of(1.0), position_of(1e6)
    (0.0, 110.0, 410.0)
    """
    return smoothing * 1000 if smoothing <= 0.01 else 110 + 50 * math.log10(smoothing)


def smoothing_at(position: int) -> float:
    """The smoothing at a position of the slider, rounded to three digits; the nearest position to a mark is the mark.

    >>> [smoothing_at(i) for i in (0, 1, 10, 110, 145, 146, 410)]
    [0.0, 0.001, 0.01, 1.0, 5.0, 5.25, 1000000.0]
    """
    for mark in MARKS:
        if abs(position_of(mark) - position) < 0.5:
            return mark
    return position / 1000 if position <= 10 else float(f"{10 ** ((position - 110) / 50):.3g}")


def slider_sweep(counts: torch.Tensor, scored: torch.Tensor) -> list[float] | None:
    """The mean nll (nats) of the words counted in `scored` at every position of the slider; None if there are none.

    A model counted on nothing is uniform, whatever the smoothing.
    """
    if not scored.sum():
        return None
    return sweep_nll(counts, map(smoothing_at, range(POSITIONS)), scored)
