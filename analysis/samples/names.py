"""Draw words from a model: one by one with a stream, or many at once with given uniforms."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch

from analysis.models.base import Model
from analysis.models.table import TableModel
from analysis.settings import N
from analysis.streams import open_stream
from analysis.streams.base import Stream, check_row
from analysis.streams.numbers import twister_uniforms
from analysis.words.vocabulary import Vocabulary

OWN_ROW = 40  # uniforms in a word's own row; the word is cut after so many letters
KEPT_ROWS = 10_000  # rows that are remembered of a model with a longer context
BLOCK = 10_000  # words drawn at a time, each with its own row of uniforms
MAX_LEN = 1000  # a word of the uniform model is longer once in 10 ** 16 draws


def sample_words(
    model: torch.Tensor | Model, vocab: Vocabulary, n: int, stream: Stream, max_len: int = MAX_LEN
) -> list[str]:
    """n words of any model, or of probs (V, V), drawn one after the other from one stream, without the boundaries.

    Each starts at the boundary and ends when the boundary is drawn again, so a
    word can be empty if P(. | .) > 0. A word that has not ended after `max_len`
    letters is cut there. Raises ValueError for an n that is not 1 ... 10,000,000, or
    a row without mass.
    """
    rows = prepare_rows(model, stream)
    return [vocab.decode(i for _, i in draw_word(rows, stream, max_len)) for _ in range(N.check(n))]


def sample_from_each(
    models: Mapping[str, torch.Tensor | Model], vocab: Vocabulary, n: int, seed: int
) -> dict[str, list[str]]:
    """n words of each model or probs (V, V), by name; each from the start of the stream lecture with the same seed."""
    return {name: sample_words(model, vocab, n, open_stream("lecture", seed)) for name, model in models.items()}


class ContextRows:
    """The rows of a model with any k by their context, a tuple of k ids. A row is made when it is first needed."""

    def __init__(self, model: Model, stream: Stream) -> None:
        self.model, self.stream = model, stream
        self.kept: dict[tuple[int, ...], Any] = {}

    def __getitem__(self, context: tuple[int, ...]) -> Any:
        if context not in self.kept:
            if len(self.kept) >= KEPT_ROWS:
                self.kept.clear()
            self.kept[context] = self.stream.prepare(self.model.next_probs(torch.tensor([context]))[0])
        return self.kept[context]


def prepare_rows(model: torch.Tensor | Model, stream: Stream) -> list[Any] | ContextRows:
    """The rows of a model, prepared for `draw_word`: of a table (V, V) all V at once, of other models when needed.

    Raises ValueError for a row of a table that nothing can be drawn from.
    """
    if isinstance(model, TableModel):
        model = model.probs
    return [stream.prepare(row) for row in model] if isinstance(model, torch.Tensor) else ContextRows(model, stream)


def draw_word(
    rows: list[Any] | ContextRows, stream: Stream, max_len: int = MAX_LEN, start: Sequence[int] = ()
) -> Iterator[tuple[int, int]]:
    """Draw one word, a letter at a time: pairs (id before, id drawn), until the word ends or after `max_len` draws.

    `rows` are from `prepare_rows`. `start`: the ids of a word's first letters, after which the model goes on. After
    each pair, `stream.used` has the random numbers of that draw. Raises ValueError for a row that nothing can be drawn
    from.
    """
    if isinstance(rows, ContextRows):
        context = (*(0,) * rows.model.k, *start)[-rows.model.k :]
        for _ in range(max_len):
            following = stream.draw(rows[context])
            yield context[-1], following
            if following == 0:
                return
            context = (*context[1:], following)
        return
    current = [0, *start][-1]
    for _ in range(max_len):
        previous, current = current, stream.draw(rows[current])
        yield previous, current
        if current == 0:
            return


def draw_paths(
    rows: list[Any] | ContextRows, stream: Stream, max_len: int = MAX_LEN, start: Sequence[int] = ()
) -> Iterator[list[int]]:
    """The ids of one word after the other, as `draw_word` draws them, but faster. The stream is of no use after it."""
    if isinstance(rows, ContextRows):
        return ([i for _, i in draw_word(rows, stream, max_len, start)] for _ in itertools.count())
    return stream.draw_paths(rows, [0, *start][-1], max_len)


def sample_many(model: torch.Tensor | Model, vocab: Vocabulary, uniforms: np.ndarray) -> list[str]:
    """One word from each row of uniforms (n, max_len) in [0, 1); each step adds one letter to every word.

    Word j uses row j only: if the model changes a little, most letters stay. A model may be given as probs (V, V).
    The letter is the first whose cumulative probability is > u, in float64, so
    that a letter of probability 0 is never drawn. A word that does not end within
    its row is cut. Raises ValueError for a row of a table without mass, or a negative or nan probability.
    """
    table = None
    if isinstance(model, torch.Tensor):
        model = TableModel(model)
    if isinstance(model, TableModel):
        for row in model.probs:
            check_row(row)
        table = _cumulated(model.probs)  # (V, V), once
    n, max_len = uniforms.shape
    ids = np.zeros((n, max_len), dtype=np.int64)
    contexts = np.zeros((n, model.k), dtype=np.int64)
    going = np.ones(n, dtype=bool)
    for step in range(max_len):
        asked = _cumulated(model.next_probs(torch.from_numpy(contexts))) if table is None else table[contexts[:, 0]]
        current = (asked <= uniforms[:, step, None]).sum(axis=1)
        going &= current != 0
        if not going.any():
            break
        ids[going, step] = current[going]
        contexts = np.concatenate([contexts[:, 1:], current[:, None]], axis=1)
    return [vocab.decode(word) for word in ids.tolist()]


def _cumulated(rows: torch.Tensor) -> np.ndarray:
    """The cumulative probabilities of rows (N, V); the last of each is 1."""
    sums = np.cumsum(rows.double().numpy(), axis=1)
    return sums / sums[:, -1:]


def sample_own_rows(model: torch.Tensor | Model, vocab: Vocabulary, n: int, seed: int) -> list[str]:
    """n words from a model, or probs (V, V), each drawn with its own row of `streams.numbers.uniform_rows`.

    Raises ValueError for an n or a seed out of its limits, and as `sample_many` does.
    """
    tape, n = twister_uniforms(seed), N.check(n)
    blocks = [min(BLOCK, n - first) for first in range(0, n, BLOCK)]
    return [
        word
        for block in blocks
        for word in sample_many(model, vocab, tape.take(block * OWN_ROW).reshape(block, OWN_ROW))
    ]
