"""How long words are: those of a list counted, those of a model worked out, and drawn to see that it is so."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given

from analysis.counts.baselines.lengths import count_lengths, lengths_of_list, lengths_of_model, mean_length
from analysis.counts.normalization import normalize
from analysis.counts.smoothing import smoothed_probs
from analysis.samples.names import sample_many
from tests.strategies import COUNTS, FILLED_LISTS, SMOOTHINGS, counts_of

# . -> a always; a -> . 1/2, a 1/4, b 1/4; b -> . always
AB = torch.tensor([[0, 1, 0], [0.5, 0.25, 0.25], [1, 0, 0]], dtype=torch.float64)


@given(COUNTS, SMOOTHINGS)
def test_the_shares_of_a_model_and_what_is_longer_add_up_to_all_its_words(counts, smoothing):
    lengths = lengths_of_model(smoothed_probs(counts, smoothing), longest=25)
    assert sum(lengths.shares) + lengths.longer == pytest.approx(1)


@given(FILLED_LISTS)
def test_without_smoothing_the_mean_is_that_of_the_list(words):
    expected = lengths_of_list(count_lengths(words)).mean
    assert mean_length(normalize(counts_of(words)).nan_to_num(0)) == pytest.approx(expected)


def test_a_model_by_hand():
    lengths = lengths_of_model(AB, longest=2)
    # 1: a.  1/2;  2: aa. 1/8, ab. 1/4;  3: aaa. 1/32, aab. 1/16
    assert lengths.shares[:4] == [0, 1 / 2, 3 / 8, 3 / 32]
    assert lengths.longer == 1 / 8
    # a is visited 1 / (1 - 1/4) times, b a quarter as often
    assert lengths.mean == pytest.approx(4 / 3 + 1 / 3)


def test_the_shares_are_those_of_names_that_are_drawn(names):
    probs = smoothed_probs(names.all, 1)
    drawn = count_lengths(sample_many(probs, names.vocab, np.random.default_rng(1).random((20_000, 60))))
    lengths = lengths_of_model(probs, longest=15)
    for letters in (0, 1, 2, 6, 12):
        # four standard deviations of a share of 20,000 are below 4 * sqrt(1/4 / 20,000) = 0.0142
        assert drawn.get(letters, 0) / 20_000 == pytest.approx(lengths.shares[letters], abs=0.0142)
    longer = sum(count for length, count in drawn.items() if length > 15)
    assert longer / 20_000 == pytest.approx(lengths.longer, abs=0.0142)


def test_words_that_never_end_have_no_mean_length():
    assert mean_length(torch.tensor([[0.5, 0.5], [0, 1]])) == math.inf
    # b never ends, but no word comes to b
    assert mean_length(torch.tensor([[0, 1, 0], [1, 0, 0], [0, 0, 1]])) == 1


def test_a_list_without_words_has_no_lengths():
    with pytest.raises(ValueError, match="lengths need at least one word, got none"):
        lengths_of_list({})
