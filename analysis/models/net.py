"""The one-layer net as a bigram model: P(next | previous) is the softmax of the row of weights of the letter before."""

from __future__ import annotations

import torch

from analysis.models.table import TableModel
from analysis.net.forward import net_nll, net_probs


class NetModel(TableModel):
    """The net with weights W (V, V)."""

    def __init__(self, weights: torch.Tensor) -> None:
        super().__init__(net_probs(weights))
        self.weights = weights

    def nll_of_counts(self, counts: torch.Tensor) -> float:
        """Mean nll of the words counted in counts (V, V), nats per character: finite, however small a probability is.

        Raises ValueError if nothing is counted.
        """
        return net_nll(counts, self.weights)
