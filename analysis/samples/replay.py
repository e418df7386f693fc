"""Every draw of some names, with the random numbers that decided it. The page Sampling shows them one by one."""

from __future__ import annotations

from typing import Any, NamedTuple

import torch

from analysis.models.base import Model
from analysis.models.table import TableModel
from analysis.samples.names import ContextRows, draw_word, prepare_rows
from analysis.settings import N
from analysis.streams.base import Stream
from analysis.streams.decisions import Decision
from analysis.words.vocabulary import Vocabulary


class Draw(NamedTuple):
    """One draw: the number of its word (1, 2, ...), the row, the letter drawn and its probability, what decided it."""

    word: int
    previous: int
    next: int
    prob: float
    decided: Decision


class SlowMotion(NamedTuple):
    """The first draws of some words, in order, and the total number of draws."""

    draws: list[Draw]
    total: int


def slow_motion(model: torch.Tensor | Model, n: int, stream: Stream, most: int | None = None) -> SlowMotion:
    """Every draw of the n words that `sample_words` gives for a model, or probs (V, V), and the same stream.

    With `most`, only the first `most` draws are explained and kept, because an explanation can have V numbers. Raises
    ValueError as `sample_words` does.
    """
    if isinstance(model, torch.Tensor):
        model = TableModel(model)
    rows = prepare_rows(model, stream)
    draws: list[Draw] = []
    total = 0
    for word in range(1, N.check(n) + 1):
        context = (0,) * model.k
        for previous, following in draw_word(rows, stream):
            total += 1
            if most is None or total <= most:
                row = rows[context] if isinstance(rows, ContextRows) else rows[previous]
                prob = float(model.next_probs(torch.tensor([context]))[0, following])
                draws.append(Draw(word, previous, following, prob, stream.explain(row, following, stream.used)))
            context = (*context[1:], following)
    return SlowMotion(draws, total)


def draw_keys(draw: Draw, vocab: Vocabulary) -> dict[str, Any]:
    """A draw as `sample --steps --json` prints it, with what decided it; of a race only the first two letters."""
    return {
        "word": draw.word,
        "previous": vocab.itos[draw.previous],
        "next": vocab.itos[draw.next],
        "prob": draw.prob,
        **draw.decided.keys(vocab.itos.__getitem__),
    }
