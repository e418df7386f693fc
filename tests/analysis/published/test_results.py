"""Every published figure comes out again, and what does not agree says so."""

import dataclasses
import math

import pytest

from analysis.published.figures import load_figures
from analysis.published.results import AGREES, DIFFERS, FITTED, NEEDS_WORDS, OWN, SLIP, Result, agree, recompute

SLIPS = ["start-e", "nll-after-smoothing", "nll-saved-cell", "keepdim-error"]


def figure_of(key, **changes):
    (figure,) = load_figures([key])
    return dataclasses.replace(figure, **changes)


def test_every_figure_comes_out_again(recomputed):
    wrong = {
        key: {"published": result.figure.published, "ours": result.ours}
        for key, result in recomputed.results.items()
        if result.ok is False
    }
    assert wrong == {}
    assert len(recomputed.results) == len(load_figures())


def test_a_figure_needs_the_words_where_it_says_so_and_nowhere_else(recomputed, words):
    assert recomputed.asked_for_words == {figure.key for figure in load_figures() if figure.needs_words}


def test_each_verdict_is_given_to_the_figures_it_belongs_to(recomputed, words):
    given = {key: result.verdict for key, result in recomputed.results.items()}
    assert [key for key, verdict in given.items() if verdict == SLIP] == SLIPS
    assert [key for key, verdict in given.items() if verdict == FITTED] == ["lam-last"]
    assert {key for key, verdict in given.items() if verdict == OWN} == {f.key for f in load_figures() if f.own}
    assert set(given.values()) == {AGREES, SLIP, FITTED, OWN}


@pytest.mark.parametrize("key", ["start-e", "lam-last", "uniform"])
def test_a_slip_a_fit_and_a_value_of_our_own_can_differ_too(key):
    wrong = Result(figure_of(key), [5000])  # 5000 is what the slip says
    assert (wrong.ok, wrong.verdict) == (False, DIFFERS)


@pytest.mark.parametrize(
    ("ours", "ok"),
    [([2.45409417], False), ([2.454094171524048], True), ([2.454094171524048, 1.0], False), ([], False), (None, None)],
)
def test_all_values_must_agree_as_exactly_as_the_figure_says(ours, ok):
    assert Result(figure_of("nll", within=0), ours).ok is ok


@pytest.mark.parametrize(
    ("one", "other", "within", "same"),
    [
        (1, 1.0, 0, True),
        (1.0, 1.04, 0.05, True),
        (1.0, 1.06, 0.05, False),
        (math.inf, math.inf, 0, True),
        (math.inf, -math.inf, 9, False),
        (math.inf, 3.0, 9, False),
        (1.0, math.nan, 9, False),
        ("mor", "mor", 0, True),
        ("mor", "junide", 9, False),
        (1, "1", 9, False),
    ],
)
def test_values_agree_within_a_tolerance_and_text_exactly(one, other, within, same):
    assert agree(one, other, within) is same


def test_the_difference_is_that_of_the_worst_value():
    figure = figure_of("andrejq-smoothed")
    assert Result(figure, [-27.8672, 3.4]).difference == pytest.approx(0.0834020)
    assert Result(figure_of("lecture-names"), ["a"] * 5).difference is None
    assert Result(figure_of("andrejq-infinite"), [-math.inf, math.inf]).difference == 0


def test_a_float32_sum_stands_beside_the_exact_value(recomputed, words):
    result = recomputed.results["nll"]
    assert result.ours == [2.454094171524048]
    assert result.exact == pytest.approx([2.4540144892], abs=5e-11)


def test_without_words_a_figure_that_needs_them_is_neither_right_nor_wrong():
    result = recompute(figure_of("nll"), have_words=False)
    assert (result.ours, result.ok, result.verdict, result.difference) == (None, None, NEEDS_WORDS, None)
