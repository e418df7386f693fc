"""The streams with a race: since torch 2.0 every letter gets an exponential time e, and the largest p / e wins.

`cpu`, `mkl` and `cuda` run the same race with different random numbers, which are made in `numbers`.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

import numpy as np
import torch

from analysis.settings import SEED
from analysis.streams.base import Stream, check_different
from analysis.streams.decisions import Race, race_reading
from analysis.streams.lecture import accumulate, invert
from analysis.streams.numbers import cuda_uniforms, mkl_uniforms, once, pair_words, twister_uniforms, twister_words
from analysis.streams.tape import BLOCK


def scores(row: np.ndarray, waits: np.ndarray) -> np.ndarray:
    """p / e of a race, float32: row (V,) of probabilities, waits (V,) or (n, V); inf where e is 0."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return row / waits.astype(np.float32)


class RaceStream(Stream):
    """A race of exponentials: for each draw, every index gets a new waiting time e, and the largest p / e wins.

    The time until a letter's first event at rate p is e / p, and the shortest time belongs to letter i with
    probability p_i. Source: `torch.multinomial(..., num_samples=1)` since 2.0.
    """

    kind = Race.kind

    def _prepare(self, row: torch.Tensor) -> np.ndarray:
        return row.numpy()

    @abstractmethod
    def take(self, count: int, size: int) -> np.ndarray:
        """The uniforms of the next `count` draws from rows of `size`: (count, size)."""

    @staticmethod
    @abstractmethod
    def waits(uniforms: np.ndarray) -> np.ndarray:
        """Uniforms (n, V) or (V,) as exponential waiting times of rate 1, of the same shape."""

    def draw(self, prepared: np.ndarray) -> int:
        self.used = self.take(1, len(prepared))[0]
        return int(np.argmax(scores(prepared, self.waits(self.used))))

    def explain(self, prepared: np.ndarray, index: int, used: Any) -> Race:
        waits = self.waits(used)
        ratios = scores(prepared, waits)
        order = np.argsort(-ratios, kind="stable")
        runner_up = next((int(i) for i in order if i != index and prepared[i] > 0), None)
        return Race(used, waits, ratios, index, runner_up)

    def draw_without_replacement(self, prepared: np.ndarray, count: int) -> np.ndarray:
        """The first `count` indices of the next race, in the order in which they arrive: (count,).

        Raises ValueError as `check_different` does. Source: `replacement=False`.
        """
        check_different(prepared, count)
        self.used = self.take(1, len(prepared))[0]
        return np.argsort(-scores(prepared, self.waits(self.used)), kind="stable")[:count]

    @abstractmethod
    def uniforms(self, count: int) -> np.ndarray:
        """`count` uniforms for the inverse CDF, which one call for many draws uses: (count,)."""

    def draw_at_once(self, prepared: np.ndarray, count: int) -> np.ndarray:
        """`count` indices, (count,): for more than one, torch still draws as in the lecture. ValueError for a GPU."""
        return self.draw_many(prepared, 1) if count == 1 else invert(accumulate(prepared), self.uniforms(count))

    def draw_many(self, prepared: np.ndarray, count: int) -> np.ndarray:
        blocks = [min(BLOCK, count - done) for done in range(0, count, BLOCK)]
        size = len(prepared)
        won = [np.argmax(scores(prepared, self.waits(self.take(block, size))), axis=1) for block in blocks]
        return np.concatenate([np.empty(0, dtype=np.int64), *won])


class CpuStream(RaceStream):
    """V float64 uniforms of MT19937 a draw (2 V words), e = -ln(1 - u). Source: today's CPU builds of torch."""

    name = "cpu"
    where = "torch since 2.7 (2025), any CPU; since 2.0 where it has no MKL, as on Apple silicon"
    how = "The same race on other random numbers."
    reading = race_reading("e = −ln(1 − u)")

    def __init__(self, seed: int, skip: int = 0) -> None:
        self._tape = twister_uniforms(seed, skip)

    def take(self, count: int, size: int) -> np.ndarray:
        return self._tape.take(count * size).reshape(count, size)

    def uniforms(self, count: int) -> np.ndarray:
        return self._tape.take(count)

    @staticmethod
    def waits(uniforms: np.ndarray) -> np.ndarray:
        return -np.log1p(-uniforms)


class MklStream(RaceStream):
    """One word of MT19937 a draw seeds Intel's MCG31m1, which gives the V uniforms; e = -ln u.

    Such a short generator, seeded again for every draw, repeats itself. So torch does not use it any more (torch's
    issue 132395).
    """

    name = "mkl"
    where = "torch 2.0 to 2.6 (2023 to 2025), Intel and AMD processors: builds with Intel's MKL"
    how = "A race: a random number for every letter; likelier letters tend to run faster."
    reading = race_reading("e = −ln u")

    def __init__(self, seed: int, skip: int = 0) -> None:
        self._tape = twister_words(seed, skip)

    def take(self, count: int, size: int) -> np.ndarray:
        return mkl_uniforms(self._tape.take(count), size)

    def uniforms(self, count: int) -> np.ndarray:
        return pair_words(self._tape.take(2 * count))

    @staticmethod
    def waits(uniforms: np.ndarray) -> np.ndarray:
        return -np.log(uniforms)


class CudaStream(RaceStream):
    """V float32 uniforms of Philox a draw, each of its own counter; e = -ln u.

    Where u is 1 after rounding, e is 2 ** -24, so that nothing is divided by 0. Source: torch's CUDA kernels.
    """

    name = "cuda"
    where = "torch since 2.0, NVIDIA GPUs: a generator on the GPU"
    how = "The same race on a GPU's random numbers."
    reading = race_reading("e = −ln u")
    at_once = False

    def __init__(self, seed: int) -> None:
        self._seed = SEED.check(seed)
        self._next = 0  # the draw
        self._ahead = np.empty((0, 0), dtype=np.float32)  # the next uniforms, made a block at a time

    def take(self, count: int, size: int) -> np.ndarray:
        if self._ahead.shape[1] != size or len(self._ahead) < count:
            self._ahead = cuda_uniforms(self._seed, self._next, max(count, BLOCK // size + 1), size)
        taken, self._ahead = self._ahead[:count], self._ahead[count:]
        self._next += count
        return taken

    def uniforms(self, count: int) -> np.ndarray:
        raise ValueError(f"many letters in one call need the stream lecture, mkl, cpu or torch, got {self.name}")

    @staticmethod
    def waits(uniforms: np.ndarray) -> np.ndarray:
        return np.where(uniforms >= 1 - 2.0**-24, np.float32(2.0**-24), -once(np.log, uniforms))
