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

from bisect import bisect_left

import numpy as np
import torch

from analysis.settings import SEED
from analysis.streams.base import Stream
from analysis.streams.numbers import twister_uniforms
from analysis.streams.races import CpuStream, CudaStream, MklStream


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
