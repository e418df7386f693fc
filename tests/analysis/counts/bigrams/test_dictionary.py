"""The dictionary of pairs: made of a table, sorted, searched, and built one pair at a time."""

import pytest
from hypothesis import given

from analysis.counts.bigrams import count_bigrams, count_in_dictionary
from analysis.counts.bigrams.dictionary import (
    as_found,
    count_steps,
    dictionary_of,
    find_pairs,
    first_and,
    sort_pairs,
)
from analysis.words.vocabulary import build_vocabulary
from tests.strategies import FILLED_LISTS, WORD_LISTS

FOUR = {("<S>", "e"): 2, ("e", "m"): 1, ("a", "<E>"): 2, ("m", "a"): 5}


@given(FILLED_LISTS)
def test_the_dictionary_of_a_table_is_that_of_its_words(words):
    vocab = build_vocabulary(words)
    assert dictionary_of(count_bigrams(words, vocab), vocab) == count_in_dictionary(words)


@given(WORD_LISTS)
def test_the_last_step_leaves_the_dictionary_of_all_words(words):
    assert {step.pair: step.after for step in count_steps(words)} == count_in_dictionary(words)


def test_steps_by_hand():
    # aa: <S>a aa a<E>; a: <S>a a<E>
    steps = list(count_steps(["aa", "a"]))
    assert [(step.word, step.place, step.before, step.after) for step in steps] == [
        ("aa", 0, 0, 1),
        ("aa", 1, 0, 1),
        ("aa", 2, 0, 1),
        ("a", 0, 1, 2),
        ("a", 1, 1, 2),
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("most", [("m", "a"), ("<S>", "e"), ("a", "<E>"), ("e", "m")]),
        ("least", [("e", "m"), ("<S>", "e"), ("a", "<E>"), ("m", "a")]),
        ("alphabet", [("<S>", "e"), ("a", "<E>"), ("e", "m"), ("m", "a")]),
    ],
)
def test_the_orders_by_hand(order, expected):
    assert list(sort_pairs(FOUR, order)) == expected


def test_an_unknown_order_is_refused():
    with pytest.raises(ValueError, match="order must be one of most, least, alphabet, got tea"):
        sort_pairs(FOUR, "tea")


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("", list(FOUR)),
        ("m", [("e", "m"), ("m", "a")]),
        ("em", [("e", "m")]),
        ("<S>e", [("<S>", "e")]),
        (".e", [("<S>", "e")]),
        ("a.", [("a", "<E>")]),
        (".", [("<S>", "e"), ("a", "<E>")]),
        ("me", []),
        ("🦉", []),
    ],
)
def test_a_text_is_found_in_pairs(text, pairs):
    assert list(find_pairs(FOUR, text)) == pairs


def test_with_another_boundary_a_full_stop_is_a_letter():
    counted = {("<S>", "a"): 1, ("a", "."): 1, (".", "<E>"): 1}
    assert list(find_pairs(counted, ".", "|")) == [("a", "."), (".", "<E>")]
    assert list(find_pairs(counted, ".|", "|")) == [(".", "<E>")]
    assert (as_found(counted, "|A", "|"), as_found(counted, "|A")) == ("|a", None)


@pytest.mark.parametrize(
    ("text", "found"),
    [(" em ", "em"), ("EM", "em"), ("<S>", "<S>"), ("E", "E"), ("ME", "me"), ("mme", None), ("x", None)],
)
def test_what_is_typed_is_taken_as_some_pair_holds_it(text, found):
    # E is in the mark <E>, so it stays
    assert as_found(FOUR, text) == found


@pytest.mark.parametrize(
    ("word", "counted"),
    [("", ["emma", "olivia", "ava"]), ("ava", ["emma", "olivia", "ava"]), ("zoe", ["emma", "olivia", "ava", "zoe"])],
)
def test_a_word_of_ones_own_is_counted_after_the_first_three(word, counted):
    assert first_and(["emma", "olivia", "ava", "isabella"], word) == counted
