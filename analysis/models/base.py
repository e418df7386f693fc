"""The interface of a model, and the contexts in words.

A context is the k letters before the predicted one, as ids. At the start of a word, missing letters are the boundary,
id 0. The bigram model has k = 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol, runtime_checkable

import torch

from analysis.counts.contexts.examples import context_ids
from analysis.words.vocabulary import Vocabulary


class Model(Protocol):
    """A model gives the probabilities of the next letter."""

    @property
    def k(self) -> int:
        """How many letters of context it uses: 1 or more."""
        ...

    def next_probs(self, contexts: torch.Tensor) -> torch.Tensor:
        """P(next | context): ids (N, k), int64 -> probabilities (N, V), float64; each row sums to 1."""
        ...


@runtime_checkable
class TargetModel(Model, Protocol):
    """A model that can also look up the probabilities of given letters, without whole rows."""

    def target_probs(self, contexts: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """P(target | context): ids (N, k) and (N,), int64 -> (N,), float64."""
        ...


def next_after(model: Model, beginnings: Sequence[Sequence[int]]) -> torch.Tensor:
    """P(next) after the ids of each beginning: (N, V), float64. The model gets the last k ids of each."""
    contexts = [[*[0] * model.k, *beginning][-model.k :] for beginning in beginnings]
    return model.next_probs(torch.tensor(contexts, dtype=torch.int64).reshape(len(contexts), model.k))


class Examples(NamedTuple):
    """Examples for a model: contexts (N, k), and targets (N,), the letters that follow; ids, int64."""

    contexts: torch.Tensor
    targets: torch.Tensor


def examples_of(words: Sequence[str], vocab: Vocabulary, k: int) -> Examples:
    """One example for every letter of the words and for each end, with the k ids before it. No words give N = 0.

    Raises ValueError for a k below 1, and as `context_ids` does.

    >>> examples_of(["ab"], Vocabulary((".", "a", "b")), 2)
    Examples(contexts=tensor([[0, 0],
            [0, 1],
            [1, 2]]), targets=tensor([1, 2, 0]))
    """
    if k < 1:
        raise ValueError(f"a context needs at least 1 letter, got {k}")
    contexts, targets = context_ids(words, vocab, k)
    return Examples(torch.from_numpy(contexts), torch.from_numpy(targets))
