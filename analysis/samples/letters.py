"""Draw letters from one row: one by one, many at once, or without replacement; and how close their shares come to p.

The lecture draws 20 letters in one call, and later letter by letter, with
replacement=True each time. Here are these two methods, and the one with replacement=False.
"""

from __future__ import annotations

import math

import numpy as np
import torch

from analysis.settings import DRAWS
from analysis.streams import open_stream
from analysis.streams.lecture import LectureStream

TWENTY = 20  # letters in one call, as in the lecture


def draw_letters(row: torch.Tensor, stream: str, seed: int, count: int) -> np.ndarray:
    """`count` indices from a row (V,) of probabilities, one by one from the start of a stream: (count,).

    Raises ValueError for an unknown stream, a seed or a count out of its limits, or a row without mass.
    """
    opened = open_stream(stream, seed)
    return opened.draw_many(opened.prepare(row), DRAWS.check(count))


def draw_at_once(row: torch.Tensor, stream: str, seed: int, count: int) -> np.ndarray:
    """`count` indices from one call with num_samples=count, as torch draws them where this stream is used: (count,).

    For more than one sample, every CPU build of torch still draws as `lecture` does. Raises ValueError
    for `cuda` (a GPU does something else), and as `draw_letters` does.
    """
    opened = open_stream(stream, seed)
    return opened.draw_at_once(opened.prepare(row), DRAWS.check(count))


def draw_without_replacement(row: torch.Tensor, stream: str, seed: int, count: int) -> np.ndarray:
    """`count` different indices from the first race of a stream, in the order of arrival: (count,).

    Raises ValueError for `lecture` (torch of 2022 used a race here too, with random numbers that we cannot make), for a
    count above the number of indices with p > 0, and as `draw_letters` does.
    """
    opened = open_stream(stream, seed)
    return opened.draw_without_replacement(opened.prepare(row), count)


METHODS = {"one by one": draw_letters, "at once": draw_at_once, "without replacement": draw_without_replacement}


def different_letters(row: torch.Tensor) -> int:
    """How many different indices of a row (V,) to draw: 20, or fewer if fewer have p > 0 in float32."""
    return min(TWENTY, int((row.float() > 0).sum()))


def three_probs(seed: int) -> torch.Tensor:
    """The lecture's first row (3,) to draw from: `torch.rand(3)`, divided by its sum.

    >>> [round(p, 4) for p in three_probs(2147483647).tolist()]
    [0.6064, 0.3033, 0.0903]
    """
    probs = torch.rand(3, generator=torch.Generator().manual_seed(seed))
    return probs / probs.sum()


def draw_from_three(seed: int, count: int) -> np.ndarray:
    """`count` indices drawn at once from these three with the same generator: (count,).

    `torch.rand` has used a word of the generator for each of the three. Raises ValueError for a count out of
    its limits.
    """
    stream = LectureStream(seed, skip=3)
    return stream.draw_many(stream.prepare(three_probs(seed)), DRAWS.check(count))


def typical_difference(row: torch.Tensor, count: int) -> float:
    """The largest standard deviation of a letter's share in `count` draws from a row (V,): sqrt(p (1 - p) / count).

    >>> typical_difference(torch.tensor([0.5, 0.5]), 100)
    0.05
    """
    p = row.double() / row.double().sum()
    return math.sqrt(float((p * (1 - p)).max()) / count)
