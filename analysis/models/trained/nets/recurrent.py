"""RNN and GRU: one state goes from letter to letter, and holds what the net keeps of the word so far.

Sources: Mikolov and others (2010), Recurrent neural network based language model; Cho and others (2014), Learning
phrase representations using RNN encoder-decoder.
"""

from __future__ import annotations

import torch
from torch import nn

from analysis.models.trained.nets.dropout import Dropout


class Recurrent(nn.Module):
    """`cell` reads letters of `embedding` dimensions, and has a state of `hidden` numbers, which begins with zeros."""

    cell: type[nn.RNN | nn.GRU]

    def __init__(self, size: int, k: int = 16, embedding: int = 32, hidden: int = 128) -> None:
        super().__init__()
        self.k = k
        self.embed = nn.Embedding(size, embedding)
        self.read = self.cell(embedding, hidden, batch_first=True)
        self.dropout = Dropout()
        self.out = nn.Linear(hidden, size)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Ids (N, T) -> logits (N, T, V)."""
        states, _ = self.read(self.embed(ids))  # (N, T, hidden)
        return self.out(self.dropout(states))


class RNN(Recurrent):
    """The new state is tanh of letter and old state."""

    cell = nn.RNN


class GRU(Recurrent):
    """Gates decide how much of the old state is kept."""

    cell = nn.GRU
