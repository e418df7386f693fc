"""Vowels told from counts alone."""

import pytest
import torch

from analysis.counts.vowels import find_vowels
from analysis.counts.word_list import load_list


def test_the_vowels_of_the_names_are_those_of_english(names):
    assert sorted(names.vocab.itos[i] for i in find_vowels(names.all)) == ["a", "e", "i", "o", "u", "y"]


def test_the_vowels_of_german_first_names_are_found_too():
    tables = load_list("de").tables
    assert set("aeiou") <= {tables.vocab.itos[i] for i in find_vowels(tables.all)}


@pytest.mark.parametrize("counts", [torch.zeros(1, 1), torch.tensor([[0, 5], [5, 9]])])
def test_letters_that_stand_beside_no_other_are_no_vowels(counts):
    assert find_vowels(counts) == []
