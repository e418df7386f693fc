"""Fake counts: what they do to each row, and to the nll.

Added to every cell, they take the zeros away, so that no word is impossible; more
of them pull every row towards the uniform distribution.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import torch

from analysis.counts.likelihood import mean_nll
from analysis.settings import SMOOTHING

# The slider: a true 0, steps of 0.001 up to 0.01, then 50 steps a decade up to a million.
POSITIONS = 411
MARKS = (0.0, 0.01, 0.1, 1.0, 5.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6)


def smoothed_probs(counts: torch.Tensor, smoothing: float) -> torch.Tensor:
    """P(next | previous) after adding `smoothing` fake counts to every cell.

    counts (V, V) -> probs (V, V), float64; each row sums to 1. A row with no mass
    at all (no counts, smoothing 0) becomes uniform: nothing is known there.
    Raises ValueError if smoothing is negative, nan or beyond a million, or a count negative.
    Source: Lidstone smoothing; Jurafsky & Martin, SLP3, chapter 3.

    >>> smoothed_probs(torch.tensor([[3, 1], [0, 0]]), smoothing=0.0).tolist()
    [[0.75, 0.25], [0.5, 0.5]]
    """
    if counts.min() < 0:
        raise ValueError(f"counts must be >= 0, got {counts.min()}")
    mass = counts.double() + SMOOTHING.check(smoothing)  # (V, V)
    row_mass = mass.sum(dim=1, keepdim=True)  # (V, 1): without keepdim, columns would be normalized
    return torch.where(row_mass > 0, mass / row_mass, 1 / mass.shape[1])


def row_entropy(probs: torch.Tensor) -> torch.Tensor:
    """Entropy of each row of probs (V, V), in nats: (V,), from 0 (certain) to ln V (uniform); 0 ln 0 is 0.

    >>> row_entropy(torch.tensor([[1.0, 0.0], [0.5, 0.5]])).tolist()
    [0.0, 0.6931471805599453]
    """
    return torch.special.entr(probs.double()).sum(1)


def distance_to_uniform(probs: torch.Tensor) -> torch.Tensor:
    """KL(row to uniform) of each row of probs (V, V), in nats: (V,) = ln V - entropy, 0 for a uniform row."""
    return math.log(probs.shape[1]) - row_entropy(probs)


def sweep_nll(counts: torch.Tensor, smoothings: Iterable[float], scored: torch.Tensor | None = None) -> list[float]:
    """The mean nll, nats per predicted character, of the words counted in `scored` at each smoothing of `counts`.

    counts and scored (V, V), `scored` by default `counts`; inf where a scored pair was never counted. Raises
    ValueError if `scored` holds no bigram.
    """
    scored = counts if scored is None else scored
    return [mean_nll(scored, smoothed_probs(counts, smoothing)) for smoothing in smoothings]


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
