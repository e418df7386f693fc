"""The slider's scale: every position has its value, every value its position; the curves drawn over it."""

import itertools
import math

import pytest

from analysis.counts.tables import count_tables
from analysis.settings import SMOOTHING
from analysis.views.slider import SMOOTHING_SCALE, Scale, nll_curves


def test_the_smoothing_runs_from_a_true_0_to_a_million():
    values = SMOOTHING_SCALE.values()
    assert (values[0], values[1], values[-1], len(values)) == (SMOOTHING.low, 0.001, SMOOTHING.high, 411)


def test_a_value_further_right_is_larger():
    values = SMOOTHING_SCALE.values()
    assert all(low < high for low, high in itertools.pairwise(values))


def test_every_stop_is_met_exactly():
    assert set(SMOOTHING_SCALE.stops) <= set(SMOOTHING_SCALE.values())


def test_every_value_stands_where_it_came_from_and_is_a_smoothing():
    for position, value in enumerate(SMOOTHING_SCALE.values()):
        assert SMOOTHING.check(value) == value
        assert SMOOTHING_SCALE.position(value) == pytest.approx(position, abs=0.5)


def test_a_scale_without_even_steps_begins_at_its_knee():
    # 10, 100, 1000, half a decade a step: 10, 31.6, 100, 316, 1000
    assert Scale(knee=10, even=0, per_decade=2, high=1000, stops=()).values() == [10, 31.6, 100, 316, 1000]


def test_the_curves_score_every_position(names):
    curves = nll_curves(names, SMOOTHING_SCALE)
    dev = curves["curves"]["dev"]
    assert (len(dev), dev[0], round(dev[110], 7)) == (411, None, 2.4532639)
    assert curves["chance"] == math.log(27)
    assert curves["floor"] == min(nll for sweep in curves["curves"].values() for nll in sweep if nll is not None)


@pytest.mark.parametrize(("words", "parts"), [(["ava"], None), (["ava"] * 5, ["train"])])
def test_a_part_without_words_has_no_curve(words, parts):
    curves = nll_curves(count_tables(words), SMOOTHING_SCALE)
    assert (None if curves is None else list(curves["curves"])) == parts
