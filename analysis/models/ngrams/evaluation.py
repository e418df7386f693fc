"""How well counted models predict, for all k at once: counted on train, scored on train, dev and test.

Each example is looked up in the counts once, for every length of context. A model then only reads its numbers there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.counts.contexts import ContextCounts, Found, count_contexts
from analysis.counts.contexts.examples import context_ids, example_weights
from analysis.models.ngrams.base import NgramModel
from analysis.words.split import split_weights, split_words
from analysis.words.vocabulary import Vocabulary

PARTS = ("train", "dev", "test")
DIGITS, POWERS = range(1, 10), range(-4, 4)  # smoothings of one digit that are tried: 0.0001 to 9,000
LEAST = 1e-4


@dataclass(frozen=True)
class Part:
    """Where the examples of some words stand in the counts, and how often each example occurs."""

    found: Found
    weights: np.ndarray

    def nll(self, model: NgramModel) -> float:
        """Mean nll, nats per character; inf where a letter has probability 0."""
        return _mean_nll(model.probs_of(self.found), self.weights)


@dataclass(frozen=True)
class Evaluation:
    """`counts`, of the train words; and `parts` by name: train, and dev and test if they have words."""

    counts: ContextCounts
    parts: dict[str, Part]

    def nlls(self, model: NgramModel) -> dict[str, float | None]:
        """The mean nll of each part, nats per character; None if it has no words."""
        return {name: self.parts[name].nll(model) if name in self.parts else None for name in PARTS}

    def best_smoothing(self, letters: int) -> float | None:
        """The fake counts, of two digits, with the lowest nll on dev for so many letters; None without dev words.

        First those of one digit are tried, 0.0001 to 9,000, then those of two digits around the best.
        """
        part = self.parts.get("dev")
        if part is None:
            return None
        order, found = self.counts.orders[letters], part.found
        counts, totals = order.of_examples(found.places[letters], found.cells[letters])
        _, first, which = np.unique(counts * (totals.max() + 1) + totals, return_index=True, return_inverse=True)
        count, total, weights = (
            counts[first],
            totals[first],
            np.bincount(which, part.weights),
        )  # few pairs are different

        def nll(smoothing: float) -> float:
            return _mean_nll((count + smoothing) / (total + smoothing * self.counts.size), weights)

        best = min((float(f"{digit}e{power}") for power in POWERS for digit in DIGITS), key=nll)
        step = 10.0 ** math.floor(math.log10(best)) / 10
        around = (float(f"{best + tenths * step:.2g}") for tenths in range(-9, 10))
        return min((smoothing for smoothing in around if smoothing >= LEAST), key=nll)


def evaluate_split(words: Sequence[str], vocab: Vocabulary, k: int, weights: Sequence[int] | None = None) -> Evaluation:
    """The counts of the train words for 0 ... k letters, and where all words stand in them.

    `weights` say how often each word occurs, without them once. Raises ValueError as `context_ids` does, or if there
    are no train words.
    """
    times = split_weights(weights)
    counts: ContextCounts | None = None
    parts = {}
    for name, some, each in zip(PARTS, split_words(words), times, strict=True):
        if not some and counts is not None:
            continue
        examples = context_ids(some, vocab, k)
        of_examples = example_weights(some, each)
        if counts is None:
            counts = count_contexts(examples, len(vocab), of_examples)
            found = counts.find_counted()
        else:
            found = counts.find(examples, k)
        parts[name] = Part(found, of_examples)
    assert counts is not None  # train is the first part
    return Evaluation(counts, parts)


def _mean_nll(probs: np.ndarray, weights: np.ndarray) -> float:
    if not probs.all():
        return float("inf")
    return float(-(np.log(probs) @ weights) / weights.sum()) + 0.0
