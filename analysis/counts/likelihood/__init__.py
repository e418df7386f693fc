"""How well a model predicts words: log-likelihood, mean nll, perplexity; one word letter by letter.

All logarithms are natural: nats per predicted character, the end of a word included.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np
import torch

from analysis.words.vocabulary import Vocabulary


def log_likelihood(counts: torch.Tensor, probs: torch.Tensor) -> float:
    """Sum of ln P over every bigram counted, in nats: <= 0, and -inf if a counted pair has probability 0.

    counts, probs (V, V). Of the words, only the counts matter. Pairs that never
    occur are left out (0 * ln 0 would be nan). Raises ValueError if the shapes
    differ.

    >>> log_likelihood(torch.tensor([[0, 2], [1, 0]]), torch.tensor([[0.5, 0.5], [1.0, 0.0]]))
    -1.3862943611198906
    """
    if counts.shape != probs.shape:
        raise ValueError(f"counts and probs must have one shape, got {tuple(counts.shape)} and {tuple(probs.shape)}")
    return float((counts * torch.where(counts > 0, probs.double(), 1.0).log()).sum())


def mean_nll(counts: torch.Tensor, probs: torch.Tensor) -> float:
    """Mean negative log-likelihood of the words counted, nats per predicted character: >= 0, lower is better.

    counts, probs (V, V). ln V for a uniform model, inf if a counted pair has probability 0. Raises ValueError if
    shapes differ, or if nothing is counted: without a bigram there is no mean.

    >>> mean_nll(torch.tensor([[0, 1], [1, 0]]), torch.tensor([[0.5, 0.5], [1.0, 0.0]]))
    0.34657359027997264
    """
    n = int(counts.sum())
    if n == 0:
        raise ValueError("a mean nll needs at least one bigram, got none")
    return -log_likelihood(counts, probs) / n + 0.0  # + 0.0: a perfect model scores 0, not -0


def running_sum(ids: np.ndarray, counts: torch.Tensor) -> tuple[float, float]:
    """The log-likelihood and mean nll, nats, as the lecture's loop prints them: float32, one bigram after the other.

    ids (n + 1,): all words as one row, as `encode_words` gives them; counts (V, V), smoothing included. A float32
    sum of 228,146 terms is off in the fifth digit: that is where the printed 2.4540942 comes from (exact: 2.4540145).
    """
    probs = counts.float()
    probs /= probs.sum(1, keepdim=True)
    terms = probs.log().numpy()[ids[:-1], ids[1:]]
    total = np.add.accumulate(terms, dtype=np.float32)[-1]
    return float(total), float(-total / np.float32(len(terms)))


def float32_step(value: float) -> float:
    """The distance from a float32 of about this value to the next one: a much smaller number, added to it, is lost.

    >>> float32_step(-559891.75)
    0.0625
    """
    return float(np.spacing(np.float32(abs(value))))


def perplexity(nll: float) -> float:
    """exp(nll): the model is as unsure as if it chose between this many equally likely characters; inf for inf.

    >>> round(perplexity(math.log(27)), 9)
    27.0
    """
    try:
        return math.exp(nll)
    except OverflowError:
        return math.inf


@dataclass(frozen=True)
class Letter:
    """One step of a word: the pair of ids, P(next | previous) and its logarithm in nats (-inf for 0)."""

    previous: int
    next: int
    prob: float
    logprob: float


@dataclass(frozen=True)
class Score:
    """A word letter by letter; `nll` is the mean over its letters and its end, nats, inf if one has probability 0."""

    word: str
    letters: list[Letter]
    log_likelihood: float
    nll: float

    @property
    def impossible(self) -> list[Letter]:
        """The steps with probability 0, which make the nll infinite."""
        return [letter for letter in self.letters if letter.prob == 0]


def score_word(word: str, vocab: Vocabulary, probs: torch.Tensor) -> Score:
    """Score each bigram of a word under probs (V, V), its end included, in nats.

    Raises ValueError for an empty word, an unknown letter, or a probability that is negative or nan.
    """
    if not word:
        raise ValueError("a word needs at least one letter, got none")
    ids = vocab.encode(word)
    letters = []
    for previous, following in itertools.pairwise(ids):
        prob = float(probs[previous, following])
        if not prob >= 0:
            raise ValueError(f"a probability must be >= 0, got {prob}")
        letters.append(Letter(previous, following, prob, math.log(prob) if prob > 0 else -math.inf))
    total = sum(letter.logprob for letter in letters)
    return Score(word, letters, total, -total / len(letters) + 0.0)
