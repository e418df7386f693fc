"""Dropout with a random generator of its own: torch's dropout uses the one that all code shares."""

from __future__ import annotations

import torch
from torch import nn


class Dropout(nn.Module):
    """While a net is trained, each number becomes 0 with probability `rate`; the others are divided by 1 - `rate`.

    Rate and generator are set by `training`. Source: Srivastava and others (2014), Dropout.
    """

    rate = 0.0
    generator: torch.Generator | None = None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """x of any shape -> the same shape."""
        if not self.training or self.rate == 0:
            return x
        kept = torch.rand(x.shape, generator=self.generator, device=x.device) >= self.rate
        return x * kept / (1 - self.rate)
