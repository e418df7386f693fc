"""Twin samples: names of two models drawn from the same places of one random stream, and where they part."""

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
    """A name of each of two models, drawn from one place of a stream: after `place` draws from its start.

    `differs` is the index of the first letter that is not the same, the end counted as a letter; None where none is.
    """

    first: str
    second: str
    place: int
    differs: int | None


def running_samples(
    first: torch.Tensor | Model, second: torch.Tensor | Model, vocab: Vocabulary, n: int, stream: str, seed: int
) -> tuple[list[str], list[str]]:
    """n words of each of two models from one stream, opened afresh for each: where the models agree, so do they.

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
    """n pairs of names. Those of the first model are its running list, one after the other from the start of a stream,
    as `sample_words` draws them; to each the second model draws one from the place where it begins.

    A model may be given as probs (V, V). In two running lists, one letter that differs moves all later names; here it
    moves none. A name that is still going after `max_len` letters is cut. Raises ValueError as `open_stream` and
    `sample_words` do.
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
    """Where two names, as the ids that were drawn, with the 0 at the end, differ first; None where they are the same.

    >>> first_difference([1, 2, 0], [1, 2, 2, 0]), first_difference([1, 0], [1, 0])
    (2, None)
    """
    pairs = enumerate(zip_longest(one, other))
    return next((i for i, (a, b) in pairs if a != b), None)


def same_names(pairs: Sequence[PairedSample]) -> int:
    """How many pairs are the same name twice."""
    return sum(pair.differs is None for pair in pairs)


class ListFigures(NamedTuple):
    """Of a list of names: how many are one letter long, their mean length in letters, and how many are real names.

    `real` is None where it is not known which names are real.
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
