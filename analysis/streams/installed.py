"""The stream of the installed torch, which draws with torch itself; and which of the other streams it agrees with."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import torch

from analysis.settings import SEED
from analysis.streams.base import Stream, check_different
from analysis.streams.decisions import Decision
from analysis.streams.lecture import LectureStream
from analysis.streams.races import CpuStream, CudaStream, MklStream

REBUILT = (LectureStream, MklStream, CpuStream, CudaStream)


class TorchStream(Stream):
    """`torch.multinomial` of the installed torch, on this machine. Its random numbers cannot be seen."""

    name = "torch"
    where = f"torch {torch.__version__.split('+')[0]}, installed where this runs"
    how = "torch itself, which does not show its random numbers."
    kind, reading = Decision.kind, Decision.reading

    @classmethod
    def here(cls) -> str:
        return f"Here it draws as **{torch_draws_as() or 'none of the others'}**."

    def __init__(self, seed: int) -> None:
        self._generator = torch.Generator().manual_seed(SEED.check(seed))

    def _prepare(self, row: torch.Tensor) -> torch.Tensor:
        return row

    def draw(self, prepared: torch.Tensor) -> int:
        return int(torch.multinomial(prepared, 1, replacement=True, generator=self._generator))

    def explain(self, prepared: torch.Tensor, index: int, used: Any) -> Decision:
        return Decision()

    def draw_at_once(self, prepared: torch.Tensor, count: int) -> np.ndarray:
        return torch.multinomial(prepared, count, replacement=True, generator=self._generator).numpy()

    def draw_without_replacement(self, prepared: torch.Tensor, count: int) -> np.ndarray:
        check_different(prepared.numpy(), count)
        return torch.multinomial(prepared, count, replacement=False, generator=self._generator).numpy()


@functools.cache
def torch_draws_as() -> str | None:
    """The stream that draws as the installed torch does, found by comparing 500 draws; None if there is none."""
    row = torch.arange(1, 28, dtype=torch.float32)

    def drawn(stream: Stream) -> list[int]:
        return stream.draw_many(stream.prepare(row), 500).tolist()

    ours = drawn(TorchStream(1))
    return next((rebuilt.name for rebuilt in REBUILT if drawn(rebuilt(1)) == ours), None)
