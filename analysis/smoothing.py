"""Fake counts: what they do to each row, and to the nll.

Added to every cell, they take the zeros away, so that no word is impossible; more
of them pull every row towards the uniform distribution.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import torch

from analysis.likelihood import mean_nll
from analysis.settings import SMOOTHING

# The stops of a slider that runs from a true 0 to a million, three a decade: 0, 0.01, 0.02, 0.05 ... 1000000.
STOPS = (0.0, *(float(f"{digit}e{power}") for power in range(-2, 6) for digit in (1, 2, 5)), 1e6)


def smoothed_probs(counts: torch.Tensor, smoothing: float) -> torch.Tensor:
    """P(next | previous) after adding `smoothing` fake counts to every cell.

    counts (V, V) -> probs (V, V), float64; each row sums to 1. A row with no mass
    at all (no counts, smoothing 0) becomes uniform: nothing is known there.
    Raises ValueError if smoothing is negative, nan or beyond a million.
    Source: Lidstone smoothing; Jurafsky & Martin, SLP3, chapter 3.

    >>> smoothed_probs(torch.tensor([[3, 1], [0, 0]]), smoothing=0.0).tolist()
    [[0.75, 0.25], [0.5, 0.5]]
    """
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


@dataclass(frozen=True)
class Sweep:
    """Mean nll in nats per predicted character at each smoothing; inf where a pair was never counted."""

    smoothing: list[float]
    nll: list[float]


def sweep_nll(counts: torch.Tensor, smoothings: Iterable[float], scored: torch.Tensor | None = None) -> Sweep:
    """The mean nll of the words counted in `scored` (by default those of `counts`) over a sweep of smoothings.

    counts and scored (V, V). Raises ValueError if `scored` holds no bigram.
    """
    values = [float(SMOOTHING.check(value)) for value in smoothings]
    scored = counts if scored is None else scored
    return Sweep(values, [mean_nll(scored, smoothed_probs(counts, value)) for value in values])
