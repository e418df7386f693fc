"""Likelihood: a link sets words, smoothing and the nudged cell, and the right numbers appear."""

from dataclasses import replace

import pytest

from analysis.counts.word_list import list_of_words
from tests.pages.reading import guess_of, opener, release, sent, text, values
from tests.pages.test_lists import own

open_page = opener("likelihood")


def sent_to(at, view):
    """What one of the two views is sent."""
    return [one for one in sent(at) if one.get("key", "").startswith(f"{view}_")]


def numbers_of(at, view):
    """Python's numbers of it."""
    return next(one["numbers"] for one in sent_to(at, view) if "numbers" in one)


def test_the_first_three_words_have_the_published_sum_and_mean():
    at = open_page(word="emma olivia ava", smoothing="0", steps="true")
    assert "**-38.7856** nats".replace("-", "−") in text(at)
    assert "**2.4241** nats per character" in text(at)
    assert "1.431 × 10⁻¹⁷" in text(at)


def test_andrejq_is_impossible_and_one_fake_count_cures_it():
    at = open_page(word="andrejq", smoothing="0", steps="true")
    numbers = numbers_of(at, "likelihood")
    assert (numbers["log_likelihood"], numbers["nll"], numbers["perplexity"]) == ("-inf", "inf", "inf")
    assert numbers["caption"]["facts"] == {"impossible": 1, "over": 0, "fake": 0}
    assert (numbers["caption"]["numbers"]["row"], numbers["caption"]["numbers"]["next"]) == ("j", "q")
    assert "One factor is 0" in text(at)
    release(at, "likelihood", smoothing=1)
    numbers = numbers_of(at, "likelihood")
    assert (round(numbers["log_likelihood"], 4), round(numbers["nll"], 4)) == (-27.8672, 3.4834)


@pytest.mark.parametrize("query", [{"nudge": "2"}, {"next": "b"}, {"next": "nonsense"}, {"best": "true"}, {}])
def test_the_part_about_counting_is_folded_unless_a_link_names_it_or_one_of_its_values(query):
    assert bool([one for one in sent(open_page(**query)) if one.get("key", "").startswith("scaled_count_")]) == bool(
        query
    )


def test_a_link_nudges_a_cell():
    at = open_page(row="e", next="m", nudge="2")
    assert values(at) == {"word": "emma", "smoothing": 1.0, "row": 5, "next": 13, "nudge": 2.0}
    counts = next(
        one["counts"] for one in sent(at) if one.get("key", "").startswith("scaled_count_") and "counts" in one
    )
    numbers = numbers_of(at, "scaled_count")
    assert numbers["count"] == counts[5 * 27 + 13] == 769
    assert round(numbers["rise"], 7) == 0.0009724


def test_a_row_without_counts_has_its_picture_without_numbers_and_the_page_goes_on():
    words = replace(list_of_words(["ab", "b"]), alphabet="x")
    at = open_page(session=own(words), row="x", best="true", squares="true")
    assert not at.exception
    shown = sent_to(at, "scaled_count")
    assert (len(shown), [one for one in shown if "numbers" in one]) == (2, [])  # the browser says why
    assert "At p = 0.01 the square is 0.98" in text(at)


def test_with_the_names_it_says_where_a_word_stands_and_what_the_running_sum_gives(words):
    at = open_page(word="emma", smoothing="0", steps="true")
    assert "61.69 % have a lower nll than emma" in text(at)
    assert "**2.4540942**, sum −559,891.7500 nats" in text(at)


def test_squares_and_logarithm_stand_side_by_side():
    at = open_page(squares="true")
    assert len(at.get("vega_lite_chart")) == 1
    assert "At p = 0.01 the square is 0.98, and −ln p is 4.61 nats." in text(at)


def test_the_guess_asks_for_the_counted_table_whatever_smoothing_came_along():
    asked = guess_of(open_page(smoothing="2510"))
    assert asked["answer"] == pytest.approx(11.6349, abs=1e-4)  # exp(2.4540145)
    assert "2.4540 nats" in asked["why"]
