"""Neighbours as 16-bit numbers: every pair once, whatever the length and the alphabet."""

from collections import Counter
from itertools import pairwise

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.large.pairs import has_odd_characters, has_spaces_at_edges, pairs_of_text, table_of_bytes


@given(st.binary(min_size=2, max_size=40))
def test_each_pair_of_bytes_is_counted_once(data):
    table = table_of_bytes(data)
    assert {(cell & 255, cell >> 8): int(table[cell]) for cell in np.flatnonzero(table)} == Counter(pairwise(data))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=300))
@example("".join(map(chr, range(0x4E00, 0x4F2C))) * 2)  # more than a byte can number
def test_each_pair_of_characters_is_counted_once(text):
    found = pairs_of_text(text)
    assert {(chr(a), chr(b)): n for a, b, n in zip(*(x.tolist() for x in found), strict=True)} == Counter(
        pairwise(text)
    )


@given(st.text("ab日", min_size=2, max_size=9))
def test_pairs_that_count_once_each_are_counted_as_without_a_weight(text):
    plain, weighted = pairs_of_text(text), pairs_of_text(text, np.ones(len(text) - 1, np.int64))
    assert all(np.array_equal(np.sort(a), np.sort(b)) for a, b in zip(plain, weighted, strict=True))


def test_only_a_space_at_an_edge_is_at_an_edge():
    assert has_spaces_at_edges(pairs_of_text("\na \n"))
    assert has_spaces_at_edges(pairs_of_text("\n\u00a0a\n"))
    assert not has_spaces_at_edges(pairs_of_text("\na b\n"))


def test_a_boundary_and_a_control_are_odd_and_a_space_is_not():
    assert has_odd_characters(pairs_of_text("\na.\n"), ".")
    assert has_odd_characters(pairs_of_text("\na\t\n"), ".")
    assert not has_odd_characters(pairs_of_text("\na b'é\n"), ".")
