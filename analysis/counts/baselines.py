"""What a model is measured against: models that look at nothing, or at nothing but how frequent each character is."""

from __future__ import annotations

import torch

from analysis.counts.likelihood import mean_nll


def frequency_nll(counts: torch.Tensor) -> float:
    """The mean nll (nats per character) of counts (V, V) where each character has its share, whatever came before.

    Raises ValueError if nothing is counted. (A model that knows not even the shares has ln V.)

    >>> round(frequency_nll(torch.tensor([[0, 2], [2, 0]])), 6)  # both characters equally frequent: ln 2
    0.693147
    """
    shares = counts.sum(0).double() / max(1, int(counts.sum()))  # (V,)
    return mean_nll(counts, shares.expand(counts.shape[0], -1))
