"""MLP: each of the last k letters becomes a point in a few dimensions; all points go into one hidden layer.

Source: Bengio and others (2003), A neural probabilistic language model; parts 2 and 3 of the lecture series.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from analysis.models.trained.nets.dropout import Dropout


class MLP(nn.Module):
    """V letters as points in `embedding` dimensions; `hidden` neurons with tanh."""

    def __init__(self, size: int, k: int = 3, embedding: int = 10, hidden: int = 200) -> None:
        super().__init__()
        self.k = k
        self.embed = nn.Embedding(size, embedding)
        self.hidden = nn.Linear(k * embedding, hidden)
        self.dropout = Dropout()
        self.out = nn.Linear(hidden, size)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Ids (N, T) -> logits (N, T, V)."""
        windows = F.pad(ids, (self.k - 1, 0)).unfold(1, self.k, 1)  # (N, T, k)
        points = self.embed(windows).flatten(2)  # (N, T, k * embedding)
        return self.out(self.dropout(torch.tanh(self.hidden(points))))
