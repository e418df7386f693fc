"""Every stream: seeded, fair, refusing what it cannot draw from."""

import numpy as np
import pytest
import torch

from analysis.streams import open_stream
from analysis.streams.tape import BLOCK
from tests.analysis.streams.conftest import ROW, draws, every_stream


@every_stream
def test_each_index_is_drawn_as_often_as_it_is_likely(name):
    # 4,000 draws: four standard deviations of the share of p = 0.5 are 0.032; p = 0 never comes
    shares = np.bincount(draws(name, 7, ROW, 4000), minlength=len(ROW)) / 4000
    assert (shares.tolist(), shares[ROW == 0].tolist()) == (pytest.approx(ROW.tolist(), abs=0.032), [0, 0])


@every_stream
def test_a_row_need_not_sum_to_one(name):
    assert draws(name, 3, ROW * 4, 200) == draws(name, 3, ROW, 200)


@every_stream
def test_a_row_is_rounded_to_float32_first(name):
    row, stream = torch.tensor([1 / 3, 2 / 3], dtype=torch.float64), open_stream(name, 3)
    assert np.asarray(stream.prepare(row)).tolist() == np.asarray(stream.prepare(row.float())).tolist()


@every_stream
@pytest.mark.parametrize(
    ("row", "got"),
    [
        ([], "a sum of 0"),
        ([0, 0], "a sum of 0"),
        ([1, -0.5], "-0.5"),
        ([1, float("nan")], "nan"),
        ([1, float("inf")], "a sum of inf"),
    ],
)
def test_a_row_that_nothing_can_be_drawn_from_is_refused(name, row, got):
    with pytest.raises(ValueError, match=f"needs finite probabilities >= 0 with a sum above 0, got {got}$"):
        open_stream(name, 1).prepare(torch.tensor(row))


@every_stream
@pytest.mark.parametrize("count", [0, 1, BLOCK + 5])
def test_many_draws_at_once_are_the_draws_one_by_one(name, count):
    stream = open_stream(name, 5)
    assert stream.draw_many(stream.prepare(ROW), count).tolist() == draws(name, 5, ROW, count)


@every_stream
def test_a_fork_draws_what_the_stream_would_have_drawn_and_does_not_disturb_it(name):
    # over the end of a block of numbers, and back and forth between the two
    whole, stream, size = draws(name, 5, ROW, 2 * BLOCK), open_stream(name, 5), BLOCK // 3
    prepared = stream.prepare(ROW)
    assert stream.draw_many(prepared, size).tolist() == whole[:size]
    fork = stream.fork()
    for start in range(size, 5 * size, size):
        assert fork.draw_many(prepared, size).tolist() == whole[start : start + size]
        assert stream.draw(prepared) == whole[size + start // size - 1]
    assert fork.fork().draw(prepared) == fork.draw(prepared) == whole[5 * size]


@every_stream
def test_a_fork_at_the_start_is_the_stream_at_its_start(name):
    stream = open_stream(name, 5)
    prepared = stream.prepare(ROW)
    assert stream.fork().draw_many(prepared, 20).tolist() == draws(name, 5, ROW, 20)
