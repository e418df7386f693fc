"""The ladder: every counted model of 0 ... k letters on the same split, how well each predicts and what it costs."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.models.likelihood import mean_nll
from analysis.models.ngrams.choose import FAMILIES, MIX, NgramName, check_letters
from analysis.models.ngrams.evaluation import evaluate_split
from analysis.models.ngrams.mixture import LETTERS, count_mixture
from analysis.words.split import split_weights, split_words
from analysis.words.vocabulary import Vocabulary


class Rung(NamedTuple):
    """One model: its `name`, `letters` of context, and how many `numbers` it stores.

    `train_nll`, `dev_nll`, `test_nll`: counted on train, nats per character; `bits`: the test nll in bits. `smoothing`:
    the fake counts that are best on dev, of additive models alone. `seconds`: to count, tune and score it here.
    """

    name: str
    letters: int
    numbers: int
    smoothing: float | None
    train_nll: float
    dev_nll: float
    test_nll: float
    bits: float
    seconds: float


def climb(words: Sequence[str], vocab: Vocabulary, k: int, weights: Sequence[int] | None = None) -> Iterator[Rung]:
    """A rung for each family with 0 ... k letters: additive (tuned on dev), Witten-Bell, Kneser-Ney. Last, `mixture`.

    `weights` say how often each word occurs, without them once. Raises ValueError for a letter that is not in the
    vocabulary, more letters than the longest word has, or too few words for dev and test.
    """
    check_letters(k, words, "the ladder")
    for letters in range(k + 1):
        start = time.perf_counter()
        evaluation = evaluate_split(words, vocab, letters, weights)
        if len(evaluation.parts) < 3:
            raise ValueError(f"the ladder needs words for train, dev and test: expected 10 or more, got {len(words)}")
        counting = time.perf_counter() - start
        for family in FAMILIES:
            start = time.perf_counter()
            smoothing = evaluation.best_smoothing(letters) if family == "add" else None
            name = NgramName(family, letters, *(() if smoothing is None else (smoothing,)))
            model = name.make(evaluation.counts)
            train, dev, test = (part.nll(model) for part in evaluation.parts.values())
            yield _rung(name, model.numbers, smoothing, (train, dev, test), counting + time.perf_counter() - start)
    start = time.perf_counter()
    parts, times = split_words(words), split_weights(weights)
    mixture = count_mixture(parts.train, vocab, times.train)
    nlls = [mean_nll(part, vocab, mixture, each) for part, each in zip(parts, times, strict=True)]
    yield _rung(NgramName(MIX, LETTERS), mixture.numbers, None, nlls, time.perf_counter() - start)


def _rung(name: NgramName, numbers: int, smoothing: float | None, nlls: Sequence[float], seconds: float) -> Rung:
    train, dev, test = nlls
    return Rung(str(name), name.letters, numbers, smoothing, train, dev, test, test / math.log(2), round(seconds, 3))
