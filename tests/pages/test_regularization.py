"""Regularization finds the figures that are published, and its two boxes move together while the switch is on."""

import math

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.net.distance import matching_lam, matching_smoothing
from analysis.net.optimum import optimum_probs
from tests.pages.reading import live_data, live_parts, refusals, said
from tests.pages.test_pages import frame, open_page, text  # noqa: F401 - open_page is a fixture

PAGE = "regularization"


@pytest.mark.parametrize(
    ("lam", "nll", "nearest", "left"),
    [("0.0001", 2.45411, 0.1808, 6.47e-6), ("0.01", 2.46036, 7.5975, 6.302e-4), ("1", 2.72129, 474.25, 3.660e-3)],
)
def test_the_numbers_of_a_lambda_are_the_published_ones(lam, nll, nearest, left, open_page):  # noqa: F811
    numbers = said(open_page(PAGE, lam=lam))["numbers"]
    assert round(numbers["net_nll"], 5) == nll
    assert float(f"{numbers['nearest']:.5g}") == pytest.approx(nearest, abs=5e-5)
    assert numbers["nearest_kl"] == pytest.approx(left, rel=1e-3)


def test_the_pair_that_differs_most_is_qu_and_row_a_hardly_differs(open_page, names):  # noqa: F811
    numbers = said(open_page(PAGE, lam="0.01", smoothing="7.5975", row="a"))["numbers"]
    assert (round(numbers["difference"], 4), round(numbers["row_difference"], 4)) == (0.2183, 0.0005)
    assert [names.vocab.itos[numbers[end]] for end in ("previous", "next")] == ["q", "u"]


def test_the_kl_at_smoothing_0_is_what_the_net_lost(open_page):  # noqa: F811
    assert said(open_page(PAGE, lam="0.01", smoothing="0"))["numbers"]["kl"] == pytest.approx(0.0063476, abs=5e-8)


def test_without_a_penalty_what_the_net_excludes_is_infinitely_far(open_page):  # noqa: F811
    numbers = said(open_page(PAGE))["numbers"]
    assert (numbers["kl"], numbers["factor"], numbers["nearest"]) == ("inf", None, 0.0)


def test_the_largest_lambda_makes_everything_uniform(open_page):  # noqa: F811
    at = open_page(PAGE, lam="1000000", table="true")
    assert said(at)["numbers"]["net_entropy"] == pytest.approx(math.log(27))
    assert at.dataframe[0].value["net"].tolist() == pytest.approx([1 / 27] * 729, abs=1e-4)


def test_the_numbers_are_also_a_table(open_page, names):  # noqa: F811
    table = open_page(PAGE, lam="0.01", smoothing="3", table="true").dataframe[0].value
    assert table["net"].tolist() == optimum_probs(names.all, 0.01).flatten().tolist()
    assert table["counted"].tolist() == smoothed_probs(names.all, 3.0).flatten().tolist()
    assert table["W"].notna().all()
    assert open_page(PAGE, table="true").dataframe[0].value["W"].isna().all()


def test_the_box_that_is_typed_into_moves_the_other_one(open_page, names):  # noqa: F811
    at = open_page(PAGE, lam="0.5", smoothing="3")
    assert at.number_input(key="smoothing").value == 3.0  # a link stands as it is
    at.number_input(key="lam").set_value(0.01).run()
    assert at.number_input(key="smoothing").value == 7.5975
    at.number_input(key="smoothing").set_value(474.25).run()
    nearest = matching_lam(names.all, smoothed_probs(names.all, 474.25)).lam
    assert at.number_input(key="lam").value == float(f"{nearest:.3g}") == 1.03
    assert at.number_input(key="smoothing").value == 474.25
    assert "--lam 1.03" in text(at)


def test_with_the_switch_off_each_stands_alone_and_turning_it_on_matches(open_page, names):  # noqa: F811
    at = open_page(PAGE, match="false", smoothing="3")
    at.number_input(key="lam").set_value(0.1).run()
    assert at.number_input(key="smoothing").value == 3.0
    at.toggle(key="match").set_value(True).run()
    nearest = matching_smoothing(names.all, optimum_probs(names.all, 0.1)).smoothing
    assert at.number_input(key="smoothing").value == float(f"{nearest:.5g}") == 54.772
    assert at.number_input(key="lam").value == 0.1


def test_another_lambda_sends_neither_the_picture_nor_its_data_again(open_page):  # noqa: F811
    at = open_page(PAGE)
    before = live_data(at)
    at.number_input(key="lam").set_value(0.3).run()
    assert live_data(at) == before
    assert len(live_parts(at)[1].proto.json) < 1000


def test_the_jump_of_the_lecture_is_a_sum_and_a_curve(open_page):  # noqa: F811
    at = open_page(PAGE)
    assert "**2.462101** (nll of the weights) **+ 0.01 × 2.146524**" in text(at)
    assert "jumps from 2.462148 to 2.483566" in text(at)
    losses = frame(at.get("vega_lite_chart")[0])
    assert losses[losses["epoch"] == 200]["loss"].round(4).tolist() == [2.4621, 2.4836]
    assert losses[losses["epoch"] == 200]["nll"].round(4).tolist() == [2.4621, 2.4621]
    assert len(losses) == 402


def test_a_guess_is_answered_with_the_reason(open_page):  # noqa: F811
    at = open_page(PAGE)
    at.segmented_control(key="guess").set_value("The counted table").run()
    assert "**Not quite.**" in text(at)
    at.segmented_control(key="guess").set_value("All characters equally likely").run()
    assert "**Yes.**" in text(at)


@pytest.mark.parametrize("lam", ["-1", "1e7", "nan"])
def test_a_lambda_that_cannot_be_is_told_in_one_line(lam, open_page):  # noqa: F811
    assert refusals(open_page(PAGE, lam=lam)) == [f"lam must be a number from 0 to 1,000,000, got {lam}: 0 is used"]
