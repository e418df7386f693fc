"""λ and smoothing compared: the best net at a lambda, the counted table at a smoothing, and how different they are.

`optimum` finds the best net, `distance` measures differences. Here are the numbers for two such tables, the two forces
on each weight, and the curves over lambda.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import torch

from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import mean_entropy, smoothed_probs
from analysis.net.distance import kl, largest_difference, matching_smoothing
from analysis.net.forward import net_probs, penalty
from analysis.net.optimum import SMALLEST, optimum_probs, optimum_weights
from analysis.net.training import Run, train

FOLLOWED = 3  # lambdas from which the weights of the next are expected


class SideBySide(NamedTuple):
    """nll in nats per character, perplexity, and mean entropy of a row in nats, of the net and of the counted table.

    `kl`: counted to net, nats. `nearest`: the smoothing whose table is nearest to the net, and `nearest_kl`, its kl.
    `difference`: the largest difference of a probability, at the ids `previous` and `next`; `row_difference`: the
    largest in one row, at `row_next`. `factor`: exp(W) of that row, times this factor, adds up to the row's total
    count; None if W is not finite.
    """

    net_nll: float
    net_perplexity: float
    net_entropy: float
    nll: float
    perplexity: float
    entropy: float
    kl: float
    nearest: float
    nearest_kl: float
    difference: float
    previous: int
    next: int
    row_difference: float
    row_next: int
    factor: float | None


def side_by_side(counts: torch.Tensor, lam: float, smoothing: float, row: int) -> SideBySide:
    """The numbers of the best net at `lam`, and of the table of counts (V, V) at `smoothing`; `row` is an id.

    Raises ValueError for settings out of their limits, or if nothing is counted.
    """
    weights = optimum_weights(counts, lam) if lam >= SMALLEST else None
    net = optimum_probs(counts, lam) if weights is None else net_probs(weights)  # (V, V)
    counted = smoothed_probs(counts, smoothing)
    nlls = mean_nll(counts, net), mean_nll(counts, counted)
    match, cell = matching_smoothing(counts, net), largest_difference(counted, net)
    in_row = largest_difference(counted[row : row + 1], net[row : row + 1])
    return SideBySide(
        *(nlls[0], math.exp(nlls[0]), mean_entropy(net)),
        *(nlls[1], math.exp(nlls[1]), mean_entropy(counted)),
        *(kl(counts, counted, net), match.smoothing, match.kl),
        *cell,
        *(in_row.size, in_row.next),
        None if weights is None else float(counts[row].sum() / weights[row].exp().sum()),
    )


class Pulls(NamedTuple):
    """The two forces on every weight at the best net (V, V): they add up to 0."""

    data: torch.Tensor
    penalty: torch.Tensor


def pulls(counts: torch.Tensor, lam: float) -> Pulls:
    """The forces on each W of the best net: data, (counts - row total * probs) / n, and penalty, -2 * lam * W / V ** 2.

    counts (V, V). Their sum is minus the gradient. Raises ValueError as `optimum_weights` does.
    """
    weights = optimum_weights(counts, lam)
    data = (counts - counts.sum(1, keepdim=True) * net_probs(weights)) / counts.sum()
    return Pulls(data, -2 * lam / weights.numel() * weights)


def sweep_lam(counts: torch.Tensor, lams: Sequence[float]) -> tuple[list[float], list[float]]:
    """The nll (nats) and the mean entropy of a row (nats) of the best net on counts (V, V), for each lam.

    Each search starts where the weights of the lams before lead to, which is fast if all of them are similar.
    Raises ValueError as `optimum_probs` does, or if nothing is counted.
    """
    nlls, entropies = [], []
    known: list[tuple[float, torch.Tensor]] = []
    for lam in lams:
        if lam < SMALLEST:
            probs = optimum_probs(counts, lam)
        else:
            weights = optimum_weights(counts, lam, start=_expected(known, math.log(lam)) if known else None)
            known = [*known[1 - FOLLOWED :], (math.log(lam), weights)]
            probs = net_probs(weights)
        nlls.append(mean_nll(counts, probs))
        entropies.append(mean_entropy(probs))
    return nlls, entropies


def _expected(known: Sequence[tuple[float, torch.Tensor]], place: float) -> torch.Tensor:
    """The weights (V, V) at a ln lam, from those at a few others: on the polynomial through them (Lagrange, 1795)."""
    factors = [math.prod((place - other) / (here - other) for other, _ in known if other != here) for here, _ in known]
    return torch.stack([factor * weights for factor, (_, weights) in zip(factors, known, strict=True)]).sum(0)


class SwitchedOn(NamedTuple):
    """Two runs: `before`, without a penalty, and `after`, which continues from its weights with a penalty.

    `mean_square` is the mean of the squared weights between them; the loss jumps by lam times this.
    """

    before: Run
    after: Run
    mean_square: float


def switch_on_penalty(counts: torch.Tensor, weights: torch.Tensor) -> SwitchedOn:
    """Train from weights (V, V) for 200 epochs without a penalty, then for 200 with lam 0.01, at learning rate 50.

    So the published notes get 2.4835. counts (V, V). Raises ValueError as `train` does.
    """
    before = train(counts, weights, epochs=200, learning_rate=50.0, lam=0.0)
    after = train(counts, before.weights, epochs=200, learning_rate=50.0, lam=0.01)
    return SwitchedOn(before, after, penalty(before.weights, 1.0))
