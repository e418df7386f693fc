"""One count multiplied by a factor: the nll rises either way, and stays where nothing can change."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts.likelihood import mean_nll
from analysis.counts.likelihood.scaled_count import scale_count, scaled_probs
from analysis.counts.smoothing import smoothed_probs

tables = st.lists(st.lists(st.integers(0, 50), min_size=3, max_size=3), min_size=3, max_size=3).map(torch.tensor)


def test_by_hand():
    # 1 of 4 taken 3 times: 3 of 6. The row has half of 8 bigrams:
    # rise = 1/2 (1/4 ln (1/4 : 1/2) + 3/4 ln (3/4 : 1/2))
    scaled = scale_count(torch.tensor([[1, 3], [2, 2]]), 0, 0, 3.0)
    assert scaled[:4] == (1, 4, 0.25, 0.5)
    assert scaled.rise == pytest.approx(0.5 * (0.25 * math.log(0.5) + 0.75 * math.log(1.5)))
    # slope = -1/8 (1 / 0.5 - 3 / 0.5)
    assert scaled.slope == pytest.approx(0.5)


@given(tables, st.integers(0, 2), st.integers(0, 2), st.floats(0.1, 10))
def test_no_factor_lowers_the_nll_of_what_was_counted(counts, row, following, factor):
    if counts[row].sum() == 0:
        return
    scaled = scale_count(counts, row, following, factor)
    assert scaled.rise >= -1e-15
    assert scaled.nll - mean_nll(counts, smoothed_probs(counts, 0.0)) == pytest.approx(scaled.rise, abs=1e-12)
    assert scaled_probs(counts, row, following, factor)[row].sum() == pytest.approx(1)


@pytest.mark.parametrize("factor", [0.11, 0.5, 2.0, 10.0])
def test_the_slope_is_that_of_small_steps(names, factor):
    row, following = 5, 13  # em
    here = scale_count(names.all, row, following, factor)
    after = scale_count(names.all, row, following, factor * 0.99999)
    assert (after.rise - here.rise) / (after.prob - here.prob) == pytest.approx(here.slope, rel=1e-4)


def test_as_counted_there_is_no_rise_and_no_slope(names):
    scaled = scale_count(names.all, 0, 1, 1.0)
    assert (scaled.count, scaled.total, scaled.rise) == (4410, 32033, 0.0)
    assert scaled.slope == pytest.approx(0, abs=1e-15)
    assert scaled.nll == pytest.approx(2.4540144892, abs=1e-9)


def test_a_pair_that_was_never_counted_stays_at_nothing(names):
    scaled = scale_count(names.all, 10, 17, 10.0)  # jq
    assert (scaled.count, scaled.prob, scaled.rise) == (0, 0.0, 0.0)


def test_the_only_pair_of_a_row_stays_certain():
    scaled = scale_count(torch.tensor([[0, 4], [4, 0]]), 0, 1, 0.1)
    assert (scaled.prob, scaled.rise) == (1.0, 0.0)


@pytest.mark.parametrize(("following", "slope"), [(0, -1 / 2), (1, 1 / 2)], ids=["certain", "never counted"])
def test_where_the_counted_probability_is_0_or_1_the_slope_is_that_of_the_only_way_to_go(following, slope):
    # 4 of 8 bigrams are in row 0: the nll is -4/8 ln q there, where q is P(0 | 0)
    counts = torch.tensor([[4, 0], [2, 2]])
    probs, step = smoothed_probs(counts, 0.0), 1e-7
    moved = probs + torch.tensor([[-step, step], [0, 0]])
    rise = mean_nll(counts, moved) - mean_nll(counts, probs)
    assert rise / (step if following else -step) == pytest.approx(slope, rel=1e-6)
    assert scale_count(counts, 0, following, 2.0).slope == slope


def test_a_row_without_counts_is_refused():
    with pytest.raises(ValueError, match="a row with counts"):
        scale_count(torch.tensor([[0, 0], [2, 2]]), 0, 0, 2.0)
