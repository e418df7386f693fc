"""The loss of logits in two ways: the lecture's lines, and torch's F.cross_entropy, which large logits do not break.

Both give the same number as long as exp does not overflow. Exercise E05 of the lecture asks why one is preferred.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch.nn import functional as F


class TwoLosses(NamedTuple):
    """Mean nll of the right letters, nats per character: of the lecture's lines, and of F.cross_entropy."""

    own_lines: float
    cross_entropy: float


def loss_in_two_ways(logits: torch.Tensor, ys: torch.Tensor) -> TwoLosses:
    """The loss of logits (n, V) and right letters ys (n,), ids, with numbers of 32 bits as in the lecture.

    exp of a logit above 88.7 is infinite there: other letters then have p = 0, and this one inf / inf, which is nan.
    F.cross_entropy first takes the highest logit of a row from all of the row, which changes no probability.

    >>> loss_in_two_ways(torch.tensor([[0.0, 1000.0]]), torch.tensor([0]))
    TwoLosses(own_lines=inf, cross_entropy=1000.0)
    """
    logits = logits.float()
    counts = logits.exp()
    probs = counts / counts.sum(1, keepdim=True)
    own_lines = -probs[torch.arange(len(ys)), ys].log().mean()
    return TwoLosses(float(own_lines), float(F.cross_entropy(logits, ys)))


def with_largest(logits: torch.Tensor, largest: float) -> torch.Tensor:
    """The logits, all multiplied by one number above 0, so that the highest is `largest`; it must be above 0 before."""
    return logits * (largest / logits.max())
