"""Which words a bigram model makes, exactly: its likeliest ones, and how much of what it makes is in a list."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import torch

from analysis.counts.bigrams import encode_words
from analysis.words.vocabulary import Vocabulary

LONGEST = 1000  # letters of a word that is looked for: a loop that hardly ever ends is left there


class Likely(NamedTuple):
    """A word and its probability, its end included."""

    word: str
    prob: float


def most_likely_words(probs: torch.Tensor, vocab: Vocabulary, k: int) -> list[Likely]:
    """The k likeliest words of probs (V, V), the likeliest first; fewer where fewer can be made.

    Ties come in no promised order. No search through all words: a beginning is weighed by its probability times the
    best way to end from its last letter, so the first whole word that comes to the top is the likeliest one.
    Source: A* search, Hart, Nilsson and Raphael, 1968.

    >>> vocab = Vocabulary((".", "a", "b"))
    >>> likely = most_likely_words(torch.tensor([[0, 0.75, 0.25], [0.5, 0, 0.5], [1, 0, 0]]), vocab, 2)
    >>> sorted(likely)
    [Likely(word='a', prob=0.375), Likely(word='ab', prob=0.375)]
    """
    table = probs.double().numpy()
    best = _best_ends(table)
    order = itertools.count()  # ties are settled by age, and ids are never compared
    beginnings: list[tuple[float, int, float, tuple[int, ...]]] = [(-best[0], next(order), 1.0, (0,))]
    words: list[Likely] = []
    while beginnings and len(words) < k:
        _, _, prob, ids = heapq.heappop(beginnings)
        if len(ids) > 1 and ids[-1] == 0:
            words.append(Likely(vocab.decode(ids), prob))
            continue
        ahead = prob * table[ids[-1]]  # (V,)
        hopes = ahead * np.concatenate([[1.0], best[1:]])  # (V,): the end itself has nothing more to come
        for i in np.flatnonzero(hopes).tolist() if len(ids) <= LONGEST else ():
            heapq.heappush(beginnings, (-float(hopes[i]), next(order), float(ahead[i]), (*ids, i)))
    return words


def _best_ends(table: np.ndarray) -> np.ndarray:
    """The probability of the best way from each character to the end, (V,); no such way holds a character twice."""
    best = table[:, 0].copy()
    for _ in range(len(table)):
        before, best = best, np.maximum(best, (table[:, 1:] * best[1:]).max(axis=1, initial=0.0))
        if np.array_equal(before, best):
            break
    return best


def share_of_list(words: Iterable[str], vocab: Vocabulary, probs: torch.Tensor) -> float:
    """How much of what probs (V, V) makes is a word of a list: the probabilities of its different words, summed.

    0 for an empty list. Raises ValueError if a letter is not in the vocabulary.

    >>> round(share_of_list(["ab", "ab", "b"], Vocabulary((".", "a", "b")), torch.full((3, 3), 1 / 3)), 6)  # 1/27 + 1/9
    0.148148
    """
    different = list(dict.fromkeys(words))  # in their order: a sum of the same words always has the same last digit
    if not different:
        return 0.0
    ids = encode_words(different, vocab)
    steps = probs.double().numpy()[ids[:-1], ids[1:]]
    return float(np.multiply.reduceat(steps, np.flatnonzero(ids[:-1] == 0)).sum())
