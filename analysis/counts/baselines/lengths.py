"""How long words are: counted for a list, calculated exactly for a model, without drawing any.

A word of a bigram model is a walk from character to character that ends at the boundary. Q (V - 1, V - 1) is the table
without the boundary. A power of Q says where the walks are that have not ended.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import torch

from analysis.counts.tables import read_summary

SHOWN = 25  # letters: longer words are counted together


class Lengths(NamedTuple):
    """Lengths of words in letters. `shares[L]` is the share of words with L letters, L = 0 ... 25; `mean` is of all.

    `longer` is the share of words that are longer than the longest word of the list.
    """

    shares: list[float]
    mean: float
    longer: float


def count_lengths(words: Sequence[str], weights: Sequence[int] | None = None) -> dict[int, int]:
    """How many words have each length, in letters; only lengths that occur, the shortest first.

    `weights` say how often each word occurs, without them once.

    >>> count_lengths(["emma", "ava", "mia"])
    {3: 2, 4: 1}
    """
    counted: Counter[int] = Counter()
    for word, count in zip(words, weights or [1] * len(words), strict=True):
        counted[len(word)] += count
    return dict(sorted(counted.items()))


def load_lengths(corpus: str) -> dict[int, int]:
    """The shipped lengths of a list; ValueError if they do not ship, or if their file is missing."""
    return {int(length): count for length, count in read_summary(corpus)["lengths"].items()}


def lengths_of_list(counted: Mapping[int, int]) -> Lengths:
    """The lengths of a list as shares, from `count_lengths`. Raises ValueError if no word is counted.

    >>> lengths_of_list({1: 1, 3: 3}).shares[:5], lengths_of_list({1: 1, 3: 3}).mean
    ([0.0, 0.25, 0.0, 0.75, 0.0], 2.5)
    """
    words = sum(counted.values())
    if words == 0:
        raise ValueError("lengths need at least one word, got none")
    shares = [counted.get(length, 0) / words for length in range(SHOWN + 1)]
    return Lengths(shares, sum(length * count for length, count in counted.items()) / words, 0.0)


def lengths_of_model(probs: torch.Tensor, longest: int) -> Lengths:
    """The lengths of the words of probs (V, V), exactly; `longer` is the share of words of more than `longest` letters.

    The mean is inf if a word may never end.

    >>> half = torch.tensor([[0.0, 1.0], [0.5, 0.5]])  # one letter, which ends a word every other time
    >>> lengths = lengths_of_model(half, longest=3)
    >>> lengths.shares[:4], lengths.longer, lengths.mean
    ([0.0, 0.5, 0.25, 0.125], 0.125, 2.0)
    """
    probs = probs.double()
    first, end, letters = probs[0, 1:], probs[1:, 0], probs[1:, 1:]  # (V - 1,), (V - 1,), Q (V - 1, V - 1)
    shares, going = [float(probs[0, 0])], first  # going (V - 1,): words not ended yet, by their last letter
    for _ in range(SHOWN):
        shares.append(float(going @ end))
        going = going @ letters
    longer = float((first @ torch.linalg.matrix_power(letters, longest)).sum())
    return Lengths(shares, mean_length(probs), longer)


def mean_length(probs: torch.Tensor) -> float:
    """The mean number of letters in the words of probs (V, V): the sum of the expected visits to each letter.

    inf if a word may never end. For the counted model at smoothing 0, it is the mean of the list itself.
    """
    probs = probs.double()
    first, end, letters = probs[0, 1:], probs[1:, 0], probs[1:, 1:]
    reached, ends = first > 0, end > 0  # (V - 1,): letters that a word can reach; letters from which it can end
    reached, ends = _all_that_follow(reached, letters > 0), _all_that_follow(ends, letters.T > 0)
    if (reached & ~ends).any():
        return math.inf
    used = letters[reached][:, reached]
    visits = torch.linalg.solve(torch.eye(len(used), dtype=torch.float64) - used.T, first[reached])
    return float(visits.sum())


def _all_that_follow(letters: torch.Tensor, steps: torch.Tensor) -> torch.Tensor:
    """The letters (V - 1,) and all that can be reached from them by steps (V - 1, V - 1), from row to column."""
    while True:
        more = letters | steps[letters].any(0)
        if torch.equal(more, letters):
            return letters
        letters = more
