"""Words held out: makemore's split."""

from itertools import chain

import pytest
from hypothesis import given

from analysis.words.split import split_words
from tests.strategies import WORD_LISTS


@given(WORD_LISTS)
def test_the_parts_of_a_split_reunite_to_the_words(words):
    assert sorted(chain.from_iterable(split_words(words))) == sorted(words)


@given(WORD_LISTS)
def test_a_split_leaves_the_words_as_they_were(words):
    before = list(words)
    split_words(words)
    assert words == before


@pytest.mark.parametrize(
    ("size", "sizes"),
    [(0, [0, 0, 0]), (1, [0, 0, 1]), (2, [1, 0, 1]), (5, [4, 0, 1]), (9, [7, 1, 1]), (10, [8, 1, 1]), (19, [15, 2, 2])],
)
def test_the_parts_are_80_and_10_percent_rounded_down_and_the_rest(size, sizes):
    assert [len(part) for part in split_words(["a"] * size)] == sizes


def test_the_shuffle_is_the_one_of_seed_42():
    # random.Random(42).shuffle of ten letters, the same since Python 3.2
    assert ["".join(part) for part in split_words("abcdefghij")] == ["hdcifgje", "a", "b"]
