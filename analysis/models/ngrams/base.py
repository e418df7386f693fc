"""The base class of all counted models: P(next) for whole contexts, or only for the targets of examples."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
import torch

from analysis.counts.contexts import ContextCounts, Found
from analysis.counts.contexts.examples import ContextIds


class NgramModel(ABC):
    """A model of `letters` letters of context, made from counts."""

    def __init__(self, counts: ContextCounts, letters: int) -> None:
        self.counts, self.letters = counts, letters

    @property
    def k(self) -> int:
        """How many letters it is given: 1 or more. A model of 0 letters is given one, and does not look at it."""
        return max(self.letters, 1)

    def next_probs(self, contexts: torch.Tensor) -> torch.Tensor:
        """P(next | context): ids (N, k), int64 -> (N, V), float64; each row sums to 1."""
        return torch.from_numpy(self.rows(self.counts.find_contexts(contexts.numpy(), self.letters)))

    def target_probs(self, contexts: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """P(target | context): ids (N, k) and (N,), int64 -> (N,), float64; fast for many."""
        examples = ContextIds(contexts.numpy(), targets.numpy())
        return torch.from_numpy(self.probs_of(self.counts.find(examples, self.letters)))

    @property
    @abstractmethod
    def numbers(self) -> int:
        """How many counts it stores: the cells that were seen, of each length of context that it uses."""

    @abstractmethod
    def rows(self, places: np.ndarray) -> np.ndarray:
        """The rows of contexts, given their places (at least letters + 1, N): (N, V)."""

    @abstractmethod
    def probs_of(self, found: Found) -> np.ndarray:
        """The probability of each target, (N,), given where the examples stand in the counts."""
