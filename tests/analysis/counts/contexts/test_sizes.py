"""Runs of letters that occur, and how empty the tables of longer contexts stay."""

import pytest
from hypothesis import given

from analysis.counts.contexts.sizes import context_sizes, count_seen, load_seen
from tests.strategies import FILLED_LISTS, counts_of


def slowly(words, most=4):
    """The same with sets of slices."""
    marked = [[f"{'.' * letters}{word}." for word in words] for letters in range(1, most + 1)]
    return [
        len({word[i : i + letters + 1] for word in each for i in range(len(word) - letters)})
        for letters, each in enumerate(marked, start=1)
    ]


@given(FILLED_LISTS)
def test_the_runs_are_those_of_sets(words):
    assert count_seen(words) == slowly(words)


def test_so_many_characters_that_five_of_them_need_more_than_64_bits():
    # 8,192 with the boundary: as one number of 65 bits, the first of five would lose one of its 13 bits
    words = [f"{chr(0x4E00 + i)}{4 * chr(0x4E00)}" for i in range(8191)]
    assert count_seen(words) == slowly(words)


@given(FILLED_LISTS)
def test_with_one_letter_of_context_the_cells_seen_are_those_of_the_count_table(words):
    assert count_seen(words)[0] == int((counts_of(words) > 0).sum())


def test_the_tables_of_the_names_have_the_sizes_and_shares_of_the_reference():
    sizes = context_sizes(load_seen("names"), 27, 228_146)
    assert [size.cells for size in sizes] == [729, 19_683, 531_441, 14_348_907]
    assert [100 * size.share for size in sizes] == pytest.approx([86.0, 30.8, 4.66, 0.35], abs=0.05)
