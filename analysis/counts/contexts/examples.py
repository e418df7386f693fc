"""Words as examples for models of any k: the k letters before each character, and the character."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.counts.bigrams import encode_words
from analysis.words.vocabulary import Vocabulary


class ContextIds(NamedTuple):
    """Examples as ids: `contexts` (N, k), the letter before last; `targets` (N,), the characters that follow."""

    contexts: np.ndarray
    targets: np.ndarray


def context_ids(words: Sequence[str], vocab: Vocabulary, k: int) -> ContextIds:
    """One example for every letter of the words and for each end, int64; before a word stand k boundaries.

    With k = 0, `contexts` has no column. No words give N = 0. Raises ValueError for a letter that is not in the
    vocabulary, a word without a letter or with the boundary, or a negative k.

    >>> context_ids(["ab"], Vocabulary((".", "a", "b")), 2)
    ContextIds(contexts=array([[0, 0],
           [0, 1],
           [1, 2]]), targets=array([1, 2, 0]))
    """
    if k < 0:
        raise ValueError(f"a context needs at least 0 letters, got {k}")
    ids = encode_words(words, vocab)
    marks = ids == 0
    if int(marks.sum()) != len(words) + 1 or bool((marks[1:] & marks[:-1]).any()):
        raise ValueError(f"a word has at least one letter and does not hold the boundary {vocab.boundary!r}")
    ids = np.repeat(ids, np.where(marks, k + 1, 1))  # a word has k boundaries or more before it
    at = np.flatnonzero(ids[1:] | ids[:-1]) + 1  # each letter, and the first boundary after one
    windows = np.lib.stride_tricks.sliding_window_view(ids, k + 1)[at - k]  # (N, k + 1)
    return ContextIds(windows[:, :-1], windows[:, -1])
