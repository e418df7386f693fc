"""Runs of letters that occur, and how empty the tables of longer contexts stay."""

import pytest
from hypothesis import given

from analysis.counts.baselines.contexts import context_sizes, count_seen, load_seen
from tests.strategies import FILLED_LISTS, counts_of


@given(FILLED_LISTS)
def test_with_one_letter_of_context_the_cells_seen_are_those_of_the_count_table(words):
    assert count_seen(words)[0] == int((counts_of(words) > 0).sum())


def test_the_tables_of_the_names_have_the_sizes_and_shares_of_the_reference():
    sizes = context_sizes(load_seen("names"), 27, 228_146)
    assert [size.cells for size in sizes] == [729, 19_683, 531_441, 14_348_907]
    assert [100 * size.share for size in sizes] == pytest.approx([86.0, 30.8, 4.66, 0.35], abs=0.05)
