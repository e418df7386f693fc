"""Likelihood: a link sets words, smoothing and the nudged cell, and the right numbers appear."""

import pytest

from pages.likelihood import whole_list
from tests.pages.reading import opener, refusals, release, sent, values

open_page = opener("likelihood")


def numbers_of(at, view):
    """Python's numbers of one of the two views."""
    return next(one["numbers"] for one in sent(at) if one.get("key") == view and "numbers" in one)


def text(at):
    return "\n".join(element.value for element in at.markdown)


def test_the_first_three_words_have_the_published_sum_and_mean():
    at = open_page(word="emma olivia ava", smoothing="0")
    assert not at.exception
    assert "**-38.7856** nats".replace("-", "−") in text(at)
    assert "**2.4241** nats per character" in text(at)
    assert "1.431 × 10⁻¹⁷" in text(at)


def test_andrejq_is_impossible_and_one_fake_count_cures_it():
    at = open_page(word="andrejq", smoothing="0")
    assert numbers_of(at, "likelihood") | {"list_nll": None} == {
        "log_likelihood": "-inf",
        "nll": "inf",
        "perplexity": "inf",
        "list_nll": None,
    }
    assert "One factor is 0" in text(at)
    release(at, "likelihood", smoothing=1)
    numbers = numbers_of(at, "likelihood")
    assert (round(numbers["log_likelihood"], 4), round(numbers["nll"], 4)) == (-27.8672, 3.4834)


def test_a_link_nudges_a_cell():
    at = open_page(row="e", next="m", nudge="2")
    assert values(at) == {"word": "emma", "smoothing": 1.0, "row": 5, "next": 13, "nudge": 2.0}
    counts = next(one["counts"] for one in sent(at) if one.get("key") == "scaled_count" and "counts" in one)
    numbers = numbers_of(at, "scaled_count")
    assert numbers["count"] == counts[5 * 27 + 13] == 769
    assert round(numbers["rise"], 7) == 0.0009724


def test_with_the_names_it_says_where_a_word_stands_and_what_the_running_sum_gives(words):
    at = open_page(word="emma", smoothing="0")
    assert any("61.69 % have a lower nll than emma" in caption.value for caption in at.caption)
    assert "**2.4540942**, sum −559,891.7500 nats" in text(at)


def test_without_the_names_it_offers_to_bring_them(monkeypatch):
    monkeypatch.setattr(whole_list, "names_available", lambda: False)
    at = open_page()
    assert not at.exception
    assert [button.label for button in at.button][-1] == "Download the names"
    assert "below" not in at.dataframe[0].value.columns


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("Ava OLIVIA", "Ava OLIVIA: the names are written with small letters: ava olivia is used"),
        ("zoë", "word must be 1 to 64 of the letters a to z, got 'ë' in zoë: emma is used"),
        ("x" * 1000, "word must be 1 to 64 of the letters a to z, got 1000 letters: emma is used"),
        ("a " * 11, "word must be 1 to 10 words with spaces between them, got 11: emma is used"),
        ("👩‍🎤", "word must be 1 to 64 of the letters a to z, got '👩' in 👩‍🎤: emma is used"),
        ("שלום", "word must be 1 to 64 of the letters a to z, got 'ש' in שלום: emma is used"),
    ],
)
def test_words_that_cannot_be_are_told_in_one_line(word, line):
    at = open_page(word=word)
    assert not at.exception
    assert refusals(at) == [line]


def test_words_that_are_typed_are_taken_as_those_of_a_link():
    at = release(open_page(), "likelihood", word="   ")
    assert refusals(at) == ["word must be 1 to 64 of the letters a to z, got nothing: emma stays"]
    release(at, "likelihood", word=" Ava  olivia")
    assert values(at)["word"] == at.query_params["word"] == "ava olivia"
    assert refusals(at) == ["Ava  olivia: the names are written with small letters: ava olivia is used"]
    release(at, "likelihood", smoothing=2)
    assert refusals(at) == []


def test_what_is_empty_in_an_address_is_told():
    at = open_page(word="", row="", nudge="", smoothing=" ")
    assert refusals(at) == [
        "word must be 1 to 64 of the letters a to z, got nothing: emma is used",
        "smoothing must be a number from 0 to 1,000,000, got nothing: 1 is used",
        f"row must be one of {', '.join('.abcdefghijklmnopqrstuvwxyz')}, got nothing: . is used",
        "nudge must be a number from 0.1 to 10, got nothing: 1 is used",
    ]


def test_a_pair_and_a_nudge_that_cannot_be_are_told_and_the_defaults_are_used():
    at = open_page(next="ß", nudge="11")
    assert refusals(at) == [
        f"next must be one of {', '.join('.abcdefghijklmnopqrstuvwxyz')}, got ß: a is used",
        "nudge must be a number from 0.1 to 10, got 11: 1 is used",
    ]
