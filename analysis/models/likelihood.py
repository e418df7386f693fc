"""How well any model predicts words. For a bigram model the counts are enough; other models get each context.

All logarithms are natural: nats per predicted character, the end of a word included.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch

from analysis.counts.bigrams import count_bigrams, encode_words
from analysis.counts.likelihood import Letter, Score
from analysis.counts.likelihood.steps import nlls_of_words
from analysis.models.base import Examples, Model, TargetModel, examples_of
from analysis.models.mean import MeanModel
from analysis.models.table import TableModel
from analysis.models.trained.model import TrainedModel
from analysis.settings import SORT
from analysis.words.vocabulary import Vocabulary

BLOCK = 10_000  # contexts that a model gets at a time


def target_probs(model: Model, examples: Examples) -> torch.Tensor:
    """The probability of each target after its context: N examples -> (N,), float64.

    Raises ValueError for a negative or nan probability.
    """
    blocks = zip(*(torch.split(ids, BLOCK) for ids in examples), strict=True)
    picked = [_picked(model, contexts, targets) for contexts, targets in blocks]
    probs = torch.cat(picked).double()  # (N,)
    if not bool((probs >= 0).all()):
        raise ValueError(f"a probability must be >= 0, got {float(probs[~(probs >= 0)][0])}")
    return probs


def _picked(model: Model, contexts: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    if isinstance(model, TargetModel):
        return model.target_probs(contexts, targets)
    return model.next_probs(contexts)[torch.arange(len(targets)), targets]


def probs_of_words(words: Sequence[str], vocab: Vocabulary, model: Model) -> torch.Tensor:
    """The probability of each letter of the words and of each end, in their order: (characters,), float64.

    Raises ValueError for an unknown letter, or a negative or nan probability.
    """
    if isinstance(model, TrainedModel):
        return model.probs_of_words(words, vocab)
    if isinstance(model, MeanModel):
        return torch.stack([probs_of_words(words, vocab, one) for one in model.models]).mean(0)
    return target_probs(model, examples_of(words, vocab, model.k))


def score_word(word: str, vocab: Vocabulary, model: Model) -> Score:
    """Score a word letter by letter; `previous` of a letter is the last id of its context.

    Raises ValueError for a word without a letter, an unknown letter, or a negative or nan probability.
    """
    if not word:
        raise ValueError("a word needs at least one letter, got none")
    contexts, targets = examples = examples_of([word], vocab, model.k)
    probs = target_probs(model, examples).tolist()
    logprobs = [math.log(prob) if prob > 0 else -math.inf for prob in probs]
    letters = list(map(Letter, contexts[:, -1].tolist(), targets.tolist(), probs, logprobs))
    total = sum(logprobs)
    return Score(word, letters, total, -total / len(letters) + 0.0)


def mean_nll(words: Sequence[str], vocab: Vocabulary, model: Model, weights: Sequence[int] | None = None) -> float:
    """Mean nll of words, nats per predicted character: >= 0; inf where a letter has probability 0.

    `weights` say how often each word occurs, without them once. Raises ValueError for no words, an unknown letter, or a
    negative or nan probability.
    """
    if isinstance(model, TableModel):
        return model.nll_of_counts(count_bigrams(words, vocab, weights))
    if not words:
        raise ValueError("a mean nll needs at least one word, got none")
    logs = probs_of_words(words, vocab, model).log()
    if weights is None:
        return -float(logs.mean()) + 0.0
    times = torch.repeat_interleave(torch.tensor(weights), torch.tensor([len(word) + 1 for word in words]))
    return -float((logs * times).sum() / times.sum()) + 0.0


def nlls_of_each(words: Sequence[str], vocab: Vocabulary, model: Model) -> np.ndarray:
    """The mean nll of each word, nats per character: (words,); inf for a word that the model cannot give.

    Raises ValueError for an unknown letter, or a negative or nan probability.
    """
    if isinstance(model, TableModel):
        return nlls_of_words(encode_words(words, vocab), model.probs)
    if not words:
        return np.empty(0)
    characters = np.array([len(word) + 1 for word in words])
    nlls = -probs_of_words(words, vocab, model).log().numpy()
    return np.add.reduceat(nlls, np.cumsum(characters) - characters) / characters


class Judged(NamedTuple):
    """A word and its mean nll, nats per character, the end included; inf if the model cannot give it."""

    word: str
    nll: float


def judge_words(words: Sequence[str], vocab: Vocabulary, model: Model, sort: str = SORT.default) -> list[Judged]:
    """Each word with its mean nll under a model, in the order given (`drawn`) or the lowest first (`nll`).

    Give a model without temperature for the nll of `score`. Equal nlls stay in the order given. Raises ValueError for
    another `sort`, or an unknown letter.

    >>> uniform = TableModel(torch.full((3, 3), 1 / 3))
    >>> judge_words(["ab", "a"], Vocabulary((".", "a", "b")), uniform, "nll")[0].word
    'ab'
    """
    if not words:
        return []
    judged = list(map(Judged, words, nlls_of_each(words, vocab, model).tolist()))
    return sorted(judged, key=lambda one: one.nll) if SORT.check(sort) == "nll" else judged
