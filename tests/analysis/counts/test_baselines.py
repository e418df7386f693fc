"""What knows only how frequent each character is."""

import math

import pytest
import torch

from analysis.counts.baselines import frequency_nll


def test_by_hand():
    # of 4 characters that follow, 3 are the second: -(3 ln 3/4 + ln 1/4) / 4
    assert frequency_nll(torch.tensor([[1, 1], [0, 2]])) == pytest.approx(-(3 * math.log(0.75) + math.log(0.25)) / 4)


def test_of_the_names_it_is_between_the_bigrams_and_chance(names):
    assert frequency_nll(names.all) == pytest.approx(2.8227, abs=5e-5)


def test_nothing_counted_is_refused():
    with pytest.raises(ValueError, match="at least one bigram"):
        frequency_nll(torch.zeros(2, 2, dtype=torch.int64))
