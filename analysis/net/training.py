"""The same table, learned: a one-layer softmax net, trained by gradient descent on the counts.

The nll of a bigram model depends on the words only through their counts, so the
loss over 228,146 one-hot examples and the loss over 27 x 27 counts are one number,
and their gradients too. The one-hot form is here as the thing it is; training uses
the counts.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import torch

from analysis.settings import EPOCHS, LAM, LEARNING_RATE, SEED
from analysis.streams.numbers import cuda_normals

CHECKPOINT_BYTES = 32 * 2**20
REPORT_EVERY = 100  # epochs between two reports of progress


def one_hot(ids: torch.Tensor, size: int) -> torch.Tensor:
    """ids (n,) -> (n, V), float64, a single 1 a row. Float, because it is multiplied with weights.

    >>> one_hot(torch.tensor([0, 2]), 3).tolist()
    [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]
    """
    return torch.nn.functional.one_hot(ids, size).double()


def logits_by_product(ids: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """The forward pass as the lecture writes it: one-hot (n, V) @ W (V, V) -> logits (n, V), float64."""
    return one_hot(ids, weights.shape[0]) @ weights.double()


def logits_by_look_up(ids: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """The same as a look-up: a one-hot row times W picks a row of W. -> logits (n, V), float64."""
    return weights.double()[ids]


def net_probs(weights: torch.Tensor) -> torch.Tensor:
    """softmax of every row of W (V, V): probs (V, V), float64, P(next | previous); each row sums to 1."""
    return torch.softmax(weights.double(), dim=1)


def net_nll(counts: torch.Tensor, weights: torch.Tensor) -> float:
    """Mean nll of the words counted in counts (V, V), nats per predicted character. ValueError if nothing is counted.

    From the logarithm of the softmax, so that a probability too small for a float still has a finite nll.
    """
    n = int(counts.sum())
    if n == 0:
        raise ValueError("a mean nll needs at least one bigram, got none")
    return float(-(counts * torch.log_softmax(weights.double(), dim=1)).sum() / n)


def penalty(weights: torch.Tensor, lam: float) -> float:
    """lam * (W ** 2).mean(), over all V * V entries: what smoothing is to counts."""
    return lam * float((weights.double() ** 2).mean())


def gradient(counts: torch.Tensor, weights: torch.Tensor, lam: float) -> torch.Tensor:
    """d loss / d W (V, V), float64, by hand: (row total * softmax - counts) / n + 2 * lam * W / V ** 2."""
    totals = counts.double().sum(1, keepdim=True)  # (V, 1)
    return (totals * net_probs(weights) - counts) / totals.sum() + 2 * lam / weights.numel() * weights.double()


def initial_weights(init: str, size: int, seed: int) -> torch.Tensor:
    """W (V, V), float64, before any training: "randn" (the lecture's), "rand", "cuda" or "zeros" (every row uniform).

    randn and rand are torch's, drawn in float32 on the CPU from a fresh generator;
    cuda is what randn gives on a GPU, worked out here. Raises ValueError for
    another name, or a seed that is not 0 ... 2 ** 64 - 1.
    """
    generator = torch.Generator().manual_seed(SEED.check(seed))
    if init == "zeros":
        return torch.zeros(size, size, dtype=torch.float64)
    if init == "cuda":
        return torch.from_numpy(cuda_normals(seed, size, size)).double()
    if init not in INITS:
        raise ValueError(f"init must be one of {', '.join(INITS)} or a file of a run, got {init}")
    draw = torch.randn if init == "randn" else torch.rand
    return draw((size, size), generator=generator).double()


INITS = ("randn", "rand", "cuda", "zeros")


@dataclass(frozen=True)
class Run:
    """A training run. `loss[i]` and `nll[i]` (nats) are those of W after i updates, i = 0 ... epochs - 1.

    `weights`, `final_loss`, `final_nll` are after all updates. `diverged`: a loss
    was not finite, or the final one is above the first; the lists end before the
    first loss that is not finite, and the final values are the last finite ones.
    """

    loss: list[float]
    nll: list[float]
    weights: torch.Tensor
    final_loss: float
    final_nll: float
    diverged: bool
    counts: torch.Tensor
    learning_rate: float
    lam: float
    stride: int = 1
    checkpoints: list[torch.Tensor] = field(default_factory=list)

    def weights_at(self, epoch: int) -> torch.Tensor:
        """W (V, V) after `epoch` updates, 0 the start; stepped on from the nearest checkpoint before it.

        Raises ValueError for an epoch the run does not have.
        """
        if not 0 <= epoch <= len(self.loss):
            raise ValueError(f"epoch must be a whole number from 0 to {len(self.loss)}, got {epoch}")
        if epoch == len(self.loss):
            return self.weights
        weights = self.checkpoints[epoch // self.stride]
        for _ in range(epoch % self.stride):
            weights = weights - self.learning_rate * gradient(self.counts, weights, self.lam)
        return weights


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

    `progress(epoch, loss)` is called every 100 epochs. The weights given are not
    changed. Raises ValueError for settings out of their limits, if nothing is counted, or if
    the loss is not finite to begin with.
    """
    epochs, learning_rate, lam = EPOCHS.check(epochs), LEARNING_RATE.check(learning_rate), LAM.check(lam)
    if not math.isfinite(net_nll(counts, weights) + penalty(weights, lam)):  # net_nll raises if nothing is counted
        raise ValueError(
            f"the loss of the first weights must be finite, got weights up to {float(weights.abs().max()):.3g}"
        )
    counts, weights = counts.double(), weights.double().clone()
    n, totals = counts.sum(), counts.sum(1, keepdim=True)  # totals (V, 1)
    stride = max(1, math.ceil(epochs * weights.numel() * 8 / CHECKPOINT_BYTES))
    losses: list[float] = []
    nlls: list[float] = []
    checkpoints: list[torch.Tensor] = []
    before = weights
    for epoch in range(epochs + 1):
        logprobs = torch.log_softmax(weights, dim=1)  # (V, V)
        nll = float(-(counts * logprobs).sum() / n)
        loss = nll + penalty(weights, lam)
        if not math.isfinite(loss):
            return Run(
                losses[:-1],
                nlls[:-1],
                before,
                losses[-1],
                nlls[-1],
                True,
                counts,
                learning_rate,
                lam,
                stride,
                checkpoints,
            )
        losses.append(loss)
        nlls.append(nll)
        if epoch == epochs:
            break
        if epoch % stride == 0:
            checkpoints.append(weights)
        if epoch and epoch % REPORT_EVERY == 0:
            progress(epoch, loss)
        before = weights
        weights = weights - learning_rate * (
            (totals * logprobs.exp() - counts) / n + 2 * lam / weights.numel() * weights
        )
    diverged = losses[-1] > losses[0]
    return Run(
        losses[:-1], nlls[:-1], weights, losses[-1], nlls[-1], diverged, counts, learning_rate, lam, stride, checkpoints
    )
