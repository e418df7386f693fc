"""Regularization finds the figures that are published, a link stands as it is, and the browser sets both numbers."""

import math

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.net.optimum import optimum_probs
from tests.pages.reading import frame, opener, plain, release, said, text, values
from tests.pages.reading import open_page as open_in_session

PAGE = "regularization"
open_page = opener(PAGE)


@pytest.mark.parametrize(
    ("lam", "nll", "nearest", "left"),
    [("0.0001", 2.45411, 0.1808, 6.47e-6), ("0.01", 2.46036, 7.5975, 6.302e-4), ("1", 2.72129, 474.25, 3.660e-3)],
)
def test_the_numbers_of_a_lambda_are_the_published_ones(lam, nll, nearest, left):
    numbers = said(open_page(lam=lam))["numbers"]
    assert round(numbers["net_nll"], 5) == nll
    assert float(f"{numbers['nearest']:.5g}") == pytest.approx(nearest, abs=5e-5)
    assert numbers["nearest_kl"] == pytest.approx(left, rel=1e-3)


def test_the_pair_that_differs_most_is_qu_and_row_a_hardly_differs(names):
    numbers = said(open_page(lam="0.01", smoothing="7.5975", row="a"))["numbers"]
    assert (round(numbers["difference"], 4), round(numbers["row_difference"], 4)) == (0.2183, 0.0005)
    assert [names.vocab.itos[numbers[end]] for end in ("previous", "next")] == ["q", "u"]


def test_the_kl_at_smoothing_0_is_what_the_net_lost():
    assert said(open_page(lam="0.01", smoothing="0"))["numbers"]["kl"] == pytest.approx(0.0063476, abs=5e-8)


def test_without_a_penalty_what_the_net_excludes_is_infinitely_far():
    numbers = said(open_page(lam="0", smoothing="1"))["numbers"]
    assert (numbers["kl"], numbers["factor"], numbers["nearest"]) == ("inf", None, 0.0)


def test_the_largest_lambda_makes_everything_uniform():
    at = open_page(lam="1000000", as_table="true")
    assert said(at)["numbers"]["net_entropy"] == pytest.approx(math.log(27))
    assert at.dataframe[0].value["net"].tolist() == pytest.approx([1 / 27] * 729, abs=1e-4)


def test_the_numbers_are_also_a_table(names):
    table = open_page(lam="0.01", smoothing="3", as_table="true").dataframe[0].value
    assert table["net"].tolist() == optimum_probs(names.all, 0.01).flatten().tolist()
    assert table["counted"].tolist() == smoothed_probs(names.all, 3.0).flatten().tolist()
    assert table["W"].notna().all()
    assert open_page(lam="0", as_table="true").dataframe[0].value["W"].isna().all()


def test_a_link_stands_as_it_is_though_the_switch_is_on_and_a_release_sets_both():
    at = open_page(lam="0.5", smoothing="3")
    assert values(at) == {"lam": 0.5, "smoothing": 3, "match": True, "row": 0}
    at = release(at, PAGE, lam=1.03, smoothing=474.25)
    assert values(at)["smoothing"] == 474.25
    at = release(at, PAGE, lam=0.1, match=False)
    assert values(at) == {"lam": 0.1, "smoothing": 474.25, "match": False, "row": 0}
    assert (at.query_params["match"], at.query_params["lam"]) == ("false", "0.1")


def test_it_opens_matched_at_the_lectures_lambda_with_a_clean_address():
    at = plain(PAGE)
    assert values(at) == {"lam": 0.01, "smoothing": 7.5975, "match": True, "row": 0}
    assert not {"lam", "smoothing"} & set(at.query_params)
    assert not any(name in at.session_state for name in ("lam", "smoothing"))  # other pages begin as ever


@pytest.mark.parametrize(
    ("query", "lam", "smoothing"),
    [
        ({"lam": "0"}, 0, 0),
        ({"lam": "1"}, 1, 474.25),
        ({"smoothing": "3"}, 0.00284, 3),
        ({"smoothing": "3", "match": "false"}, 0, 3),
    ],
)
def test_a_link_that_names_one_of_the_two_opens_matched_and_then_names_both(query, lam, smoothing):
    at = open_page(**query)
    assert (values(at)["lam"], values(at)["smoothing"]) == (lam, smoothing)
    assert {"lam", "smoothing"} <= set(at.query_params)


@pytest.mark.parametrize(
    ("session", "lam", "smoothing"),
    [
        ({"lam": 0.0, "smoothing": 1.0}, 0.01, 7.5975),  # what other pages begin with has not come along
        ({"lam": 1.0, "smoothing": 1.0}, 1, 474.25),
        ({"lam": 0.0, "smoothing": 7.5975}, 0.00882, 7.5975),
        ({"lam": 0.5, "smoothing": 3.0}, 0.5, 3),
    ],
)
def test_a_value_that_comes_from_another_page_brings_its_match(session, lam, smoothing):
    at = open_in_session(PAGE, session)
    assert (values(at)["lam"], values(at)["smoothing"]) == (lam, smoothing)


def test_the_jump_of_the_lecture_is_a_sum_and_a_curve():
    at = open_page(jump="true")
    assert "**2.462101** (nll of the weights) **+ 0.01 × 2.146524**" in text(at)
    assert "jumps from 2.462148 to 2.483566" in text(at)
    losses = frame(at.get("vega_lite_chart")[0])
    assert losses[losses["epoch"] == 200]["loss"].round(4).tolist() == [2.4621, 2.4836]
    assert losses[losses["epoch"] == 200]["nll"].round(4).tolist() == [2.4621, 2.4621]
    assert len(losses) == 402
