"""The streams that race, each against a plain loop, and cpu against torch."""

import math

import numpy as np
import pytest
import torch

from analysis.counts.normalization import normalize
from analysis.streams import open_stream
from analysis.streams.numbers import philox, twister_words
from analysis.streams.races import CpuStream, CudaStream
from tests.analysis.streams.conftest import ROW, draw_with, draws, every_seed, torch_draws


@pytest.mark.parametrize(
    ("uniforms", "index"),
    [
        ([0.5, 0.5], 1),  # equal waits: 3/4 wins over 1/4
        ([0.1, 0.5], 0),  # waits .105 .693: 0.25 / .105 = 2.37 over 0.75 / .693 = 1.08
        ([0.3, 0.5], 1),  # waits .357 .693: 0.25 / .357 = 0.70 under 1.08
        ([0.0, 0.5], 0),  # no wait at all
    ],
)
def test_the_race_is_won_by_the_largest_p_over_wait(uniforms, index):
    assert draw_with("cpu", uniforms, torch.tensor([0.25, 0.75])) == index


def test_waits_that_are_equal_in_float32_leave_the_race_to_the_first():
    assert draw_with("cpu", [0.5, 0.5 - 1e-12], torch.tensor([0.5, 0.5])) == 0


@every_seed
def test_the_race_agrees_with_torch_multinomial(names, cpu_race, seed):
    row = normalize(names.all)[1].float()
    assert draws("cpu", seed, row, 300) == torch_draws(seed, row, 300)


@every_seed
def test_the_race_agrees_with_a_plain_loop(seed):
    generator, slow = torch.Generator().manual_seed(seed), []
    for _ in range(100):
        waits = -torch.log1p(-torch.rand(len(ROW), dtype=torch.float64, generator=generator))
        ratios = [p / wait for p, wait in zip(ROW.tolist(), waits.tolist(), strict=True)]
        slow.append(ratios.index(max(ratios)))
    assert draws("cpu", seed, ROW, 100) == slow


@every_seed
def test_the_mkl_race_agrees_with_a_plain_loop(seed):
    words, slow = twister_words(seed), []
    for _ in range(100):
        x = int(words.take(1)[0]) % (2**31 - 1) or 1
        ratios = []
        for p in ROW.tolist():
            ratios.append(np.float32(p) / np.float32(-math.log(x / (2**31 - 1))))
            x = 1132489760 * x % (2**31 - 1)
        slow.append(ratios.index(max(ratios)))
    assert draws("mkl", seed, ROW, 100) == slow


@every_seed
def test_the_cuda_race_agrees_with_a_plain_loop(seed):
    slow = []
    for draw in range(100):
        u = [np.float32(int(philox((draw, 0, i, 0), seed)[0])) * np.float32(2**-32) for i in range(len(ROW))]
        waits = [-np.log(x + np.float32(2**-33)) for x in u]
        ratios = [np.float32(p) / wait for p, wait in zip(ROW.tolist(), waits, strict=True)]
        slow.append(ratios.index(max(ratios)))
    assert draws("cuda", seed, ROW, 100) == slow


def test_a_cuda_uniform_of_1_waits_2_to_the_minus_24():
    # -ln 1 would be 0, and p / 0 would win whatever p is
    waits = CudaStream.waits(np.array([1, 1 - 2**-24, 0.5], dtype=np.float32))
    assert waits.tolist() == pytest.approx([2**-24, 2**-24, math.log(2)], rel=1e-6)


def test_a_cuda_draw_from_rows_of_changing_length_takes_the_next_number_each_time():
    stream, long = open_stream("cuda", 9), torch.ones(40)
    stream.draw(stream.prepare(ROW))
    stream.draw(stream.prepare(long))
    assert stream.used.tolist() == CudaStream(9).take(2, 40)[1].tolist()


def test_words_that_a_generator_has_already_given_are_left_out():
    whole, later = CpuStream(3), CpuStream(3, skip=2 * len(ROW))
    prepared = whole.prepare(ROW)
    whole.draw(prepared)
    assert [whole.draw(prepared) for _ in range(20)] == [later.draw(prepared) for _ in range(20)]


@pytest.mark.parametrize("name", ["mkl", "cpu", "cuda"])
def test_without_replacement_the_letters_come_in_the_order_of_their_arrival(name):
    stream = open_stream(name, 5)
    prepared = stream.prepare(ROW)
    order = stream.draw_without_replacement(prepared, 4)
    speeds = [float(p) / float(wait) for p, wait in zip(ROW, stream.waits(stream.used), strict=True)]
    assert order.tolist() == sorted(range(len(ROW)), key=lambda i: -speeds[i])[:4]
