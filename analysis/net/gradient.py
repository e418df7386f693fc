"""Check the gradient against small differences of the loss, and show the parts of the gradient of one row."""

from __future__ import annotations

from typing import NamedTuple

import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.net.forward import net_nll, net_probs, penalty
from analysis.net.training import gradient

LARGEST = 1e3  # the largest weight for which the check works
STEP = 1e-5  # the small change of a weight: a smaller one suffers from rounding, a larger one from the loss's curve


def numeric_gradient(counts: torch.Tensor, weights: torch.Tensor, lam: float) -> torch.Tensor:
    """d loss / d W (V, V), float64, by central differences: (loss(w + h) - loss(w - h)) / 2 h for each weight.

    It uses only the loss, so it can check `training.gradient`, to about nine digits. counts, weights (V, V). A weight
    changes only the loss of its own row, so only that is calculated. Raises ValueError if nothing is counted.
    """
    n, size = int(counts.sum()), counts.shape[0]
    if n == 0:
        raise ValueError("a gradient needs at least one bigram, got none")
    small = STEP * torch.eye(size, dtype=torch.float64)  # each row changes one weight

    def losses(row: int, moved: torch.Tensor) -> torch.Tensor:
        fit = -(counts[row].double() * torch.log_softmax(moved, dim=1)).sum(1) / n  # (V,)
        return fit + lam * moved.square().sum(1) / size**2

    rows = [(losses(i, row + small) - losses(i, row - small)) / (2 * STEP) for i, row in enumerate(weights.double())]
    return torch.stack(rows)


def can_be_checked(weights: torch.Tensor) -> bool:
    """True if `numeric_gradient` is useful: for weights (V, V) beyond 1,000, a small step is lost in rounding."""
    return bool(weights.abs().max() <= LARGEST)


class RowGradient(NamedTuple):
    """The parts of the gradient of one row of W, (V,) each: `weight` * (net - counted) + `decay` = `gradient`.

    `weight` is the row's share of all bigrams, `net` and `counted` its probabilities, `decay` the penalty's part.
    """

    weight: float
    net: torch.Tensor
    counted: torch.Tensor
    decay: torch.Tensor
    gradient: torch.Tensor


def row_gradient(counts: torch.Tensor, weights: torch.Tensor, lam: float, row: int) -> RowGradient:
    """The gradient of one row of weights (V, V) on counts (V, V), in its parts; `row` is an id.

    A row without counts has weight 0: only the penalty acts on it. At least one bigram must be counted.
    """
    return RowGradient(
        float(counts[row].sum() / counts.sum()),
        net_probs(weights)[row],
        smoothed_probs(counts, 0.0)[row],
        2 * lam * weights[row].double() / weights.numel(),
        gradient(counts, weights, lam)[row],
    )


class Update(NamedTuple):
    """One epoch: the loss (nats), the slope of one weight, the weight before and after the step, the loss after it."""

    loss: float
    slope: float
    before: float
    after: float
    loss_after: float


def one_step(
    counts: torch.Tensor, weights: torch.Tensor, lam: float, learning_rate: float, cell: tuple[int, int]
) -> Update:
    """Forward, backward, update from weights (V, V): what happens to the loss and to the weight at `cell`."""

    def loss(weights: torch.Tensor) -> float:
        return net_nll(counts, weights) + penalty(weights, lam)

    slope = gradient(counts, weights, lam)
    after = weights - learning_rate * slope
    return Update(loss(weights), float(slope[cell]), float(weights[cell]), float(after[cell]), loss(after))
