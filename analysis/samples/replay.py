"""Every draw of some names, with the numbers that decided it: what the page Sampling shows one letter at a time."""

from __future__ import annotations

from typing import Any, NamedTuple

import torch

from analysis.samples.names import Step
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


def slow_motion(probs: torch.Tensor, words: list[list[Step]], stream: Stream) -> list[Draw]:
    """The draws of some words in order: probs (V, V), and the steps that `sample_steps` took from this stream."""
    prepared = [stream.prepare(row) for row in probs]
    return [
        Draw(
            number,
            step.previous,
            step.next,
            float(probs[step.previous, step.next]),
            stream.explain(prepared[step.previous], step.next, step.uniforms),
        )
        for number, steps in enumerate(words, start=1)
        for step in steps
    ]


def draw_keys(draw: Draw, vocab: Vocabulary) -> dict[str, Any]:
    """A draw as `sample --steps --json` prints it, with what decided it: of a race the first two, not all V."""
    return {
        "word": draw.word,
        "previous": vocab.itos[draw.previous],
        "next": vocab.itos[draw.next],
        "prob": draw.prob,
        **draw.decided.keys(vocab.itos.__getitem__),
    }
