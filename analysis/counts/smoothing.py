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
