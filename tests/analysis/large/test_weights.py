"""Weighted words count as if each stood there as often as its weight says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.large.weights import HIGHEST_WEIGHT, count_weighted, count_weighted_lines
from analysis.words.lists import BadLine
from tests.analysis.large.test_kernel import as_counter, by_hand

WEIGHTED = st.lists(st.tuples(st.text("abé日", min_size=1, max_size=4), st.integers(1, 9)), max_size=6)


@given(WEIGHTED, st.sampled_from([" ", "\t", ",", ", ", ";"]))
def test_a_weighted_line_counts_as_often_as_it_says(rows, between):
    data = "\n".join(f"{word}{between}{weight}" for word, weight in rows).encode()
    assert as_counter(count_weighted_lines(data)) == by_hand(word for word, weight in rows for _ in range(weight))


def test_a_very_large_weight_stays_exact():
    weight = HIGHEST_WEIGHT - 1
    assert count_weighted(["ab", "ab"], [weight, weight]).counts.tolist() == [2 * weight] * 3


BAD = {
    "no number": (b"emma 1\nava\n", 2, "expected a word and how often it occurs, got 'ava'"),
    "a number alone": (b"5\n", 1, "got '5'"),
    "a fraction": (b"a 1.5", 1, "expected a whole number from 0 to 1,000,000,000,000 for 'a', got 1.5"),
    "too large": (b"a 1000000000001", 1, "got 1000000000001"),
}


@pytest.mark.parametrize(("data", "line", "message"), BAD.values(), ids=BAD)
def test_a_line_that_is_no_word_and_number_is_refused(data, line, message):
    with pytest.raises(BadLine, match=message) as refused:
        count_weighted_lines(data)
    assert refused.value.line == line
