"""Counts beside the net."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts.smoothing import smoothed_probs
from analysis.net.distance import (
    Difference,
    crossing,
    kl,
    kl_rows,
    largest_difference,
    matching_lam,
    matching_smoothing,
    slope_over_lam,
    slope_over_smoothing,
)
from analysis.net.forward import initial_weights, net_probs
from analysis.net.optimum import optimum_probs, optimum_weights
from tests.strategies import COUNTS, SMOOTHINGS

AB = torch.tensor([[0, 1, 1], [0, 0, 1], [2, 0, 0]])  # ab, b


@given(COUNTS, st.integers(0, 1000))
def test_no_smoothing_is_nearer_than_the_matching_one(counts, seed):
    net = net_probs(initial_weights("randn", len(counts), seed) / 4)
    match = matching_smoothing(counts, net)
    others = [kl(counts, smoothed_probs(counts, 10**power), net) for power in range(-3, 7)]
    assert match.kl <= min(others) + 1e-12


def test_the_largest_difference_by_hand():
    first, second = torch.tensor([[0.5, 0.5], [1.0, 0.0]]), torch.tensor([[0.25, 0.75], [0.25, 0.75]])
    assert largest_difference(first, second) == Difference(0.75, 1, 0)  # of two equal ones, the first


def test_of_differences_that_only_rounding_makes_unequal_the_first_is_the_largest():
    first, second = (
        torch.tensor([[0.5, 0.25], [0.5, 0.5]], dtype=torch.float64),
        torch.tensor([[0.5, 0], [0.5, 0.25 - 1e-12]], dtype=torch.float64),
    )
    assert largest_difference(first, second)[1:] == (0, 1)


@given(COUNTS, SMOOTHINGS, st.integers(0, 1000))
def test_the_kl_agrees_with_plain_loops(counts, smoothing, seed):
    first, second = smoothed_probs(counts, smoothing), net_probs(initial_weights("randn", len(counts), seed))
    slow = 0.0
    for row, one, other in zip(counts.tolist(), first.tolist(), second.tolist(), strict=True):
        slow += sum(row) / int(counts.sum()) * sum(p * math.log(p / q) for p, q in zip(one, other, strict=True) if p)
    assert kl(counts, first, second) == pytest.approx(slow, abs=1e-12)


def test_the_kl_of_each_row_by_hand():
    # ab, b to uniform: row . is two halves, so ln(3/2); rows a and b are certain, so ln 3
    rows = kl_rows(smoothed_probs(AB, 0), torch.full((3, 3), 1 / 3, dtype=torch.float64))
    assert rows.tolist() == pytest.approx([math.log(1.5), math.log(3), math.log(3)])


def test_a_kl_is_infinite_where_the_second_excludes_what_the_first_allows():
    assert kl(AB, smoothed_probs(AB, 1), smoothed_probs(AB, 0)) == math.inf


def test_a_row_that_is_not_counted_does_not_count():
    counts = torch.tensor([[0, 3, 1], [3, 0, 0], [0, 0, 0]])  # a table of pairs: entered once, never left
    first, second = torch.eye(3, dtype=torch.float64), torch.eye(3, dtype=torch.float64)
    second[2] = torch.tensor([1.0, 0, 0])  # excludes what the first row allows, but nothing is known there
    assert kl(counts, first, second) == 0


@pytest.mark.parametrize("smoothing", [0, 0.001, 0.5, 3, 1000, 1e6])
def test_a_known_smoothing_is_found_again(names, smoothing):
    match = matching_smoothing(names.all, smoothed_probs(names.all, float(smoothing)))
    assert match.smoothing == pytest.approx(smoothing, rel=1e-4)
    assert match.kl == pytest.approx(0, abs=1e-12)


def test_a_uniform_net_is_nearest_to_the_most_smoothing(names):
    uniform = torch.full((27, 27), 1 / 27, dtype=torch.float64)
    assert matching_smoothing(names.all, uniform).smoothing == pytest.approx(1e6)


@given(COUNTS, st.sampled_from([1e-3, 0.01, 1.0, 100.0, 1e5]))
def test_no_lambda_is_nearer_than_the_matching_one(counts, smoothing):
    counted = smoothed_probs(counts, smoothing)
    match = matching_lam(counts, counted)
    others = [kl(counts, counted, optimum_probs(counts, 10**power)) for power in range(-9, 7)]
    assert match.kl <= min(others) + 1e-12


@pytest.mark.parametrize(("smoothing", "lam"), [(0, 0), (1, 7.387e-4), (7.5975, 8.823e-3), (474.25, 1.0251)])
def test_the_lambda_nearest_to_a_smoothing_is_near_the_way_back_but_not_the_same(names, smoothing, lam):
    match = matching_lam(names.all, smoothed_probs(names.all, float(smoothing)))
    assert match.lam == pytest.approx(lam, rel=1e-4)
    left = kl(names.all, smoothed_probs(names.all, float(smoothing)), optimum_probs(names.all, match.lam))
    assert match.kl == pytest.approx(left, abs=1e-12)


@pytest.mark.parametrize("at", [-9.99, -2, -0.1234567, 0, 9.99, 12])
def test_a_crossing_is_found_in_few_steps_or_the_end_before_it(at):
    asked = []

    def f(x):
        asked.append(x)
        return math.expm1(x - at)

    assert crossing(f, -2, low=-10, high=10) == pytest.approx(min(at, 10), abs=1e-6)
    assert len(asked) < 40
    assert all(-10 <= x <= 10 for x in asked)


@pytest.mark.parametrize("value", [1e-4, 0.5, 30.0, 1e5])
def test_the_slopes_are_those_of_small_steps(names, value):
    net, counted = optimum_probs(names.all, 0.01), smoothed_probs(names.all, 3.0)
    beside = [value * (1 + step) for step in (-1e-5, 1e-5)]
    low, high = (kl(names.all, smoothed_probs(names.all, other), net) for other in beside)
    assert slope_over_smoothing(names.all, net, value) == pytest.approx((high - low) / 2e-5, rel=1e-5, abs=1e-9)
    low, high = (kl(names.all, counted, optimum_probs(names.all, other)) for other in beside)
    slope = slope_over_lam(names.all, counted, optimum_weights(names.all, value), value)
    assert slope == pytest.approx((high - low) / 2e-5, rel=1e-5, abs=1e-9)
