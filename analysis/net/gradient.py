"""The gradient, checked: by hand against small differences of the loss, and what it is made of, row by row."""

from __future__ import annotations

from typing import NamedTuple

import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.net.forward import net_nll, net_probs, penalty
from analysis.net.training import gradient

LARGEST = 1e3  # of a weight
STEP = 1e-5  # of a weight: smaller, and rounding shows; larger, and the curve of the loss does


def numeric_gradient(counts: torch.Tensor, weights: torch.Tensor, lam: float) -> torch.Tensor:
    """d loss / d W (V, V), float64, by central differences: (loss(w + h) - loss(w - h)) / 2 h for each weight alone.

    It asks nothing but the loss, so it is a check of `training.gradient`, good to some nine digits. counts, weights
    (V, V). Raises ValueError if nothing is counted. A weight touches its own row's loss only, so a row is enough.
    """
    n, size = int(counts.sum()), counts.shape[0]
    if n == 0:
        raise ValueError("a gradient needs at least one bigram, got none")
    small = STEP * torch.eye(size, dtype=torch.float64)  # one weight of a row each

    def losses(row: int, moved: torch.Tensor) -> torch.Tensor:
        fit = -(counts[row].double() * torch.log_softmax(moved, dim=1)).sum(1) / n  # (V,)
        return fit + lam * moved.square().sum(1) / size**2

    rows = [(losses(i, row + small) - losses(i, row - small)) / (2 * STEP) for i, row in enumerate(weights.double())]
    return torch.stack(rows)


def can_be_checked(weights: torch.Tensor) -> bool:
    """Whether `numeric_gradient` tells anything: in weights (V, V) beyond 1,000 a small step is lost."""
    return bool(weights.abs().max() <= LARGEST)


class RowGradient(NamedTuple):
    """What the gradient of one row of W is made of, (V,) each: `weight` * (net - counted) + `decay` = `gradient`.

    `weight` is the row's share of all bigrams, `net` and `counted` its probabilities, `decay` the penalty's part.
    """

    weight: float
    net: torch.Tensor
    counted: torch.Tensor
    decay: torch.Tensor
    gradient: torch.Tensor


def row_gradient(counts: torch.Tensor, weights: torch.Tensor, lam: float, row: int) -> RowGradient:
    """The gradient of one row of weights (V, V) on counts (V, V), in its parts; `row` is an id.

    A row without counts has weight 0: there the penalty alone pulls. Something must be counted.
    """
    return RowGradient(
        float(counts[row].sum() / counts.sum()),
        net_probs(weights)[row],
        smoothed_probs(counts, 0.0)[row],
        2 * lam * weights[row].double() / weights.numel(),
        gradient(counts, weights, lam)[row],
    )


class Step(NamedTuple):
    """One epoch as the lecture's three cells: the loss (nats), one weight's slope, it, and the loss then."""

    loss: float
    slope: float
    before: float
    after: float
    loss_after: float


def one_step(
    counts: torch.Tensor, weights: torch.Tensor, lam: float, learning_rate: float, cell: tuple[int, int]
) -> Step:
    """Forward, backward, update from weights (V, V): what happens to the loss and to the weight at `cell`."""

    def loss(weights: torch.Tensor) -> float:
        return net_nll(counts, weights) + penalty(weights, lam)

    slope = gradient(counts, weights, lam)
    after = weights - learning_rate * slope
    return Step(loss(weights), float(slope[cell]), float(weights[cell]), float(after[cell]), loss(after))
