"""The stream of the video: the inverse CDF."""

from itertools import accumulate

import numpy as np
import pytest
import torch

from analysis.counts.normalization import normalize
from analysis.streams.numbers import twister_uniforms
from tests.analysis.streams.conftest import draw_with, draws, every_seed


@pytest.mark.parametrize(
    ("uniform", "index"), [(0.1, 0), (0.25, 0), (0.2500001, 2), (0.74, 2), (0.75, 2), (0.76, 3), (0.999, 3)]
)
def test_the_lecture_takes_the_first_index_whose_cumulative_probability_reaches_u(uniform, index):
    # cumulative: 0.25 0.25 0.75 1
    assert draw_with("lecture", [uniform], torch.tensor([0.25, 0, 0.5, 0.25])) == index


def test_the_lecture_adds_in_float32():
    # 1 + 2 ** -24 is 1 in float32, so the cumulative sums are 1 1 1 2 and the two in the middle are never reached
    assert draw_with("lecture", [0.5 + 2**-27], torch.tensor([1, 2**-24, 2**-24, 1])) == 3


@every_seed
def test_the_lecture_agrees_with_one_multinomial_of_many_samples(names, seed):
    # asked for more than one sample, torch still inverts the CDF, as it did for every draw in 2022
    row = normalize(names.all)[1].float()
    theirs = torch.multinomial(row, 300, replacement=True, generator=torch.Generator().manual_seed(seed))
    assert draws("lecture", seed, row, 300) == theirs.tolist()


@every_seed
def test_the_lecture_agrees_with_a_plain_loop(names, seed):
    row = normalize(names.all)[1].float()
    sums = list(accumulate(np.float32(p) for p in row.tolist()))
    slow = [
        next(i for i, cumulative in enumerate(sums) if float(cumulative / sums[-1]) >= u)
        for u in twister_uniforms(seed).take(100)
    ]
    assert draws("lecture", seed, row, 100) == slow
