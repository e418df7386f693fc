"""The models that are set side by side: a bigram, counts of longer contexts, and trained nets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch

from analysis.counts.word_list import WordList
from analysis.models.base import Model, next_after
from analysis.models.ngrams.choose import NgramName
from analysis.models.table import CountedModel
from analysis.words.split import split_weights, split_words

BIGRAM = "bigram"
SMOOTHING = 1.0  # fake counts of the bigram, as in the lecture
LETTERS = 5  # of Kneser-Ney: the best that counts alone


def side_by_side(listed: WordList, nets: Mapping[str, Model], *, with_words: bool) -> dict[str, Model]:
    """By name: the bigram; with words, Kneser-Ney with 5 letters of context; the nets. Counted on the train words.

    With shorter words, Kneser-Ney has as many letters as the longest train word. Raises ValueError for no train words.
    """
    tables = listed.tables
    if not tables.train.any():
        got = listed.summary.words
        raise ValueError(f"models are made from the train words: expected 2 words or more in the list, got {got}")
    known: dict[str, Model] = {BIGRAM: CountedModel(tables.train, SMOOTHING)}
    if with_words:
        train = split_words(listed.words).train
        name = NgramName("kn", min(LETTERS, max(map(len, train))))
        known[str(name)] = name.count(train, tables.vocab, split_weights(listed.weights).train)
    return known | dict(nets)


def next_probs_of_each(models: Mapping[str, Model], beginnings: Sequence[Sequence[int]]) -> dict[str, torch.Tensor]:
    """P(next) after the ids of each beginning, by the name of the model: (N, V), float64."""
    return {name: next_after(model, beginnings) for name, model in models.items()}
