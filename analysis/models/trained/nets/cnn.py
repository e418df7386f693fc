"""CNN: two neighbours are joined, then two pairs, then two groups of four: a tree over 8 letters.

Each level is a convolution over two places that are 1, 2, 4 ... letters apart, so that all places of a word are worked
out at once. Source: van den Oord and others (2016), WaveNet; part 5 of the lecture series. That part has batch norm;
here it is layer norm, which does not mix the words of a batch.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from analysis.models.trained.nets.dropout import Dropout


class CNN(nn.Module):
    """`levels` levels of `width` neurons with tanh, over 2 ** `levels` letters of `embedding` dimensions."""

    def __init__(self, size: int, levels: int = 3, embedding: int = 24, width: int = 128) -> None:
        super().__init__()
        self.k = 2**levels
        self.embed = nn.Embedding(size, embedding)
        widths = [embedding, *[width] * levels]
        self.joins = nn.ModuleList(
            nn.Conv1d(widths[i], widths[i + 1], kernel_size=2, dilation=2**i, bias=False) for i in range(levels)
        )
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(levels))
        self.dropout = Dropout()
        self.out = nn.Linear(width, size)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Ids (N, T) -> logits (N, T, V)."""
        x = self.embed(F.pad(ids, (self.k - 1, 0)))  # (N, k - 1 + T, embedding)
        for join, norm in zip(self.joins, self.norms, strict=True):
            joined = join(x.transpose(1, 2)).transpose(1, 2)  # (N, fewer places, width)
            x = torch.tanh(norm(joined))
        return self.out(self.dropout(x))  # T places are left
