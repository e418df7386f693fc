"""What the tests of the streams share: a row, seeds, and draws from them."""

import numpy as np
import pytest
import torch

from analysis.counts.normalization import normalize
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


@pytest.fixture
def cpu_race(names):
    """Skips where the installed torch races on other numbers, as with MKL's: its first letter is then not c."""
    if torch_draws(LECTURE_SEED, normalize(names.all)[0].float(), 1) != [names.vocab.id_of("c")]:
        pytest.skip("the torch that is installed does not draw as the cpu stream does")
