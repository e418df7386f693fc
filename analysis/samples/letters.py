"""Letters drawn from one row: one by one, many at once, without replacement, and how close their shares come to p.

The lecture draws both ways, 20 letters in one call and then letter by letter, and
says replacement=True each time: here is what each of the three does.
"""

from __future__ import annotations

import functools
import math

import numpy as np
import torch

from analysis.settings import DRAWS
from analysis.streams import STREAMS, LectureStream, open_stream
from analysis.streams.races import RaceStream, check_different

TWENTY = 20  # letters in one call, as in the lecture


def draw_letters(row: torch.Tensor, stream: str, seed: int, count: int) -> np.ndarray:
    """`count` indices from a row (V,) of probabilities, one by one from the start of a stream: (count,).

    Raises ValueError for an unknown stream, a seed or a count out of its limits, or a row without mass.
    """
    opened = open_stream(stream, seed)
    return opened.draw_many(opened.prepare(row), DRAWS.check(count))


def draw_at_once(row: torch.Tensor, stream: str, seed: int, count: int) -> np.ndarray:
    """`count` indices by one call with num_samples=count, on the machine of that stream: (count,).

    For more than one sample every CPU build of torch still takes the lecture's way, whatever it does for
    one. Raises ValueError for `cuda` (a GPU has a third way for this), and as `draw_letters` does.
    """
    opened = open_stream(stream, seed)
    if not opened.at_once:
        raise ValueError(f"a GPU draws many at once in a way that is not rebuilt here, got the stream {stream}")
    if stream == "torch":
        row, generator = opened.prepare(row), torch.Generator().manual_seed(seed)
        return torch.multinomial(row, DRAWS.check(count), replacement=True, generator=generator).numpy()
    if count > 1:
        opened = LectureStream(seed)
    return opened.draw_many(opened.prepare(row), DRAWS.check(count))


def draw_without_replacement(row: torch.Tensor, stream: str, seed: int, count: int) -> np.ndarray:
    """`count` different indices from the first race of a stream, in the order of arrival: (count,).

    Raises ValueError for `lecture` (torch of 2022 raced here too, on numbers that are not rebuilt), for a count above
    the number of indices with p > 0, and as `draw_letters` does.
    """
    opened = open_stream(stream, seed)
    if isinstance(opened, RaceStream):
        return opened.draw_without_replacement(opened.prepare(row), count)
    if stream != "torch":
        raise ValueError(f"the race without replacement is rebuilt for mkl, cpu, cuda and torch, got {stream}")
    row = opened.prepare(row)
    check_different(row.numpy(), count)
    return torch.multinomial(row, count, replacement=False, generator=torch.Generator().manual_seed(seed)).numpy()


WAYS = {"one by one": draw_letters, "at once": draw_at_once, "without replacement": draw_without_replacement}


def racing(stream: str) -> str:
    """Whose letters are shown without replacement: the stream's own, or `cpu`'s for `lecture`, which is not rebuilt."""
    return "cpu" if stream == "lecture" else stream


def different_letters(row: torch.Tensor) -> int:
    """How many different indices of a row (V,) are shown: 20, or as many as have p > 0 in float32."""
    return min(TWENTY, int((row.float() > 0).sum()))


def typical_difference(row: torch.Tensor, count: int) -> float:
    """The standard deviation of the share of `count` draws, for the index where it is largest: sqrt(p (1 - p) / count).

    >>> typical_difference(torch.tensor([0.5, 0.5]), 100)
    0.05
    """
    p = row.double() / row.double().sum()
    return math.sqrt(float((p * (1 - p)).max()) / count)


@functools.cache
def torch_draws_as() -> str | None:
    """The stream whose way the installed torch has, found by comparing 500 draws; None where it is none of them."""
    row = torch.arange(1, 28, dtype=torch.float32)
    ours = draw_letters(row, "torch", 1, 500)
    return next((name for name in STREAMS if name != "torch" and (draw_letters(row, name, 1, 500) == ours).all()), None)
