"""Likelihood: a link sets words, smoothing and the nudged cell, and the right numbers appear."""

from tests.pages.reading import opener, release, sent, text, values

open_page = opener("likelihood")


def numbers_of(at, view):
    """Python's numbers of one of the two views."""
    return next(one["numbers"] for one in sent(at) if one.get("key") == view and "numbers" in one)


def test_the_first_three_words_have_the_published_sum_and_mean():
    at = open_page(word="emma olivia ava", smoothing="0")
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
    assert "61.69 % have a lower nll than emma" in text(at)
    assert "**2.4540942**, sum −559,891.7500 nats" in text(at)
