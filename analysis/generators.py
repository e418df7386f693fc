"""The random streams behind the published names, each the same on any machine.

The lecture's code, run today with the lecture's seed, gives other names than the
video: torch has changed how `torch.multinomial` turns random numbers into a draw,
and does it differently on different machines. A stream is one such way, from the
seed on, so that each published output can be had again.

| stream | one draw from a row of V probabilities | where |
|---|---|---|
| `lecture` | one uniform, inverse CDF | torch until 1.13: the video |
| `mkl` | V exponentials, the largest p / e wins the race | torch 2.0 to 2.6, built with Intel's MKL |
| `cpu` | the same race on other numbers | torch since 2.7 on any CPU, since 2.0 without MKL |
| `cuda` | the same race on a GPU's numbers | torch since 2.0, NVIDIA GPUs |
| `torch` | `torch.multinomial` of the torch that is installed | this machine |

Sources: nn-zero-to-hero issue 34 (1.13.1 draws the video's names, 2.0.0 others), pytorch pull
requests 69967 (MKL) and 151218 (why it was switched off), pytorch issues 154031 (2.7) and 150538.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from typing import Any

import numpy as np
import torch

from analysis.settings import SEED
from analysis.uniforms import BLOCK, cuda_uniforms, mkl_uniforms, twister_uniforms, twister_words


class Stream(ABC):
    """A seeded way to draw an index from a row of probabilities.

    `prepare` turns a row into what `draw` reads, once; `draw` takes the next random
    numbers and keeps them in `used`: (1,) or (V,), None where they cannot be seen.
    Probabilities are rounded to float32 first, as published runs had them.
    """

    name: str
    where: str
    """Which machine draws this way, and since when."""
    how: str
    """How it turns random numbers into a letter, for a newcomer."""
    used: np.ndarray | None = None

    def prepare(self, row: torch.Tensor) -> Any:
        """A row of V probabilities, summing to anything above 0, made ready for `draw`.

        Raises ValueError if the row has no mass, or a negative or nan entry.
        """
        row = row.float()
        if not (row >= 0).all() or not 0 < float(row.sum()) < float("inf"):
            raise ValueError("a row to draw from needs probabilities >= 0 that do not sum to 0")
        return self._prepare(row)

    @abstractmethod
    def _prepare(self, row: torch.Tensor) -> Any: ...

    @abstractmethod
    def draw(self, prepared: Any) -> int:
        """The next index, 0 ... V - 1, from a prepared row."""

    def draw_many(self, prepared: Any, count: int) -> np.ndarray:
        """The next `count` indices from one prepared row, (count,), the same as so many calls of `draw`."""
        return np.array([self.draw(prepared) for _ in range(count)], dtype=np.int64)


class LectureStream(Stream):
    """One float64 uniform u a draw: the first index whose cumulative probability is >= u (inverse CDF).

    `skip` words of the generator are already gone. Source: torch's CPU kernel until 1.13, which drew the
    video's names; still its way for more than one sample a call.
    """

    name = "lecture"
    where = "torch until 1.13 (2022), any CPU: the video"
    how = "One random number: the first letter whose cumulative probability reaches it."

    def __init__(self, seed: int, skip: int = 0) -> None:
        self._tape = twister_uniforms(seed, skip)

    def _prepare(self, row: torch.Tensor) -> list[float]:
        cumulative = np.cumsum(row.numpy(), dtype=np.float32)  # one float32 after the other, as the kernel adds them
        cumulative = cumulative / cumulative[-1]
        return cumulative.tolist()

    def draw(self, prepared: list[float]) -> int:
        self.used = self._tape.take(1)
        return bisect_left(prepared, float(self.used[0]))

    def draw_many(self, prepared: list[float], count: int) -> np.ndarray:
        return np.searchsorted(prepared, self._tape.take(count))


def scores(row: np.ndarray, waits: np.ndarray) -> np.ndarray:
    """p / e of a race, float32: row (V,) of probabilities, waits (V,) or (n, V); inf where no time at all is waited."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return row / waits.astype(np.float32)


def check_different(row: np.ndarray, count: int) -> None:
    """Refuse a count of different indices from a row (V,) in which fewer have p > 0: ValueError."""
    possible = int((row > 0).sum())
    if not 1 <= count <= possible:
        raise ValueError(f"without replacement, draws must be from 1 to {possible} (letters with p > 0), got {count}")


class RaceStream(Stream):
    """A race of exponentials: every index waits e, drawn anew for each draw, and the largest p / e wins.

    The time until a letter's first event at rate p is e / p, and the shortest time belongs to letter i with
    probability p_i. Source: `torch.multinomial(..., num_samples=1)` since 2.0.
    """

    def _prepare(self, row: torch.Tensor) -> np.ndarray:
        return row.numpy()

    @abstractmethod
    def take(self, count: int, size: int) -> np.ndarray:
        """The uniforms of the next `count` draws from rows of `size`: (count, size)."""

    @staticmethod
    @abstractmethod
    def waits(uniforms: np.ndarray) -> np.ndarray:
        """Uniforms as exponential waiting times of rate 1."""

    def draw(self, prepared: np.ndarray) -> int:
        self.used = self.take(1, len(prepared))[0]
        return int(np.argmax(scores(prepared, self.waits(self.used))))

    def draw_without_replacement(self, prepared: np.ndarray, count: int) -> np.ndarray:
        """The first `count` indices of the next race in the order of their arrival, (count,): none comes twice.

        Raises ValueError for a count that is not 1 ... the number of indices with p > 0: no other arrives.
        Source: `torch.multinomial(..., replacement=False)`.
        """
        check_different(prepared, count)
        self.used = self.take(1, len(prepared))[0]
        return np.argsort(-scores(prepared, self.waits(self.used)), kind="stable")[:count]

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

    def __init__(self, seed: int, skip: int = 0) -> None:
        self._tape = twister_uniforms(seed, skip)

    def take(self, count: int, size: int) -> np.ndarray:
        return self._tape.take(count * size).reshape(count, size)

    @staticmethod
    def waits(uniforms: np.ndarray) -> np.ndarray:
        return -np.log1p(-uniforms)


class MklStream(RaceStream):
    """One word of MT19937 a draw seeds Intel's MCG31m1, which gives the V uniforms; e = -ln u.

    A generator this short, seeded anew for every draw, repeats itself: why torch has left it (its issue 132395).
    """

    name = "mkl"
    where = "torch 2.0 to 2.6 (2023 to 2025), Intel and AMD processors: builds with Intel's MKL"
    how = "A race: a random number for every letter; the likelier a letter, the faster it tends to run."

    def __init__(self, seed: int, skip: int = 0) -> None:
        self._tape = twister_words(seed, skip)

    def take(self, count: int, size: int) -> np.ndarray:
        return mkl_uniforms(self._tape.take(count), size)

    @staticmethod
    def waits(uniforms: np.ndarray) -> np.ndarray:
        return -np.log(uniforms)


class CudaStream(RaceStream):
    """V float32 uniforms of Philox a draw, each of its own counter; e = -ln u.

    Where u is 1 to a rounding, e is 2 ** -24, so that nothing is divided by 0. Source: torch's CUDA kernels.
    """

    name = "cuda"
    where = "torch since 2.0, NVIDIA GPUs: a generator on the GPU"
    how = "The same race on a GPU's random numbers."

    def __init__(self, seed: int) -> None:
        self._seed = SEED.check(seed)
        self._next = 0  # the draw
        self._ahead = np.empty(
            (0, 0), dtype=np.float32
        )  # the uniforms of this and the next draws, made a block at a time

    def take(self, count: int, size: int) -> np.ndarray:
        if self._ahead.shape[1] != size or len(self._ahead) < count:
            self._ahead = cuda_uniforms(self._seed, self._next, max(count, BLOCK // size + 1), size)
        taken, self._ahead = self._ahead[:count], self._ahead[count:]
        self._next += count
        return taken

    @staticmethod
    def waits(uniforms: np.ndarray) -> np.ndarray:
        return np.where(uniforms >= 1 - 2.0**-24, np.float32(2.0**-24), -np.log(uniforms))


class TorchStream(Stream):
    """`torch.multinomial` itself: what the torch that is installed gives, on this machine. Its numbers stay unseen."""

    name = "torch"
    where = f"torch {torch.__version__.split('+')[0]}, installed where this runs"
    how = "torch itself, which keeps its random numbers to itself."

    def __init__(self, seed: int) -> None:
        self._generator = torch.Generator().manual_seed(SEED.check(seed))

    def _prepare(self, row: torch.Tensor) -> torch.Tensor:
        return row

    def draw(self, prepared: torch.Tensor) -> int:
        return int(torch.multinomial(prepared, 1, replacement=True, generator=self._generator))


STREAMS = {stream.name: stream for stream in (LectureStream, MklStream, CpuStream, CudaStream, TorchStream)}


def open_stream(name: str, seed: int) -> Stream:
    """A stream at its start. Raises ValueError for an unknown name or a seed that is not 0 ... 2 ** 64 - 1.

    >>> stream = open_stream("lecture", 2147483647)
    >>> row = stream.prepare(torch.tensor([0.5, 0.25, 0.25]))
    >>> [stream.draw(row) for _ in range(5)]
    [1, 2, 1, 0, 0]
    """
    if name not in STREAMS:
        raise ValueError(f"stream must be one of {', '.join(STREAMS)}, got {name}")
    return STREAMS[name](seed)
