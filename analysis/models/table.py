"""Bigram models. All they know is one table of probabilities, so they can be scored exactly and fast."""

from __future__ import annotations

import torch

from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import smoothed_probs, with_fake_counts


class TableModel:
    """A model with k = 1, from `probs` (V, V), float64, P(next | previous), whose rows sum to 1.

    `mass` (V, V): the rows before they were divided by their sums; `probs` itself if there was no division.
    """

    k = 1

    def __init__(self, probs: torch.Tensor) -> None:
        self.probs = self.mass = probs

    def next_probs(self, contexts: torch.Tensor) -> torch.Tensor:
        """P(next | context): ids (N, 1), int64 -> (N, V), float64: a row of `probs` for each context."""
        return self.probs[contexts[:, 0]]

    def nll_of_counts(self, counts: torch.Tensor) -> float:
        """Mean nll of the words counted in counts (V, V), nats per character; inf where a pair that occurs has p = 0.

        Raises ValueError if nothing is counted, or if counts has another shape.
        """
        return mean_nll(counts, self.probs)


class CountedModel(TableModel):
    """The counted model: counts (V, V), int64, with `smoothing` fake counts added to every cell.

    Raises ValueError as `smoothed_probs` does.
    """

    def __init__(self, counts: torch.Tensor, smoothing: float) -> None:
        super().__init__(smoothed_probs(counts, smoothing))
        self.mass = with_fake_counts(counts, smoothing)
