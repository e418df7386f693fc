"""Fake counts: what they do to each row, and to the nll.

The same number of fake counts is added to every cell. Then no cell is 0, so no word is
impossible. With more of them, every row comes closer to the uniform distribution.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import torch

from analysis.counts.likelihood import mean_nll, perplexity
from analysis.counts.tables import Tables
from analysis.settings import SMOOTHING


def with_fake_counts(counts: torch.Tensor, smoothing: float) -> torch.Tensor:
    """counts of any shape, such as (V, V), with `smoothing` added to every cell: the same shape, float64.

    Raises ValueError if smoothing is negative, nan or beyond a million.

    >>> with_fake_counts(torch.tensor([[3, 1], [0, 0]]), 0.5).tolist()
    [[3.5, 1.5], [0.5, 0.5]]
    """
    return counts.double() + SMOOTHING.check(smoothing)


def smoothed_probs(counts: torch.Tensor, smoothing: float) -> torch.Tensor:
    """P(next | previous) after adding `smoothing` fake counts to every cell.

    counts (V, V) -> probs (V, V), float64; each row sums to 1. A row with no mass
    at all (no counts, smoothing 0) becomes uniform: nothing is known there.
    Raises ValueError if smoothing is negative, nan or beyond a million, or a count negative.
    Source: Lidstone smoothing; Jurafsky & Martin, SLP3, chapter 3.

    >>> smoothed_probs(torch.tensor([[3, 1], [0, 0]]), smoothing=0.0).tolist()
    [[0.75, 0.25], [0.5, 0.5]]
    """
    if (counts < 0).any():
        raise ValueError(f"counts must be >= 0, got {counts.min()}")
    mass = with_fake_counts(counts, smoothing)  # (V, V)
    row_mass = mass.sum(dim=1, keepdim=True)  # (V, 1): without keepdim, columns would be normalized
    return torch.where(row_mass > 0, mass / row_mass, 1 / mass.shape[1])


def fake_share(counts: torch.Tensor, smoothing: float) -> float:
    """The share of fake counts in all counts, real and fake: counts (V, V) -> 0 to 1; 0 where there are none.

    >>> fake_share(torch.tensor([[3, 1], [0, 0]]), 1.0)
    0.5
    """
    fake = smoothing * counts.numel()
    return fake / (int(counts.sum()) + fake) if fake else 0.0


class Effect(NamedTuple):
    """The numbers of a model with smoothing; nll and entropy in nats.

    `nll` and `perplexity`: counted and scored on all words. `entropy`: the mean over the rows. `train_nll` and
    `dev_nll`: counted on the train words, scored on train and dev. None if there are no such words.
    """

    nll: float | None
    train_nll: float | None
    dev_nll: float | None
    perplexity: float | None
    entropy: float


def smoothing_effect(tables: Tables, smoothing: float) -> Effect:
    """The numbers of a list at one smoothing, from its tables (V, V). Raises ValueError as `smoothed_probs` does.

    >>> from analysis.counts.tables import count_tables
    >>> effect = smoothing_effect(count_tables(["ab", "a"] * 5), 0.0)
    >>> round(effect.nll, 4), round(effect.perplexity, 4), round(effect.entropy, 4)
    (0.2773, 1.3195, 0.231)
    """
    probs, on_train = smoothed_probs(tables.all, smoothing), smoothed_probs(tables.train, smoothing)

    def nll(counts: torch.Tensor, probs: torch.Tensor) -> float | None:
        return mean_nll(counts, probs) if counts.sum() else None

    of_all = nll(tables.all, probs)
    return Effect(
        of_all,
        nll(tables.train, on_train),
        nll(tables.dev, on_train),
        None if of_all is None else perplexity(of_all),
        mean_entropy(probs),
    )


def row_entropy(probs: torch.Tensor) -> torch.Tensor:
    """Entropy of each row of probs (V, V), in nats: (V,), from 0 (certain) to ln V (uniform); 0 ln 0 is 0.

    >>> row_entropy(torch.tensor([[1.0, 0.0], [0.5, 0.5]])).tolist()
    [0.0, 0.6931471805599453]
    """
    return torch.special.entr(probs.double()).sum(1)


def mean_entropy(probs: torch.Tensor) -> float:
    """The mean entropy of a row of probs (V, V), in nats, from 0 to ln V."""
    return float(row_entropy(probs).mean())


def sweep_nll(counts: torch.Tensor, smoothings: Iterable[float], scored: torch.Tensor | None = None) -> list[float]:
    """The mean nll, nats per predicted character, of the words counted in `scored` at each smoothing of `counts`.

    counts and scored (V, V), `scored` by default `counts`; inf where a scored pair was never counted. Raises
    ValueError if `scored` holds no bigram, and as `with_fake_counts` does. Cells with the same count have the same
    mass, so that only different counts need a logarithm.
    """
    scored = counts if scored is None else scored
    masses, place = counts.double().unique(return_inverse=True)  # (different counts,), (V, V)
    of_mass = torch.zeros_like(masses).index_add(0, place.flatten(), scored.double().flatten())
    of_row, totals, size = scored.double().sum(1), counts.double().sum(1), counts.shape[1]  # (V,)
    n = int(scored.sum())

    def nll(smoothing: float) -> float:
        if smoothing <= 0 or not n:  # rows without any mass, and what is refused
            return mean_nll(scored, smoothed_probs(counts, smoothing))
        mass = torch.xlogy(of_mass, with_fake_counts(masses, smoothing)).sum()
        return float(torch.xlogy(of_row, totals + size * smoothing).sum() - mass) / n

    return [nll(smoothing) for smoothing in smoothings]


def sweep_entropy(counts: torch.Tensor, smoothings: Iterable[float]) -> list[float]:
    """The mean entropy of a row of counts (V, V) at each smoothing, in nats; ValueError as `with_fake_counts` does.

    The entropy of a row with masses m and total M is ln M - sum(m ln m) / M; equal masses are added up only once.
    """
    masses, place = counts.double().unique(return_inverse=True)  # (different counts,), (V, V)
    size = counts.shape[1]
    cells, times = (place + len(masses) * torch.arange(len(counts))[:, None]).unique(return_counts=True)
    row, column, totals = cells // len(masses), cells % len(masses), counts.double().sum(1)

    def entropy(smoothing: float) -> float:
        if smoothing <= 0:  # rows without any mass, and what is refused
            return mean_entropy(smoothed_probs(counts, smoothing))
        mass, total = with_fake_counts(masses, smoothing), totals + size * smoothing
        parts = torch.zeros_like(total).index_add(0, row, times * torch.xlogy(mass, mass)[column])  # (V,)
        return float((total.log() - parts / total).mean().clamp(min=0))

    return [entropy(smoothing) for smoothing in smoothings]
