"""Every draw of some names, with the numbers that decided it: what the page Sampling shows one letter at a time."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import torch

from analysis.samples.names import Step
from analysis.streams import LectureStream
from analysis.streams.base import Stream
from analysis.streams.races import RaceStream, scores
from analysis.words.vocabulary import Vocabulary


class Inversion(NamedTuple):
    """The inverse CDF: the uniform u, and the cumulative probabilities (V,) of which the first that is >= u wins.

    `low` and `high` are the cumulative probability before the letter that came, and with it.
    """

    u: float
    cumulative: list[float]
    low: float
    high: float


class Race(NamedTuple):
    """A race of exponentials, each (V,): the uniforms, the waits e they become, and p / e, whose largest wins.

    `runner_up` is the index of the second largest; None where no other has p > 0.
    """

    uniforms: np.ndarray
    waits: np.ndarray
    ratios: np.ndarray
    runner_up: int | None


class Draw(NamedTuple):
    """One draw: the number of its word (1, 2, ...), the row, what came and how likely it was, and what decided it.

    `decided` is None for a stream that keeps its numbers to itself.
    """

    word: int
    previous: int
    next: int
    prob: float
    decided: Inversion | Race | None


def slow_motion(probs: torch.Tensor, words: list[list[Step]], stream: Stream) -> list[Draw]:
    """The draws of some words in order: probs (V, V), and the steps that `sample_steps` took from this stream."""
    prepared = [stream.prepare(row) for row in probs]
    return [
        Draw(number, step.previous, step.next, float(probs[step.previous, step.next]), _decided(prepared, step, stream))
        for number, steps in enumerate(words, start=1)
        for step in steps
    ]


def _decided(prepared: list, step: Step, stream: Stream) -> Inversion | Race | None:
    row = prepared[step.previous]
    if isinstance(stream, LectureStream):
        return Inversion(float(step.uniforms[0]), row, row[step.next - 1] if step.next else 0.0, row[step.next])
    if isinstance(stream, RaceStream):
        waits = stream.waits(step.uniforms)
        ratios = scores(row, waits)
        order = np.argsort(-ratios, kind="stable")
        runner_up = next((int(i) for i in order if i != step.next and row[i] > 0), None)
        return Race(step.uniforms, waits, ratios, runner_up)
    return None


def draw_keys(draw: Draw, vocab: Vocabulary) -> dict[str, Any]:
    """A draw as `sample --steps --json` prints it: the winner and the runner-up of a race, not all V."""
    keys = {
        "word": draw.word,
        "previous": vocab.itos[draw.previous],
        "next": vocab.itos[draw.next],
        "prob": draw.prob,
    }
    if isinstance(draw.decided, Inversion):
        return keys | {"u": draw.decided.u, "low": draw.decided.low, "high": draw.decided.high}
    if isinstance(draw.decided, Race):
        return keys | {
            "winner": _runner(draw.decided, draw.next, vocab),
            "runner_up": _runner(draw.decided, draw.decided.runner_up, vocab),
        }
    return keys


def _runner(race: Race, index: int | None, vocab: Vocabulary) -> dict[str, Any] | None:
    if index is None:
        return None
    numbers = {"u": race.uniforms[index], "e": race.waits[index], "ratio": race.ratios[index]}
    return {"next": vocab.itos[index]} | {name: float(number) for name, number in numbers.items()}
