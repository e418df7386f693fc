"""Train a one-layer softmax net by gradient descent on the counts.

The nll of a bigram model depends only on the counts of the words, so the loss over 228,146 one-hot examples is the same
number as the loss over 27 x 27 counts, and the gradient is the same too. `forward` has the first weights and the
one-hot form, `optimum` the net with the lowest possible loss.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch

from analysis.net.forward import net_nll, penalty
from analysis.settings import EPOCHS, LAM, LEARNING_RATE

REPORT_EVERY = 100  # epochs between two reports of progress


def nll_and_slope(counts: torch.Tensor, weights: torch.Tensor, lam: float) -> tuple[float, torch.Tensor]:
    """The nll of the counted words (nats) and the gradient d loss / d W (V, V), float64: all that a step needs.

    The formula: d loss / d W = (row total * softmax - counts) / n + 2 * lam * W / V ** 2. counts and weights (V, V)
    must be float64, with at least one bigram counted.
    """
    totals = counts.sum(1, keepdim=True)  # (V, 1)
    n = float(totals.sum())
    logprobs = torch.log_softmax(weights, dim=1)  # (V, V)
    nll = -float((counts * logprobs).sum()) / n
    slope = (totals * logprobs.exp() - counts) / n
    return nll, slope + 2 * lam / weights.numel() * weights if lam else slope


def gradient(counts: torch.Tensor, weights: torch.Tensor, lam: float) -> torch.Tensor:
    """d loss / d W (V, V), float64, for counts and weights (V, V). At least one bigram must be counted."""
    return nll_and_slope(counts.double(), weights.double(), lam)[1]


@dataclass(frozen=True)
class Run:
    """A training run. `loss[i]` and `nll[i]` (nats) are those of W after i updates, i = 0 ... epochs - 1.

    `weights`, `final_loss`, `final_nll` are the values after all updates. `diverged`: a
    loss was not finite, or the final one is above the first. The lists end before the
    first loss that is not finite; then the final values are the last finite ones.
    """

    loss: list[float]
    nll: list[float]
    weights: torch.Tensor
    final_loss: float
    final_nll: float
    diverged: bool
    counts: torch.Tensor
    lam: float


def train(
    counts: torch.Tensor,
    weights: torch.Tensor,
    *,
    epochs: int,
    learning_rate: float,
    lam: float,
    progress: Callable[[int, float], None] = lambda epoch, loss: None,
) -> Run:
    """Full-batch gradient descent from weights (V, V) on counts (V, V), in float64: W -= learning_rate * gradient.

    `progress(epoch, loss)` is called every 100 epochs. The given weights are not
    changed. Raises ValueError for settings out of their limits, if nothing is counted, or if
    the first loss is not finite.
    """
    epochs, learning_rate, lam = EPOCHS.check(epochs), LEARNING_RATE.check(learning_rate), LAM.check(lam)
    if not math.isfinite(net_nll(counts, weights) + penalty(weights, lam)):  # net_nll raises if nothing is counted
        raise ValueError(
            f"the loss of the first weights must be finite, got weights up to {float(weights.abs().max()):.3g}"
        )
    counts, weights = counts.double(), weights.double().clone()
    losses: list[float] = []
    nlls: list[float] = []
    finite = weights
    for epoch in range(epochs + 1):  # the last round makes no update
        nll, slope = nll_and_slope(counts, weights, lam)
        loss = nll + penalty(weights, lam)
        if not math.isfinite(loss):
            break
        finite = weights
        losses.append(loss)
        nlls.append(nll)
        if epoch == epochs:
            break
        if epoch and epoch % REPORT_EVERY == 0:
            progress(epoch, loss)
        weights = weights - learning_rate * slope
    diverged = len(losses) <= epochs or losses[-1] > losses[0]
    return Run(losses[:-1], nlls[:-1], finite, losses[-1], nlls[-1], diverged, counts, lam)
