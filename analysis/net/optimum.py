"""Where training would end: the exact optimum of the net, without training.

The loss is convex, and the rows of W do not depend on each other. Without a penalty the best
net is the counted table itself; with one, Newton's method finds the only minimum of each row.
The second derivatives of a row are a diagonal minus the product of one vector with itself, so
a formula solves Newton's equations, without a V x V matrix for each row.
"""

from __future__ import annotations

from typing import NamedTuple

import torch

from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import smoothed_probs
from analysis.net.forward import net_nll, net_probs, penalty
from analysis.net.training import Run
from analysis.settings import LAM

TOLERANCE = 1e-14  # of the gradient
SMALLEST = 1e-12  # a smaller lam changes the best nll by less than 1e-9 nats, and makes Newton's equations singular


def optimum_weights(counts: torch.Tensor, lam: float, start: torch.Tensor | None = None) -> torch.Tensor:
    """The W (V, V), float64, of lowest loss for lam > 0: damped Newton, all rows at once.

    The search begins at `start`, which is not changed: from the weights of a similar lam it takes two or three steps,
    from 0 about ten. A row without counts is 0. Raises ValueError for a lam below 1e-12 (the weights of pairs that
    never occur would go to -inf; use `optimum_probs`) or out of its limits, or if nothing is counted.
    """
    lam = LAM.check(lam)
    if lam < SMALLEST:
        raise ValueError(f"lam must be at least {SMALLEST} for the optimum to have finite weights, got {lam:g}")
    if not counts.sum():
        raise ValueError("an optimum needs at least one bigram, got none")
    size = counts.shape[0]
    share = counts.double() / counts.sum()  # (V, V)
    totals = share.sum(1)  # (V,)
    weights = torch.zeros(size, size, dtype=torch.float64) if start is None else start
    ridge = 2 * lam / size**2

    def row_loss(weights: torch.Tensor, logprobs: torch.Tensor) -> torch.Tensor:
        return -(share * logprobs).sum(1) + ridge / 2 * weights.square().sum(1)  # (V,)

    logprobs = torch.log_softmax(weights, 1)  # the slow part: calculated once for each table of weights
    loss = row_loss(weights, logprobs)
    for _ in range(200):
        probs = logprobs.exp()
        slope = totals[:, None] * probs - share + ridge * weights  # (V, V)
        if slope.abs().max() < TOLERANCE:
            break
        step = newton_step(slope, probs, totals, ridge)  # (V, V)
        length, gain = torch.ones(size, 1, dtype=torch.float64), (slope * step).sum(1)
        for _ in range(60):  # halve a row's step until its loss goes down enough; near the end, rounding decides
            tried = weights - length * step
            logprobs = torch.log_softmax(tried, 1)
            lower = row_loss(tried, logprobs)
            worse = lower > loss - 1e-4 * length.squeeze(1) * gain + 1e-15
            if not worse.any():
                break
            length = torch.where(worse[:, None], length / 2, length)
        weights, loss = tried, lower
    return weights


def newton_step(slope: torch.Tensor, probs: torch.Tensor, totals: torch.Tensor, ridge: float) -> torch.Tensor:
    """The inverse of each row's second derivatives, times its slope: slope, probs (V, V), totals (V,) -> (V, V).

    The second derivatives of a row with total t and probabilities p are t (diag(p) - p p^T) + ridge: a diagonal
    d = t p + ridge minus one product. Their inverse is 1 / d plus one product. Source: Sherman and Morrison, 1950. They
    divide by 1 - t sum(p p / d); here this is written as sum(p ridge / d), which is equal because p sums to 1, and
    loses no digits.
    """
    totals = totals[:, None]  # (V, 1)
    diagonal = totals * probs + ridge  # (V, V)
    alone, ratio = slope / diagonal, probs / diagonal
    along = (probs * alone).sum(1, keepdim=True) / (ridge * ratio.sum(1, keepdim=True))  # (V, 1)
    return alone + totals * along * ratio


def optimum_probs(counts: torch.Tensor, lam: float) -> torch.Tensor:
    """P(next | previous) (V, V), float64, of the best net; for lam 0 (below 1e-12) the counted table.

    counts (V, V). Raises ValueError for a lam out of its limits, or if nothing is counted and lam is not 0.
    """
    return smoothed_probs(counts, 0.0) if LAM.check(lam) < SMALLEST else net_probs(optimum_weights(counts, lam))


def optimum_nll(counts: torch.Tensor, lam: float) -> float:
    """The nll (nats, penalty not included) of the best net on counts (V, V). ValueError if nothing is counted."""
    return best_of(counts, lam)[0]


def best_of(counts: torch.Tensor, lam: float) -> tuple[float, float]:
    """The nll and the loss (nats) of the net of lowest loss on counts (V, V); both are equal for a lam below 1e-12.

    Raises ValueError if nothing is counted.
    """
    if LAM.check(lam) < SMALLEST:
        nll = mean_nll(counts, smoothed_probs(counts, 0.0))
        return nll, nll
    weights = optimum_weights(counts, lam)
    nll = net_nll(counts, weights)
    return nll, nll + penalty(weights, lam)


class RunSummary(NamedTuple):
    """The end of a run, in nats per character. `epoch` counts the updates until the last finite loss.

    `penalty` is `loss` minus `nll`. `best_nll` is the nll of the net with the lowest loss at this lambda; `gap` is how
    much higher the loss of this run is than the loss of that net.
    """

    epoch: int
    nll: float
    loss: float
    penalty: float
    best_nll: float
    gap: float


def summarize_run(run: Run) -> RunSummary:
    """The end of a run: its last finite nll and loss, and the best that is possible on its counts and lambda."""
    best_nll, best_loss = best_of(run.counts, run.lam)
    penalized = run.final_loss - run.final_nll
    return RunSummary(len(run.loss), run.final_nll, run.final_loss, penalized, best_nll, run.final_loss - best_loss)
