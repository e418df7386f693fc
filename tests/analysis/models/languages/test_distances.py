"""The distance of two lists: by hand, with plain loops, and its limits."""

import math
from collections import Counter

import pytest
import torch
from hypothesis import given

from analysis.counts.tables import count_tables
from analysis.counts.word_list import load_list
from analysis.models.languages.distances import compare_shared, largest_differences, measure_distances, pair_shares
from tests.strategies import FILLED_LISTS


def slow_distance(words, others):
    """The formula with dictionaries of pairs."""
    shares = []
    for one in (words, others):
        pairs = Counter(a + b for word in one for a, b in zip("." + word, word + ".", strict=True))
        shares.append({pair: count / pairs.total() for pair, count in pairs.items()})
    distance = 0.0
    for share in shares:
        for pair, p in share.items():
            distance += p / 2 * math.log2(p / ((shares[0].get(pair, 0) + shares[1].get(pair, 0)) / 2))
    return distance


def test_a_distance_by_hand():
    # three pairs each, .a in both; each of the other four adds 1/2 * 1/3 * log2 2 = 1/6
    distances = measure_distances({"b": count_tables(["ab"]), "c": count_tables(["ac"])})
    assert distances.tolist() == [[0, pytest.approx(2 / 3)], [pytest.approx(2 / 3), 0]]


@given(FILLED_LISTS, FILLED_LISTS)
def test_a_distance_is_that_of_plain_loops(words, others):
    distances = measure_distances({"one": count_tables(words), "two": count_tables(others)})
    assert float(distances[0, 1]) == pytest.approx(slow_distance(words, others), abs=1e-12)
    assert distances[0, 1] == distances[1, 0]
    assert distances.diagonal().tolist() == [0, 0]
    assert 0 <= distances.max() <= 1 + 1e-12


def test_distances_of_built_in_lists_are_those_of_plain_loops():
    keys = ["da", "sv", "it"]
    distances = measure_distances({key: load_list(key).tables for key in keys})
    slow = [[slow_distance(load_list(one).words, load_list(other).words) for other in keys] for one in keys]
    assert torch.allclose(distances, torch.tensor(slow, dtype=torch.float64), atol=1e-12)
    assert distances[0, 1] < distances[0, 2]  # Danish is nearer to Swedish than to Italian


def test_lists_without_a_common_pair_are_1_bit_apart_and_equal_shares_0():
    lists = {"a": count_tables(["a"]), "b": count_tables(["b"]), "aa": count_tables(["a", "a"])}
    assert measure_distances(lists).tolist() == [[0, 1, 0], [1, 0, 1], [0, 1, 0]]


def test_two_lists_on_their_shared_letters_by_hand():
    # of the second list, .c and c. are left out: 5 of 7 pairs are kept
    shared = compare_shared(count_tables(["ab", "b"]), count_tables(["ba", "a", "c"]))
    assert shared.vocab.itos == (".", "a", "b")
    assert shared.first.tolist() == [[0, 1, 1], [0, 0, 1], [2, 0, 0]]
    assert shared.second.tolist() == [[0, 1, 1], [2, 0, 0], [0, 1, 0]]
    assert shared.kept == (1, pytest.approx(5 / 7))
    assert shared.distance == pytest.approx(0.6)  # each of its pairs adds half of its share
    assert [tuple(one) for one in largest_differences(shared, 10)] == [
        ("a.", 0, 0.4, pytest.approx(0.2)),
        ("b.", 0.4, 0, pytest.approx(0.2)),
        ("ab", 0.2, 0, pytest.approx(0.1)),
        ("ba", 0, 0.2, pytest.approx(0.1)),
    ]
    assert len(largest_differences(shared, 3)) == 3


def test_lists_without_a_common_letter_and_empty_ones_are_refused():
    with pytest.raises(ValueError, match="expected two lists with pairs of letters that both have, got none"):
        compare_shared(count_tables(["ab"]), count_tables(["лев"]))
    with pytest.raises(ValueError, match="expected at least one counted pair, got none"):
        pair_shares(torch.zeros(2, 2))
    with pytest.raises(ValueError, match="expected at least one list, got none"):
        measure_distances({})
