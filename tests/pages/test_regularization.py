"""Regularization finds the figures that are published, a link stands as it is, and the browser sets both numbers."""

import json
import math

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.net.optimum import optimum_probs
from tests.pages.reading import live_data, refusals, release, said, values
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


def test_a_link_stands_as_it_is_though_the_switch_is_on_and_a_release_sets_both(open_page):  # noqa: F811
    at = open_page(PAGE, lam="0.5", smoothing="3")
    assert values(at) == {"lam": 0.5, "smoothing": 3, "match": True, "row": 0}
    at = release(at, PAGE, lam=1.03, smoothing=474.25)
    assert values(at)["smoothing"] == 474.25
    assert "--lam 1.03" in text(at)
    at = release(at, PAGE, lam=0.1, match=False)
    assert values(at) == {"lam": 0.1, "smoothing": 474.25, "match": False, "row": 0}
    assert (at.query_params["match"], at.query_params["lam"]) == ("false", "0.1")


@pytest.mark.parametrize("match", ["off", 1, None, []])
def test_a_switch_that_is_neither_on_nor_off_is_refused_in_one_line(match, open_page):  # noqa: F811
    at = release(open_page(PAGE, lam="0.5"), PAGE, match=match, lam=0.1)
    assert refusals(at) == [f"match must be true or false, got {match or 'nothing'}: true stays"]
    assert values(at)["lam"] == 0.5


def test_another_lambda_sends_neither_the_picture_nor_its_data_again(open_page):  # noqa: F811
    at = open_page(PAGE)
    before = live_data(at)
    release(at, PAGE, lam=0.3)
    assert live_data(at) == before
    assert len(json.dumps(said(at))) < 1000


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
