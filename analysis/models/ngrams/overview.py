"""All lengths of context of a list at a glance: their nll, what a model knows by heart, and the nll of the mixture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.counts.contexts import ContextCounts
from analysis.models.likelihood import mean_nll
from analysis.models.ngrams.additive import AdditiveModel
from analysis.models.ngrams.base import NgramModel
from analysis.models.ngrams.evaluation import evaluate_split
from analysis.models.ngrams.kneser_ney import all_kneser_ney
from analysis.models.ngrams.mixture import count_mixture
from analysis.words.split import split_weights, split_words
from analysis.words.vocabulary import Vocabulary


class Length(NamedTuple):
    """What counting with `letters` letters of context gives.

    `smoothing`: the fake counts that are best on dev. `additive` (with these) and `kneser_ney`: the nll of each part,
    nats per character, by its name; counted on train. None where a part has no words.
    """

    letters: int
    smoothing: float | None
    additive: dict[str, float | None]
    kneser_ney: dict[str, float | None]


def all_lengths(words: Sequence[str], vocab: Vocabulary, k: int, weights: Sequence[int] | None = None) -> list[Length]:
    """The lengths 0 ... k of a list; `weights` say how often each word occurs, without them once.

    Without dev words, the additive models have no fake counts. Raises ValueError as `evaluate_split` does.
    """
    evaluation = evaluate_split(words, vocab, k, weights)
    lengths = []
    for letters, model in enumerate(all_kneser_ney(evaluation.counts)):
        smoothing = evaluation.best_smoothing(letters)
        additive = AdditiveModel(evaluation.counts, letters, smoothing or 0.0)
        lengths.append(Length(letters, smoothing, evaluation.nlls(additive), evaluation.nlls(model)))
    return lengths


class MixtureNlls(NamedTuple):
    """The mixture of a list, counted on train: the dev nll of each of its models `alone`, and of all; the test nll.

    nll in nats per character. `weights` are those of the three models, `vowels` the ids of what it takes for vowels.
    """

    alone: list[float]
    dev: float
    test: float
    weights: list[float]
    vowels: list[int]


def mixture_nlls(words: Sequence[str], vocab: Vocabulary, weights: Sequence[int] | None = None) -> MixtureNlls:
    """How well the mixture predicts; `weights` say how often each word occurs.

    Raises ValueError if there are no dev or no test words.
    """
    (train, dev, test), times = split_words(words), split_weights(weights)
    if not (train and dev and test):
        raise ValueError(f"mix needs words for train, dev and test: expected 10 or more, got {len(words)}")
    model = count_mixture(train, vocab, times.train)
    alone = [mean_nll(dev, vocab, model.alone(part), times.dev) for part in range(len(model.weights))]
    nlls = mean_nll(dev, vocab, model, times.dev), mean_nll(test, vocab, model, times.test)
    return MixtureNlls(alone, *nlls, model.weights.tolist(), np.flatnonzero(model.vowels == 2).tolist())


def shares_by_heart(words: Sequence[str], counts: ContextCounts, models: Sequence[NgramModel]) -> list[float]:
    """For each model: which share of the words that it makes is in the list, letter for letter; exact, not drawn.

    `counts` are of these words in this order, and the models are made from them.
    """
    ends = np.cumsum([len(word) + 1 for word in words])
    starts = np.concatenate([[0], ends[:-1]])
    different = list({word: i for i, word in enumerate(words)}.values())
    found = counts.find_counted()
    with np.errstate(divide="ignore"):  # a letter can have probability 0
        sums = (np.add.reduceat(np.log(model.probs_of(found)), starts) for model in models)
        return [float(np.exp(logs[different]).sum()) for logs in sums]
