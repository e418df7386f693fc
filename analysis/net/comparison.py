"""Counts beside the net: how much two models differ, and which smoothing a lambda amounts to."""

from __future__ import annotations

import math
from typing import NamedTuple

import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.samples.names import sample_words
from analysis.settings import SMOOTHING
from analysis.streams import open_stream
from analysis.words.vocabulary import Vocabulary


def kl(counts: torch.Tensor, first: torch.Tensor, second: torch.Tensor) -> float:
    """Sum over rows of (row total / n) * KL(first row to second row), in nats: 0 for equal models, inf if the
    second gives 0 where the first, in a row that is counted, does not. ValueError if nothing is counted.

    counts, first, second (V, V); by our habit the counted model comes first. Source: Cover & Thomas, chapter 2.
    """
    if not counts.sum():
        raise ValueError("a kl over the rows of a table needs at least one bigram, got none")
    share = counts.double().sum(1) / counts.sum()  # (V,)
    first, second = first.double(), second.double()
    rows = torch.where(first > 0, first * (first.log() - second.log()), torch.zeros_like(first)).sum(1)  # (V,)
    return max(0.0, float((share * rows)[share > 0].sum()))  # rounding can leave -1e-16 of equal models


class Difference(NamedTuple):
    """The cell where two models differ most: by how much, and its pair of ids."""

    size: float
    previous: int
    next: int


def largest_difference(first: torch.Tensor, second: torch.Tensor) -> Difference:
    """Over two tables (V, V); the first such cell where several are equal."""
    difference = (first.double() - second.double()).abs()
    previous, following = divmod(int(difference.argmax()), difference.shape[1])
    return Difference(float(difference.max()), previous, following)


def twin_samples(
    first: torch.Tensor, second: torch.Tensor, vocab: Vocabulary, n: int, stream: str, seed: int
) -> tuple[list[str], list[str]]:
    """n words of each of two models (V, V) from one stream, opened afresh for each: where the models agree, so do they.

    Raises ValueError as `open_stream` and `sample_words` do.
    """
    one, other = (sample_words(probs, vocab, n, open_stream(stream, seed)) for probs in (first, second))
    return one, other


class Match(NamedTuple):
    """The smoothing whose counted model is nearest to a net, and the kl (nats) left over."""

    smoothing: float
    kl: float


def matching_smoothing(counts: torch.Tensor, probs: torch.Tensor) -> Match:
    """The smoothing with the lowest kl of the counted model to probs (V, V): golden section over its logarithm.

    0 and a million are tried too, so a net that no smoothing comes near gets the
    nearer end.
    """
    ends = math.log10(1e-6), math.log10(SMOOTHING.high)

    def kl_at(log_smoothing: float) -> float:
        return kl(counts, smoothed_probs(counts, min(10**log_smoothing, SMOOTHING.high)), probs)

    low, high = ends
    golden = (math.sqrt(5) - 1) / 2
    left, right = high - golden * (high - low), low + golden * (high - low)
    at_left, at_right = kl_at(left), kl_at(right)
    while high - low > 1e-9:
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - golden * (high - low)
            at_left = kl_at(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + golden * (high - low)
            at_right = kl_at(right)
    inside = (low + high) / 2
    tried = [10**inside, SMOOTHING.low, SMOOTHING.high]
    return min((Match(value, kl(counts, smoothed_probs(counts, value), probs)) for value in tried), key=lambda m: m.kl)
