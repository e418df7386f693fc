"""The stream of the video: torch until 1.13 turned one uniform into a letter, by the inverse CDF.

Today's torch still does this when one call draws many letters, so `races` imports `invert` from here.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch

from analysis.streams.base import Stream
from analysis.streams.decisions import Inversion
from analysis.streams.numbers import twister_uniforms
from analysis.streams.tape import BLOCK


def accumulate(row: np.ndarray) -> list[float]:
    """The cumulative probabilities of a row (V,): each added to the last in float32, as the kernel does."""
    cumulative = np.cumsum(row, dtype=np.float32)
    return (cumulative / cumulative[-1]).tolist()


def invert(cumulative: list[float], uniforms: np.ndarray) -> np.ndarray:
    """For each uniform (n,) the first index whose cumulative probability is >= it: (n,)."""
    return np.searchsorted(cumulative, uniforms)


class LectureStream(Stream):
    """One float64 uniform u a draw: the first index whose cumulative probability is >= u (inverse CDF).

    `skip` words of the generator are left out first. Source: torch's CPU kernel until 1.13, which drew the
    video's names; torch still does this for more than one sample per call.
    """

    name = "lecture"
    where = "torch until 1.13 (2022), any CPU: the video"
    how = "One random number: the first letter whose cumulative probability reaches it."
    kind, reading = Inversion.kind, Inversion.reading
    same_at_once = True
    stand_in = "cpu"

    def __init__(self, seed: int, skip: int = 0) -> None:
        self._tape = twister_uniforms(seed, skip)

    def _prepare(self, row: torch.Tensor) -> list[float]:
        return accumulate(row.numpy())

    def draw(self, prepared: list[float]) -> int:
        self.used = self._tape.take(1)
        return bisect_left(prepared, float(self.used[0]))

    def draw_paths(self, rows: Sequence[list[float]], first: int, most: int) -> Iterator[list[int]]:
        uniforms: Iterator[float] = itertools.chain.from_iterable(
            self._tape.take(BLOCK).tolist() for _ in itertools.count()
        )
        while True:
            path, current = [], first
            for uniform in itertools.islice(uniforms, most):
                current = bisect_left(rows[current], uniform)
                path.append(current)
                if current == 0:
                    break
            yield path

    def explain(self, prepared: list[float], index: int, used: Any) -> Inversion:
        return Inversion(float(used[0]), prepared, prepared[index - 1] if index else 0.0, prepared[index])

    def draw_many(self, prepared: list[float], count: int) -> np.ndarray:
        return invert(prepared, self._tape.take(count))

    def draw_at_once(self, prepared: list[float], count: int) -> np.ndarray:
        return self.draw_many(prepared, count)

    def draw_without_replacement(self, prepared: list[float], count: int) -> np.ndarray:
        raise ValueError(
            f"draws without replacement need the stream mkl, cpu, cuda or torch, got {self.name}"
        )  # torch of 2022 used a race here too, with random numbers that we cannot make
