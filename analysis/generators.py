"""The random streams behind the published names, each the same on any machine.

The lecture's code, run today with the lecture's seed, gives other names than the
video: torch has changed how `torch.multinomial` turns random numbers into a draw.
A stream is one such way, from the seed on, so that each published output can be
had again. All here start from MT19937, the generator of torch's CPU builds.

| stream | one draw from a row of V probabilities | where |
|---|---|---|
| `lecture` | one uniform, inverse CDF | torch of 2022: the video |
| `cpu` | V exponentials, the largest p / e wins the race | today's CPU builds of torch |
| `torch` | `torch.multinomial` of the torch that is installed | this machine |
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from typing import Any

import numpy as np
import torch

from analysis.settings import SEED

BLOCK = 4096  # uniforms made at a time


class TwisterUniforms:
    """Uniforms in [0, 1), float64, as `torch.rand(..., dtype=torch.float64)` gives them on a CPU.

    MT19937 seeded with the low 32 bits of the seed, as torch does. A uniform takes two 32-bit words, w1 drawn
    first: ((w1 * 2 ** 32 + w2) mod 2 ** 53) * 2 ** -53. (numpy's `random_sample` combines them differently.)
    """

    def __init__(self, seed: int) -> None:
        self._words = np.random.RandomState(SEED.check(seed) % 2**32)  # the low 32 bits, as torch takes them
        self._block = np.empty(0)

    def take(self, count: int) -> np.ndarray:
        """The next `count` uniforms: (count,), float64."""
        while len(self._block) < count:
            words = self._words.randint(0, 2**32, size=2 * BLOCK, dtype=np.uint32).astype(np.uint64)
            bits = (words[0::2] << np.uint64(32) | words[1::2]) & np.uint64(2**53 - 1)
            self._block = np.concatenate([self._block, bits * 2.0**-53])
        taken, self._block = self._block[:count], self._block[count:]
        return taken


def uniform_rows(seed: int, n: int, length: int) -> np.ndarray:
    """One row of uniforms for each of n words, (n, length), float64: `torch.rand(n, length, dtype=torch.float64)`."""
    return TwisterUniforms(seed).take(n * length).reshape(n, length)


class Stream(ABC):
    """A seeded way to draw an index from a row of probabilities.

    `prepare` turns a row into what `draw` reads, once; `draw` takes the next
    random numbers. Probabilities are rounded to float32 first, as published runs
    had them.
    """

    name: str

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


class LectureStream(Stream):
    """One float64 uniform u a draw: the first index whose cumulative probability is >= u (inverse CDF).

    Source: torch's CPU kernel until 1.13, which drew the video's names.
    """

    name = "lecture"

    def __init__(self, seed: int) -> None:
        self._uniforms = TwisterUniforms(seed)

    def _prepare(self, row: torch.Tensor) -> list[float]:
        cumulative = np.cumsum(row.numpy(), dtype=np.float32)  # one float32 after the other, as the kernel adds them
        cumulative = cumulative / cumulative[-1]
        return cumulative.tolist()

    def draw(self, prepared: list[float]) -> int:
        return bisect_left(prepared, float(self._uniforms.take(1)[0]))


class CpuStream(Stream):
    """A race of exponentials: V float64 uniforms a draw, e = -ln(1 - u); the index with the largest p / e wins.

    Source: `torch.multinomial(..., num_samples=1)` in today's CPU builds.
    """

    name = "cpu"

    def __init__(self, seed: int) -> None:
        self._uniforms = TwisterUniforms(seed)

    def _prepare(self, row: torch.Tensor) -> np.ndarray:
        return row.numpy()

    def draw(self, prepared: np.ndarray) -> int:
        waits = -np.log1p(-self._uniforms.take(len(prepared)))
        with np.errstate(divide="ignore", invalid="ignore"):  # u = 0 waits no time at all
            return int(np.argmax(prepared / waits.astype(np.float32)))


class TorchStream(Stream):
    """`torch.multinomial` itself: what the torch that is installed gives, on this machine."""

    name = "torch"

    def __init__(self, seed: int) -> None:
        self._generator = torch.Generator().manual_seed(SEED.check(seed))

    def _prepare(self, row: torch.Tensor) -> torch.Tensor:
        return row

    def draw(self, prepared: torch.Tensor) -> int:
        return int(torch.multinomial(prepared, 1, replacement=True, generator=self._generator))


STREAMS = {stream.name: stream for stream in (LectureStream, CpuStream, TorchStream)}


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
