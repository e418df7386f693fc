"""Which words a bigram model makes: its likeliest words, and the share of its words that are in a list. Both exact."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import torch

from analysis.counts.bigrams import encode_words
from analysis.words.vocabulary import Vocabulary

LONGEST = 1000  # letters: the search for likely words gives up longer ones


class Likely(NamedTuple):
    """A word and its probability, its end included."""

    word: str
    prob: float


def most_likely_words(probs: torch.Tensor, vocab: Vocabulary, k: int) -> list[Likely]:
    """The k likeliest words of probs (V, V), the likeliest first; fewer if the model cannot make k.

    Equally likely words can have any order. Not all words are searched: each beginning of a word is sorted by its
    probability times that of the best way to end it, so the first complete word at the top is the likeliest.
    Source: A* search, Hart, Nilsson and Raphael, 1968.

    >>> vocab = Vocabulary((".", "a", "b"))
    >>> likely = most_likely_words(torch.tensor([[0, 0.75, 0.25], [0.5, 0, 0.5], [1, 0, 0]]), vocab, 2)
    >>> sorted(likely)
    [Likely(word='a', prob=0.375), Likely(word='ab', prob=0.375)]
    """
    table = probs.double().numpy()
    best = _best_ends(table)
    order = itertools.count()  # of equally good beginnings, the older comes first; ids are never compared
    beginnings: list[tuple[float, int, float, tuple[int, ...]]] = [(-best[0], next(order), 1.0, (0,))]
    words: list[Likely] = []
    while beginnings and len(words) < k:
        _, _, prob, ids = heapq.heappop(beginnings)
        if len(ids) > 1 and ids[-1] == 0:
            words.append(Likely(vocab.decode(ids), prob))
            continue
        ahead = prob * table[ids[-1]]  # (V,)
        hopes = ahead * np.concatenate([[1.0], best[1:]])  # (V,): after the end, nothing follows
        for i in np.flatnonzero(hopes).tolist() if len(ids) <= LONGEST else ():
            heapq.heappush(beginnings, (-float(hopes[i]), next(order), float(ahead[i]), (*ids, i)))
    return words


def _best_ends(table: np.ndarray) -> np.ndarray:
    """The probability of the best way from each character to the end, (V,); it never has a character twice."""
    best = table[:, 0].copy()
    for _ in range(len(table)):
        before, best = best, np.maximum(best, (table[:, 1:] * best[1:]).max(axis=1, initial=0.0))
        if np.array_equal(before, best):
            break
    return best


def shares_of_list(words: Iterable[str], vocab: Vocabulary, models: Iterable[torch.Tensor]) -> list[float]:
    """The share of the words made by each model, probs (V, V), that are in a list: the sum of their probabilities.

    0 for an empty list. Raises ValueError if a letter is not in the vocabulary.

    >>> uniform = torch.full((3, 3), 1 / 3)
    >>> shares = shares_of_list(["ab", "ab", "b"], Vocabulary((".", "a", "b")), [uniform])  # 1 / 27 + 1 / 9
    >>> round(shares[0], 6)
    0.148148
    """
    different = list(dict.fromkeys(words))  # in a fixed order, so that the last digit of the sum is always the same
    if not different:
        return [0.0 for _ in models]
    ids = encode_words(different, vocab)
    first = np.flatnonzero(ids[:-1] == 0)
    steps = (probs.double().numpy()[ids[:-1], ids[1:]] for probs in models)
    return [float(np.multiply.reduceat(step, first).sum()) for step in steps]
