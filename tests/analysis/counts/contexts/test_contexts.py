"""Contexts that occur, their letters after them, and where examples stand among them: against sets and dictionaries."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given

from analysis.counts.contexts import count_contexts
from analysis.counts.contexts.examples import context_ids
from analysis.words.vocabulary import Vocabulary, build_vocabulary
from tests.strategies import FILLED_LISTS, counts_of

AB = Vocabulary((".", "a", "b"))
MOST = 4


def examples(words, k=MOST):
    vocab = build_vocabulary(words)
    return context_ids(words, vocab, k), len(vocab)


def slowly(words, k, vocab):
    """How often each letter follows each context of k letters, in a dictionary."""
    counts = Counter()
    for word in words:
        ids = [*[0] * k, *vocab.encode(word)[1:]]
        counts.update((tuple(ids[i : i + k]), ids[i + k]) for i in range(len(word) + 1))
    return counts


@given(FILLED_LISTS)
def test_the_counts_of_every_length_are_those_of_a_dictionary(words):
    known, size = examples(words)
    counts = count_contexts(known, size)
    for k, order in enumerate(counts.orders):
        slow = slowly(words, k, build_vocabulary(words))
        seen = sorted({context for context, _ in slow})
        contexts = np.array(seen, np.int64).reshape(len(seen), k)
        rows = order.rows(counts.find_contexts(contexts, k)[k], order.counts)
        found = {
            (tuple(c), i): n for c, row in zip(contexts.tolist(), rows.tolist(), strict=True) for i, n in enumerate(row)
        }
        assert {key: n for key, n in found.items() if n} == slow
        assert len(order.cells) == len(slow)
        assert len(order.keys) == len(contexts)


@given(FILLED_LISTS)
def test_with_one_letter_the_rows_are_the_count_table(words):
    known, size = examples(words, 1)
    order = count_contexts(known, size).orders[1]
    assert order.rows(np.arange(size), order.counts).tolist() == counts_of(words).tolist()


@given(FILLED_LISTS)
def test_counted_examples_are_found_where_a_search_finds_them(words):
    known, size = examples(words)
    counts = count_contexts(known, size)
    for walked, searched in zip(counts.find_counted(), counts.find(known, MOST), strict=True):
        assert walked.tolist() == searched.tolist()


def test_what_was_never_seen_is_not_found():
    # ab, then b: after ".b" only the end; "ba" never occurs, so neither does "aba"
    counts = count_contexts(context_ids(["ab", "b"], AB, 2), 3)
    places = counts.find_contexts(np.array([[1, 2], [2, 1], [2, 2]]), 2)
    assert (places[2] >= 0).tolist() == [True, False, False]
    found = counts.find(context_ids(["ba"], AB, 2), 2)  # . after nothing, a after b, end after a
    assert (found.cells >= 0).tolist() == [[True, True, True], [True, False, False], [True, False, False]]


@given(FILLED_LISTS)
def test_a_weight_counts_a_word_as_often(words):
    known, size = examples(words)
    lengths = [len(word) + 1 for word in words]
    weighted = count_contexts(known, size, np.repeat([3] * len(words), lengths))
    for once, thrice in zip(count_contexts(known, size).orders, weighted.orders, strict=True):
        assert (3 * once.counts).tolist() == thrice.counts.tolist()


def test_how_many_different_characters_come_before():
    # pairs: .a, ab, b., .b; before the end comes only b, before a only the start, before b both a and the start
    counts = count_contexts(context_ids(["ab", "ab", "b"], AB, 1), 3)
    assert counts.continuations[0].tolist() == [1, 1, 2]


def test_an_empty_word_is_one_example_its_end():
    contexts, targets = context_ids(["ab", "", "b"], AB, 2)
    assert contexts.tolist() == [[0, 0], [0, 1], [1, 2], [0, 0], [0, 0], [0, 2]]
    assert targets.tolist() == [1, 2, 0, 0, 2, 0]


def test_a_word_with_the_boundary_is_refused():
    with pytest.raises(ValueError, match="cannot contain the boundary"):
        context_ids(["a.b"], AB, 1)


def test_no_words_and_too_many_letters_are_refused():
    with pytest.raises(ValueError, match="at least one word, got none"):
        count_contexts(context_ids([], AB, 1), 3)
    with pytest.raises(ValueError, match="0 to 1 letters, got 2"):
        count_contexts(context_ids(["a"], AB, 1), 3).up_to(2)
