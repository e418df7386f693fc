"""Every draw of some names, with the numbers that decided it: what the page Sampling shows one letter at a time."""

from __future__ import annotations

from typing import Any, NamedTuple

import torch

from analysis.samples.names import draw_word
from analysis.settings import N
from analysis.streams.base import Stream
from analysis.streams.decisions import Decision
from analysis.words.vocabulary import Vocabulary


class Draw(NamedTuple):
    """One draw: the number of its word (1, 2, ...), the row, what came and how likely it was, and what decided it."""

    word: int
    previous: int
    next: int
    prob: float
    decided: Decision


class SlowMotion(NamedTuple):
    """The draws of some words in order, as many of them as were asked for, and how many there are in all."""

    draws: list[Draw]
    total: int


def slow_motion(probs: torch.Tensor, n: int, stream: Stream, most: int | None = None) -> SlowMotion:
    """Every draw of n words, those of `sample_words` from probs (V, V) and the same stream at its start.

    With `most`, only the first so many are looked into and kept: what decided a draw can be V numbers. Raises
    ValueError as `sample_words` does.
    """
    rows = [stream.prepare(row) for row in probs]
    draws: list[Draw] = []
    total = 0
    for word in range(1, N.check(n) + 1):
        for previous, following in draw_word(rows, stream):
            total += 1
            if most is None or total <= most:
                decided = stream.explain(rows[previous], following, stream.used)
                draws.append(Draw(word, previous, following, float(probs[previous, following]), decided))
    return SlowMotion(draws, total)


def draw_keys(draw: Draw, vocab: Vocabulary) -> dict[str, Any]:
    """A draw as `sample --steps --json` prints it, with what decided it: of a race the first two, not all V."""
    return {
        "word": draw.word,
        "previous": vocab.itos[draw.previous],
        "next": vocab.itos[draw.next],
        "prob": draw.prob,
        **draw.decided.keys(vocab.itos.__getitem__),
    }
