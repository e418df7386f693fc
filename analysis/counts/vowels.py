"""Which letters are vowels, told from the counts alone: in most languages, vowels stand beside consonants."""

from __future__ import annotations

import torch


def find_vowels(counts: torch.Tensor) -> list[int]:
    """The ids of the vowels, in the order in which they are found: counts (V, V) -> ids; the boundary is none.

    At first every letter is a consonant. The letter that stands most often beside consonants is a vowel, if it stands
    beside consonants more often than beside vowels; and so on. A letter beside itself does not count.
    Source: Sukhotin (1962), as in Guy (1991), Vowel identification: an old but good algorithm.

    >>> find_vowels(torch.tensor([[0, 1, 2, 0], [1, 0, 2, 2], [2, 2, 0, 0], [0, 2, 0, 0]]))  # a beside b and c
    [1]
    """
    beside = (counts + counts.T)[1:, 1:].clone()
    beside.fill_diagonal_(0)
    sums, vowels = beside.sum(1), []
    while len(sums) and sums.max() > 0:
        found = int(sums.argmax())
        vowels.append(found + 1)
        sums = sums - 2 * beside[found]
        sums[[vowel - 1 for vowel in vowels]] = 0
    return vowels
