"""The random streams behind the published names. Each gives the same numbers on any machine.

The lecture's code, run today with the lecture's seed, gives other names than the
video: torch has changed how `torch.multinomial` turns random numbers into a draw,
and does it differently on different machines. A stream is one such way, with its
random numbers from the seed on, so that each published output can be made again.

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

from analysis.settings import STREAM
from analysis.streams.base import Stream
from analysis.streams.installed import REBUILT, TorchStream

STREAMS = {stream.name: stream for stream in (*REBUILT, TorchStream)}


def open_stream(name: str, seed: int) -> Stream:
    """A stream at its start. Raises ValueError for an unknown name or a seed that is not 0 ... 2 ** 64 - 1.

    >>> import torch
    >>> stream = open_stream("lecture", 2147483647)
    >>> row = stream.prepare(torch.tensor([0.5, 0.25, 0.25]))
    >>> [stream.draw(row) for _ in range(5)]
    [1, 2, 1, 0, 0]
    """
    return STREAMS[STREAM.check(name)](seed)
