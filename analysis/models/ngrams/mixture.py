"""A mixture of three Kneser-Ney models that look at different things in the letters before.

One looks at the letters. One also at the place in the word: a name of ten letters ends sooner. One looks at the pattern
of vowels and consonants of the whole beginning. Each is weak where another is strong, so their mean is better than the
best of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch

from analysis.counts.bigrams import count_bigrams
from analysis.counts.contexts import count_contexts
from analysis.counts.contexts.examples import ContextIds, context_ids, example_weights
from analysis.counts.vowels import find_vowels
from analysis.models.ngrams.interpolated import InterpolatedModel
from analysis.models.ngrams.kneser_ney import kneser_ney
from analysis.words.vocabulary import Vocabulary

LETTERS = 16  # how far back it looks: earlier letters count neither for the place nor for the pattern
HELD_OUT = 8  # the weights are chosen on every eighth word
ROUNDS = 50  # of the search for the weights, which stop changing much sooner


class Looks(NamedTuple):
    """What each model looks at: ids (N, columns), as contexts are. The first column is the first that backoff drops."""

    letters: np.ndarray
    place: np.ndarray
    pattern: np.ndarray


def look_at(contexts: np.ndarray, vowels: np.ndarray) -> Looks:
    """The three views of contexts (N, 16); vowels (V,) is 2 for a vowel, 1 for another letter, 0 for the boundary.

    `letters`: the last five. `place`: the last two, how many letters the word has, and two more. `pattern`: the last
    letter, vowel or consonant for all letters as one number in base 3, and the letter before.

    >>> views = look_at(np.array([[0] * 13 + [1, 2, 1]]), np.array([0, 2, 1]))  # aba, with a as the vowel
    >>> views.letters.tolist(), views.place.tolist(), views.pattern.tolist()
    ([[0, 0, 1, 2, 1]], [[0, 1, 3, 2, 1]], [[2, 23, 1]])
    """
    back = {letters: contexts[:, -letters] for letters in range(1, 6)}
    place = (contexts != 0).sum(1)
    pattern = vowels[contexts] @ 3 ** np.arange(LETTERS)[::-1]  # the last letter is the units
    return Looks(
        contexts[:, -5:],
        np.stack([back[4], back[3], place, back[2], back[1]], 1),
        np.stack([back[2], pattern, back[1]], 1),
    )


class MixtureModel:
    """The three models and their weights, which sum to 1; k = 16 letters."""

    k = LETTERS

    def __init__(self, models: Sequence[InterpolatedModel], vowels: np.ndarray, weights: np.ndarray) -> None:
        self.models, self.vowels, self.weights = models, vowels, weights

    @property
    def numbers(self) -> int:
        """How many counts it stores."""
        return sum(model.numbers for model in self.models)

    def alone(self, part: int) -> MixtureModel:
        """The first, second or third model (0, 1, 2) with all the weight."""
        return MixtureModel(self.models, self.vowels, np.eye(3)[part])

    def next_probs(self, contexts: torch.Tensor) -> torch.Tensor:
        """P(next | context): ids (N, 16), int64 -> (N, V), float64; each row sums to 1."""
        return self._sum([model.next_probs(look) for model, look in self._asked(contexts)])

    def target_probs(self, contexts: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """P(target | context): ids (N, 16) and (N,), int64 -> (N,), float64; fast for many."""
        return self._sum([model.target_probs(look, targets) for model, look in self._asked(contexts)])

    def _asked(self, contexts: torch.Tensor) -> list[tuple[InterpolatedModel, torch.Tensor]]:
        """Each model with what it looks at."""
        looks = look_at(contexts.numpy(), self.vowels)
        return list(zip(self.models, map(torch.from_numpy, looks), strict=True))

    def _sum(self, parts: list[torch.Tensor]) -> torch.Tensor:
        return torch.einsum("m,m...->...", torch.from_numpy(self.weights), torch.stack(parts))


def count_mixture(words: Sequence[str], vocab: Vocabulary, weights: Sequence[int] | None = None) -> MixtureModel:
    """The mixture, counted on some words; `weights` say how often each occurs, without them once.

    The weights of the models are those with the lowest nll on every eighth word, of models that are counted on the
    others; one word gives equal weights. Raises ValueError for no words, or an unknown letter.
    Source of the search: Jelinek and Mercer (1980), by the EM algorithm.
    """
    vowels = np.ones(len(vocab), np.int64)
    vowels[0] = 0
    vowels[find_vowels(count_bigrams(words, vocab, weights))] = 2
    examples = context_ids(words, vocab, LETTERS)
    times = example_weights(words, weights)
    looks, shares = look_at(examples.contexts, vowels), np.full(3, 1 / 3)
    if len(words) > 1:
        held = example_weights(words, range(len(words))) % HELD_OUT == 0  # (N,), of each eighth word
        models = _count(Looks(*(look[~held] for look in looks)), examples.targets[~held], times[~held], len(vocab))
        targets = torch.from_numpy(examples.targets[held])
        probs = [
            model.target_probs(torch.from_numpy(look[held]), targets) for model, look in zip(models, looks, strict=True)
        ]
        shares = _best_shares(torch.stack(probs).numpy(), times[held])
    return MixtureModel(_count(looks, examples.targets, times, len(vocab)), vowels, shares)


def _count(looks: Looks, targets: np.ndarray, times: np.ndarray, size: int) -> list[InterpolatedModel]:
    return [kneser_ney(count_contexts(ContextIds(look, targets), size, times), look.shape[1]) for look in looks]


def _best_shares(probs: np.ndarray, times: np.ndarray) -> np.ndarray:
    """The shares (3,) of models with the lowest nll on examples: probs (3, N); each occurs `times` (N,)."""
    shares = np.full(len(probs), 1 / len(probs))
    for _ in range(ROUNDS):
        parts = shares[:, None] * probs  # how much of each probability comes from each model
        shares = (parts / parts.sum(0)) @ times / times.sum()
    return shares
