"""Transformer: each letter looks at those before it, several times, and takes what it needs from each.

The blocks are GPT-2's: layer norm first, causal attention, then a layer with GELU; each adds to what it was given.
Sources: Vaswani and others (2017), Attention is all you need; Radford and others (2019), Language models are
unsupervised multitask learners (GPT-2).
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from analysis.models.trained.nets.dropout import Dropout


class Attention(nn.Module):
    """Causal attention with `heads` heads; each letter has `width` numbers."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.ask = nn.Linear(width, 3 * width)  # queries, keys and values
        self.out = nn.Linear(width, width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(N, T, width) -> (N, T, width)."""
        queries, keys, values = self._asked(x)
        seen = F.scaled_dot_product_attention(queries, keys, values, is_causal=True)
        return self.out(seen.transpose(1, 2).flatten(2))

    def shares(self, x: torch.Tensor) -> torch.Tensor:
        """How much each letter (row) takes from itself and each letter before it: (N, heads, T, T); rows sum to 1."""
        queries, keys, _ = self._asked(x)
        scores = queries @ keys.transpose(2, 3) / queries.shape[3] ** 0.5
        later = torch.ones_like(scores, dtype=torch.bool).triu(1)
        return F.softmax(scores.masked_fill(later, -torch.inf), 3)

    def _asked(self, x: torch.Tensor) -> torch.Tensor:
        """Queries, keys and values: (3, N, heads, T, width / heads)."""
        return self.ask(x).unflatten(2, (3, self.heads, -1)).permute(2, 0, 3, 1, 4)


class Block(nn.Module):
    """Attention, then a layer of 4 times the width; each adds to its input."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.norm_1, self.attention = nn.LayerNorm(width), Attention(width, heads)
        self.norm_2 = nn.LayerNorm(width)
        self.widen, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.dropout = Dropout()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(N, T, width) -> (N, T, width)."""
        x = x + self.dropout(self.attention(self.norm_1(x)))
        return x + self.dropout(self.narrow(F.gelu(self.widen(self.norm_2(x)))))


class Transformer(nn.Module):
    """`layers` blocks of `width` numbers a letter, with `heads` heads each; for at most k letters."""

    def __init__(self, size: int, k: int = 16, layers: int = 4, heads: int = 4, width: int = 64) -> None:
        super().__init__()
        self.k = k
        self.embed, self.places = nn.Embedding(size, width), nn.Embedding(k, width)
        self.dropout = Dropout()
        self.blocks = nn.Sequential(*(Block(width, heads) for _ in range(layers)))
        self.norm = nn.LayerNorm(width)
        self.out = nn.Linear(width, size)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Ids (N, T), T at most k -> logits (N, T, V)."""
        return self.out(self.norm(self.blocks(self._at_places(ids))))

    def shares(self, ids: torch.Tensor) -> torch.Tensor:
        """What each letter takes from which letters, in each layer and head: ids (N, T) -> (layers, N, heads, T, T)."""
        x, shares = self._at_places(ids), []
        for block in self.blocks:
            assert isinstance(block, Block)
            shares.append(block.attention.shares(block.norm_1(x)))
            x = block(x)
        return torch.stack(shares)

    def _at_places(self, ids: torch.Tensor) -> torch.Tensor:
        """Letters with their places: (N, T, width)."""
        return self.dropout(self.embed(ids) + self.places(torch.arange(ids.shape[1], device=ids.device)))
