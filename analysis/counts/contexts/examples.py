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
    vocabulary, a word with the boundary, or a negative k.

    >>> context_ids(["ab"], Vocabulary((".", "a", "b")), 2)
    ContextIds(contexts=array([[0, 0],
           [0, 1],
           [1, 2]]), targets=array([1, 2, 0]))
    """
    if k < 0:
        raise ValueError(f"a context needs at least 0 letters, got {k}")
    ids = encode_words(words, vocab)
    marks = np.flatnonzero(ids == 0)
    if len(marks) != len(words) + 1:
        vocab.encode(next(word for word in words if vocab.boundary in word))  # raises, naming the word
    at = np.arange(1, len(ids))  # each letter and each end
    starts = np.repeat(marks[:-1], np.diff(marks))  # the boundary before the word of each
    before = [ids[np.maximum(at - letters, starts)] for letters in range(k, 0, -1)]
    contexts = np.stack(before, 1) if before else np.empty((len(at), 0), ids.dtype)  # (N, k)
    return ContextIds(contexts, ids[1:])


def example_weights(words: Sequence[str], weights: Sequence[int] | None) -> np.ndarray:
    """How often each example of `context_ids` occurs, (N,), int64: as often as its word; once without `weights`.

    >>> example_weights(["ab", "b"], [3, 1]).tolist()
    [3, 3, 3, 1, 1]
    """
    return np.repeat(np.array([1] * len(words) if weights is None else weights, np.int64), [len(x) + 1 for x in words])
