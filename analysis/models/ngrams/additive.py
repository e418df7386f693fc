"""Fake counts, as in the lecture, for contexts of any length. A context that was never seen is uniform."""

from __future__ import annotations

import numpy as np
import torch

from analysis.counts.contexts import ContextCounts, Found
from analysis.counts.smoothing import smoothed_probs
from analysis.models.ngrams.base import NgramModel
from analysis.settings import SMOOTHING


class AdditiveModel(NgramModel):
    """Counts of `letters` letters of context, with `smoothing` fake counts for each character that can follow.

    With one letter of context, it is the bigram table. Raises ValueError for a smoothing out of its limits, and as
    `up_to` does.
    """

    def __init__(self, counts: ContextCounts, letters: int, smoothing: float) -> None:
        super().__init__(counts, letters)
        self.order = counts.up_to(letters)[-1]
        self.smoothing = SMOOTHING.check(smoothing)

    @property
    def numbers(self) -> int:
        """The cells that were seen with so many letters of context."""
        return len(self.order.cells)

    def rows(self, places: np.ndarray) -> np.ndarray:
        """See the base class."""
        counts = torch.from_numpy(self.order.rows(places[self.letters], self.order.counts))
        return smoothed_probs(counts, self.smoothing).numpy()

    def probs_of(self, found: Found) -> np.ndarray:
        """See the base class."""
        count, total = self.order.of_examples(found.places[self.letters], found.cells[self.letters])
        mass, sums = count + self.smoothing, total + self.smoothing * self.counts.size
        return np.divide(mass, sums, out=np.full(len(mass), 1 / self.counts.size), where=sums > 0)
