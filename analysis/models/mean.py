"""The mean of the probabilities of several models. Models that are wrong in different places help each other."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from analysis.models.base import Model


class MeanModel:
    """The mean of two models or more over the same characters; each counts the same.

    Source: linear interpolation; Jelinek and Mercer (1980).
    """

    def __init__(self, models: Sequence[Model]) -> None:
        self.models = tuple(models)

    @property
    def k(self) -> int:
        """How many letters of context it uses: as many as the model that uses most."""
        return max(model.k for model in self.models)

    def next_probs(self, contexts: torch.Tensor) -> torch.Tensor:
        """P(next | context): ids (N, k), int64 -> (N, V), float64; each row sums to 1."""
        rows = [model.next_probs(contexts[:, self.k - model.k :]) for model in self.models]
        return torch.stack(rows).mean(0)
