import math
import re
from itertools import accumulate

import numpy as np
import pytest
import torch

from analysis.counts.normalization import normalize
from analysis.streams import STREAMS, open_stream
from analysis.streams.lecture import LectureStream
from analysis.streams.numbers import BLOCK, Tape, philox, twister_uniforms, twister_words
from analysis.streams.races import CpuStream, CudaStream, scores

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


@every_stream
@every_seed
def test_a_seed_gives_the_same_draws_again(name, seed):
    assert draws(name, seed, ROW, 50) == draws(name, seed, ROW, 50)


@every_stream
def test_two_seeds_give_different_draws(name):
    assert draws(name, 1, ROW, 50) != draws(name, 2, ROW, 50)


@every_stream
@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_certain_outcome_is_always_drawn(name, index):
    assert set(draws(name, 3, torch.eye(3)[index], 50)) == {index}


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
def test_drawing_leaves_the_row_as_it_was(name):
    row = ROW.clone()
    draws(name, 3, row, 20)
    assert torch.equal(row, ROW)


@pytest.mark.parametrize(
    ("uniform", "index"), [(0.1, 0), (0.25, 0), (0.2500001, 2), (0.74, 2), (0.75, 2), (0.76, 3), (0.999, 3)]
)
def test_the_lecture_takes_the_first_index_whose_cumulative_probability_reaches_u(uniform, index):
    # cumulative: 0.25 0.25 0.75 1
    assert draw_with("lecture", [uniform], torch.tensor([0.25, 0, 0.5, 0.25])) == index


def test_the_lecture_adds_in_float32():
    # 1 + 2 ** -24 is 1 in float32, so the cumulative sums are 1 1 1 2 and the two in the middle are never reached
    assert draw_with("lecture", [0.5 + 2**-27], torch.tensor([1, 2**-24, 2**-24, 1])) == 3


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
def test_the_torch_stream_is_torch_multinomial(seed):
    assert draws("torch", seed, ROW, 100) == torch_draws(seed, ROW, 100)


@every_stream
def test_a_stream_is_opened_by_its_name(name):
    assert (type(open_stream(name, 1)), open_stream(name, 1).name) == (STREAMS[name], name)


def test_an_unknown_stream_is_refused():
    with pytest.raises(ValueError, match="stream must be one of lecture, mkl, cpu, cuda, torch, got numpy"):
        open_stream("numpy", 1)


@every_stream
@pytest.mark.parametrize("seed", [-1, 2**64, 1.5, "seed"])
def test_a_seed_out_of_its_limits_is_refused(name, seed):
    message = f"seed must be a whole number from 0 to 18446744073709551615, got {seed}"
    with pytest.raises(ValueError, match=re.escape(message)):
        open_stream(name, seed)


@every_stream
@pytest.mark.parametrize(
    ("row", "got"),
    [
        ([0, 0], "a sum of 0"),
        ([1, -0.5], "-0.5"),
        ([1, float("nan")], "nan"),
        ([1, float("inf")], "a sum of inf"),
    ],
)
def test_a_row_that_nothing_can_be_drawn_from_is_refused(name, row, got):
    with pytest.raises(ValueError, match=f"needs finite probabilities >= 0 with a sum above 0, got {got}$"):
        open_stream(name, 1).prepare(torch.tensor(row))


@pytest.mark.parametrize(("stream", "letter"), [("lecture", "m"), ("mkl", "j"), ("cpu", "c")])
def test_the_first_letter_is_the_published_one(names, stream, letter):
    drawn = draws(stream, LECTURE_SEED, normalize(names.all)[0], 1)
    assert [names.vocab.itos[i] for i in drawn] == [letter]


def test_three_random_probabilities_and_20_draws_from_them_are_the_published_ones():
    # torch.rand(3) takes a word for each float32; the draws go on from there
    row = torch.rand(3, generator=torch.Generator().manual_seed(LECTURE_SEED))
    row /= row.sum()
    stream = LectureStream(LECTURE_SEED, skip=3)
    prepared = stream.prepare(row)
    assert (row.tolist(), [stream.draw(prepared) for _ in range(20)]) == (
        pytest.approx([0.6064, 0.3033, 0.0903], abs=5e-5),
        [1, 1, 2, 0, 0, 2, 1, 1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1],
    )


@every_stream
@pytest.mark.parametrize("count", [0, 1, BLOCK + 5])
def test_many_draws_at_once_are_the_draws_one_by_one(name, count):
    stream = open_stream(name, 5)
    assert stream.draw_many(stream.prepare(ROW), count).tolist() == draws(name, 5, ROW, count)


@every_stream
def test_a_stream_goes_on_where_many_draws_have_left_it(name):
    stream = open_stream(name, 5)
    prepared = stream.prepare(ROW)
    first = stream.draw_many(prepared, 7).tolist()
    assert first + [stream.draw(prepared) for _ in range(5)] == draws(name, 5, ROW, 12)


@pytest.mark.parametrize("name", ["lecture", "mkl", "cpu", "cuda"])
def test_the_uniforms_a_draw_has_used_decide_it(name):
    stream = open_stream(name, 5)
    prepared = stream.prepare(ROW)
    for _ in range(50):
        index = stream.draw(prepared)
        if name == "lecture":
            (u,) = stream.used
            assert next(i for i, cumulative in enumerate(prepared) if cumulative >= u) == index
        else:
            assert stream.used.shape == ROW.shape
            assert int(np.argmax(scores(prepared, stream.waits(stream.used)))) == index


def test_the_numbers_of_the_installed_torch_stay_unseen():
    stream = open_stream("torch", 5)
    stream.draw(stream.prepare(ROW))
    assert stream.used is None


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
