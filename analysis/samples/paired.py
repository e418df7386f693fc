"""Paired samples: names of two models, drawn from the same places of one random stream, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import zip_longest
from typing import NamedTuple

import torch

from analysis.models.base import Model
from analysis.samples.names import MAX_LEN, draw_word, prepare_rows, sample_words
from analysis.settings import N
from analysis.streams import open_stream
from analysis.words.vocabulary import Vocabulary


class PairedSample(NamedTuple):
    """A name of each of two models, both drawn from the same place of a stream: after its first `place` draws.

    `differs` is the index of the first letter that differs (the end counts as a letter); None if the names are equal.
    """

    first: str
    second: str
    place: int
    differs: int | None


def running_samples(
    first: torch.Tensor | Model, second: torch.Tensor | Model, vocab: Vocabulary, n: int, stream: str, seed: int
) -> tuple[list[str], list[str]]:
    """n words of each of two models. Each list starts at the beginning of the stream, so equal models give equal words.

    A model may be given as probs (V, V). Raises ValueError as `open_stream` and `sample_words` do.
    """
    one, other = (sample_words(model, vocab, n, open_stream(stream, seed)) for model in (first, second))
    return one, other


def paired_samples(
    first: torch.Tensor | Model,
    second: torch.Tensor | Model,
    vocab: Vocabulary,
    n: int,
    stream: str,
    seed: int,
    max_len: int = MAX_LEN,
) -> list[PairedSample]:
    """n pairs of names. The names of the first model follow each other in the stream, as `sample_words` draws them. For
    each, the second model draws one name, from the place in the stream where the first name begins.

    A model may be given as probs (V, V). In two running lists, one different letter changes all later names; here it
    changes none of them. A name that has not ended after `max_len` letters is cut. Raises ValueError as `open_stream`
    and `sample_words` do.
    """
    running = open_stream(stream, seed)
    rows, second_rows = (prepare_rows(model, running) for model in (first, second))
    pairs, place = [], 0
    for _ in range(N.check(n)):
        restarted = running.fork()
        one = [i for _, i in draw_word(rows, running, max_len)]
        other = [i for _, i in draw_word(second_rows, restarted, max_len)]
        pairs.append(PairedSample(vocab.decode(one), vocab.decode(other), place, first_difference(one, other)))
        place += len(one)
    return pairs


def first_difference(one: Sequence[int], other: Sequence[int]) -> int | None:
    """The index where two names first differ; None if they are the same. The names are ids, with the 0 at the end.

    >>> first_difference([1, 2, 0], [1, 2, 2, 0]), first_difference([1, 0], [1, 0])
    (2, None)
    """
    pairs = enumerate(zip_longest(one, other))
    return next((i for i, (a, b) in pairs if a != b), None)


def same_names(pairs: Sequence[PairedSample]) -> int:
    """How many pairs have two equal names."""
    return sum(pair.differs is None for pair in pairs)


class ListFigures(NamedTuple):
    """Figures of a list of names: how many have one letter, their mean length in letters, and how many are real names.

    `real` is None if it is not known which names are real.
    """

    one_letter: int
    mean_length: float
    real: int | None


def list_figures(names: Sequence[str], real: Set[str] | None = None) -> ListFigures:
    """The figures of a list of names; a name that comes twice counts twice. Raises ValueError for an empty list.

    >>> list_figures(["ann", "x", "ann", "anna"], real={"ann", "emma"})
    ListFigures(one_letter=1, mean_length=2.75, real=2)
    """
    if not names:
        raise ValueError("the figures of a list need at least one name, got none")
    lengths = [len(name) for name in names]
    known = None if real is None else sum(name in real for name in names)
    return ListFigures(lengths.count(1), sum(lengths) / len(lengths), known)
