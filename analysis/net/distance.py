"""Counts and net compared: how much two models differ, which smoothing matches a lambda, which lambda a smoothing."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.net.forward import net_probs
from analysis.net.optimum import newton_step, optimum_probs, optimum_weights
from analysis.settings import SMOOTHING

EQUAL = 1e-9  # differences that are as close as this are equal: rounding must not choose between them
LAM_POWERS = (-10.0, 6.0)  # powers of ten: the range in which a matching lambda is searched


def kl(counts: torch.Tensor, first: torch.Tensor, second: torch.Tensor) -> float:
    """Sum over rows of (row total / n) * KL(first row to second row), in nats. 0 for equal models; inf if, in a row
    with counts, the second has a 0 where the first has none. ValueError if nothing is counted.

    counts, first, second (V, V); here the counted model always comes first. Source: Cover & Thomas, chapter 2.
    """
    if not counts.sum():
        raise ValueError("a kl over the rows of a table needs at least one bigram, got none")
    share = counts.double().sum(1) / counts.sum()  # (V,)
    return float((share * kl_rows(first, second))[share > 0].sum())


def kl_rows(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """KL of each row of the first (rows, V) to the same row of the second, nats: (rows,), float64, 0 to inf."""
    first, second = first.double(), second.double()
    terms = torch.where(first > 0, first * (first.log() - second.log()), torch.zeros_like(first))  # (V, V)
    return terms.sum(1).clamp(min=0)  # rounding can give -1e-16 for equal rows


class Difference(NamedTuple):
    """The cell where two models differ most: by how much, and its pair of ids."""

    size: float
    previous: int
    next: int


def largest_difference(first: torch.Tensor, second: torch.Tensor) -> Difference:
    """The largest difference of two tables (rows, V); the first such cell if several are equal to 1e-9."""
    difference = (first.double() - second.double()).abs()
    largest = float(difference.max())
    previous, following = divmod(int((difference >= largest - EQUAL).int().argmax()), difference.shape[1])
    return Difference(largest, previous, following)


class Match(NamedTuple):
    """The smoothing whose counted model is nearest to a net, and the kl (nats) that remains."""

    smoothing: float
    kl: float


def matching_smoothing(counts: torch.Tensor, probs: torch.Tensor) -> Match:
    """The smoothing with the lowest kl of the counted model to probs (V, V): where the slope of that kl is 0.

    0 and a million are tried too: for a net that is far from every smoothing, the better of the two ends is the answer.
    """
    end = math.log10(SMOOTHING.high)
    inside = 10 ** crossing(lambda power: slope_over_smoothing(counts, probs, 10**power), 0, low=-6, high=end)
    tried = [min(inside, SMOOTHING.high), SMOOTHING.low, SMOOTHING.high]
    return min((Match(value, kl(counts, smoothed_probs(counts, value), probs)) for value in tried), key=lambda m: m.kl)


def slope_over_smoothing(counts: torch.Tensor, probs: torch.Tensor, smoothing: float) -> float:
    """d kl / d ln smoothing, for the kl of the counted model at a smoothing above 0 to probs (V, V).

    A probability p = (N + s) / (T + V s) has the derivative (1 - V p) / (T + V s) by s; the kl that times ln(p / q).
    """
    counted, size = smoothed_probs(counts, smoothing), counts.shape[1]
    totals = counts.double().sum(1, keepdim=True)  # (V, 1)
    moved = smoothing * (1 - size * counted) / (totals + size * smoothing)  # (V, V)
    return float((totals / totals.sum() * moved * (counted.log() - probs.log())).sum())


class LamMatch(NamedTuple):
    """The lambda whose best net is nearest to a counted model, and the kl (nats) that remains."""

    lam: float
    kl: float


def matching_lam(counts: torch.Tensor, probs: torch.Tensor) -> LamMatch:
    """The lambda with the lowest kl of a counted model, probs (V, V), to its best net: where the slope of that kl is 0.

    0 is tried too. `matching_smoothing` is not the exact reverse: the smoothing nearest to this net is another one.
    """
    weights = [torch.zeros(probs.shape, dtype=torch.float64)]

    def best_weights(lam: float) -> torch.Tensor:
        weights.append(optimum_weights(counts, lam, start=weights.pop()))  # each search starts from the last result
        return weights[0]

    lam = 10 ** crossing(
        lambda power: slope_over_lam(counts, probs, best_weights(10**power), 10**power), -2, *LAM_POWERS
    )
    nets = {lam: net_probs(best_weights(lam)), 0.0: optimum_probs(counts, 0.0)}
    return min((LamMatch(lam, kl(counts, probs, net)) for lam, net in nets.items()), key=lambda match: match.kl)


def slope_over_lam(counts: torch.Tensor, probs: torch.Tensor, weights: torch.Tensor, lam: float) -> float:
    """d kl / d ln lam, for the kl of a counted model, probs (V, V), to the best net at lam with these weights (V, V).

    At the best weights the gradient is 0. With ln lam it changes by 2 * lam * W / V ** 2, and Newton's step turns this
    into the change of the weights; the change of the kl follows from that.
    """
    totals, ridge, net = counts.sum(1) / counts.sum(), 2 * lam / counts.numel(), net_probs(weights)
    moved = newton_step(ridge * weights, net, totals.double(), ridge)  # (V, V): minus d W / d ln lam
    return float((totals[:, None] * (probs - net) * moved).sum())


def crossing(f: Callable[[float], float], start: float, low: float, high: float, within: float = 1e-6) -> float:
    """Where a function is 0 that goes once from below 0 to above it. If it has no 0 between `low` and `high`, the end
    that is nearer to 0.

    First with longer and longer steps from `start` until the sign changes, then by false position.
    Source: the Illinois algorithm, Dowell and Jarratt, 1971.

    >>> round(crossing(lambda x: x**3 - 8, 0, low=-5, high=5), 6), crossing(lambda x: x + 9, 0, low=-5, high=5)
    (2.0, -5)
    """
    here, at_here, step = start, f(start), 0.1
    other, at_other = here, at_here
    while (at_other > 0) == (at_here > 0):
        here, at_here = other, at_other
        if at_here == 0 or here == (low if at_here > 0 else high):
            return here
        other = min(high, max(low, here - math.copysign(step, at_here)))
        at_other, step = f(other), 2 * step
    for _ in range(60):
        tried = other - at_other * (other - here) / (at_other - at_here)
        at_tried = f(tried)
        if abs(tried - other) < within or at_tried == 0:
            return tried
        if (at_tried > 0) != (at_other > 0):
            here, at_here = other, at_other
        else:
            at_here /= 2  # otherwise this end would never move
        other, at_other = tried, at_tried
    return other
