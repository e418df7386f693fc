"""What the tests of the streams share: a row, seeds, and draws from them."""

import numpy as np
import pytest
import torch

from analysis.streams import STREAMS, open_stream
from analysis.streams.tape import Tape

LECTURE_SEED = 2147483647
SEEDS = [0, 1, LECTURE_SEED, 2**32, 2**32 + 5, 2**64 - 1]
ROW = torch.tensor([0.0, 0.5, 0.0, 0.25, 0.2, 0.05])
every_stream = pytest.mark.parametrize("name", STREAMS)
every_seed = pytest.mark.parametrize("seed", SEEDS)


def draws(name: str, seed: int, row: torch.Tensor, count: int) -> list[int]:
    stream = open_stream(name, seed)
    prepared = stream.prepare(row)
    return [stream.draw(prepared) for _ in range(count)]


def torch_draws(seed: int, row: torch.Tensor, count: int) -> list[int]:
    """The lecture's loop: one draw a call, on the torch that is installed."""
    generator = torch.Generator().manual_seed(seed)
    return [torch.multinomial(row, 1, replacement=True, generator=generator).item() for _ in range(count)]


def draw_with(name: str, uniforms: list[float], row: torch.Tensor) -> int:
    """One draw of a stream whose tape holds these uniforms, over and over."""
    stream = open_stream(name, 0)
    stream._tape = Tape(lambda count: np.resize(uniforms, count))
    return stream.draw(stream.prepare(row))
