"""Bigrams counted three ways: the lecture's dictionary, its 28 x 28 table, its 27 x 27 table.

A bigram is a pair of neighbours in a word, its start and end included. The 27 x 27
table is the one that everything else uses; rows are the previous character,
columns the next one.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import torch

from analysis.words.vocabulary import BOUNDARY, Vocabulary

START, END = "<S>", "<E>"
FLOAT_STOPS = 2**24  # a float32 that counts by ones stops here: 1 more is rounded away
MOST = 5000  # different characters; their table takes 200 MB
BLOCK = 100_000  # words counted at a time, so that counting millions of words takes little extra memory


def count_in_dictionary(words: Iterable[str]) -> Counter[tuple[str, str]]:
    """The lecture's first count: a dictionary of pairs, with `<S>` before a word and `<E>` after it.

    >>> count_in_dictionary(["ava"])
    Counter({('<S>', 'a'): 1, ('a', 'v'): 1, ('v', 'a'): 1, ('a', '<E>'): 1})
    """
    counts: Counter[tuple[str, str]] = Counter()
    for word in words:
        characters = [START, *word, END]
        counts.update(itertools.pairwise(characters))
    return counts


def encode_words(words: Sequence[str], vocab: Vocabulary) -> np.ndarray:
    """All words as one row of ids, a boundary before, between and after them: (letters + words + 1,), int64.

    Neighbours in it are the bigrams, so `ids[:-1]` and `ids[1:]` are the lecture's
    `xs` and `ys`. One pass without a Python loop, for any alphabet. Raises
    ValueError if a letter is not in the vocabulary.

    >>> from analysis.words.vocabulary import build_vocabulary
    >>> encode_words(["ava", "v"], build_vocabulary(["ava"])).tolist()
    [0, 1, 2, 1, 0, 2, 0]
    """
    text = BOUNDARY + BOUNDARY.join(words) + BOUNDARY if words else BOUNDARY
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    known = [ord(character) for character in vocab.itos]
    id_of_code = np.full(max(int(codes.max()), *known) + 1, -1, dtype=np.int64)
    id_of_code[known] = np.arange(len(vocab))
    ids = id_of_code[codes]
    if ids.min() < 0:
        vocab.id_of(chr(codes[ids.argmin()]))  # raises, naming the letter
    return ids


def count_bigrams(words: Sequence[str], vocab: Vocabulary, weights: Sequence[int] | None = None) -> torch.Tensor:
    """How often each character follows each character: counts (V, V), int64; row = previous, column = next.

    Row 0 counts first letters, column 0 last letters. No words give a table of zeros. With `weights`, one for each
    word, a word counts as often as its weight says.
    Raises ValueError if a letter is not in the vocabulary, a word contains the boundary, or
    there are more than 5,000 characters.

    >>> from analysis.words.vocabulary import build_vocabulary
    >>> count_bigrams(["ava", "va"], build_vocabulary(["ava"])).tolist()
    [[0, 1, 1], [2, 0, 1], [0, 2, 0]]
    """
    size = len(vocab)
    if size > MOST + 1:
        raise ValueError(f"a count table needs at most {MOST:,} different characters, got {size - 1:,}")
    counts = np.zeros(size * size, dtype=np.int64)
    for first in range(0, len(words), BLOCK):
        block = words[first : first + BLOCK]
        ids = encode_words(block, vocab)
        cells = ids[:-1] * size + ids[1:]
        if int((ids == 0).sum()) != len(block) + 1 or not cells.all():
            raise ValueError(f"a word has at least one letter and does not hold the boundary {BOUNDARY!r}")
        if weights is None:
            counts += np.bincount(cells, minlength=size * size)
        else:
            pairs = [len(word) + 1 for word in block]
            np.add.at(counts, cells, np.repeat(np.array(weights[first : first + BLOCK], np.int64), pairs))
    return torch.from_numpy(counts.reshape(size, size))


def count_ids(ids: np.ndarray, words: int, size: int) -> torch.Tensor:
    """The table of the first `words` words: counts (size, size), int64, as `count_bigrams` counts them.

    ids (n + 1,): words as one row, as `encode_words` gives them. Raises ValueError if there are fewer.

    >>> count_ids(np.array([0, 1, 2, 0, 2, 0]), 1, 3).tolist()  # of two words the first
    [[0, 1, 0], [0, 0, 1], [1, 0, 0]]
    """
    begins = np.flatnonzero(ids == 0)
    if not 0 <= words < len(begins):
        raise ValueError(f"expected 0 to {len(begins) - 1:,} words, got {words:,}")
    first = ids[: begins[words] + 1]
    cells = np.bincount(first[:-1] * size + first[1:], minlength=size * size)
    return torch.from_numpy(cells.astype(np.int64).reshape(size, size))


def with_start_and_end(counts: torch.Tensor, vocab: Vocabulary) -> tuple[tuple[str, ...], torch.Tensor]:
    """The lecture's first table, where start and end are two different characters.

    counts (V, V) -> the V + 1 characters, `<S>` and `<E>` last, and the table
    (V + 1, V + 1), int64. Nothing follows `<E>` and nothing comes before `<S>`: that row
    and that column are all zeros, so one mark for both is better.

    >>> vocab = Vocabulary((".", "a"))
    >>> characters, table = with_start_and_end(torch.tensor([[0, 2], [2, 1]]), vocab)
    >>> characters, table.tolist()
    (('a', '<S>', '<E>'), [[1, 0, 2], [2, 0, 0], [0, 0, 0]])
    """
    letters = len(vocab) - 1
    table = torch.zeros(letters + 2, letters + 2, dtype=torch.int64)
    table[:letters, :letters] = counts[1:, 1:]
    table[letters, :letters] = counts[0, 1:]
    table[:letters, letters + 1] = counts[1:, 0]
    return (*vocab.itos[1:], START, END), table


def top_bigrams(counts: torch.Tensor, k: int, *, least: bool = False) -> list[tuple[int, int, int]]:
    """The k most frequent pairs as (previous id, next id, count); with `least`, the rarest that occur.

    Pairs with equal counts are in the order of the table. Fewer than k if fewer pairs occur.

    >>> top_bigrams(torch.tensor([[0, 3], [5, 1]]), 2)
    [(1, 0, 5), (0, 1, 3)]
    """
    pairs = [(*divmod(cell, counts.shape[1]), count) for cell, count in enumerate(counts.flatten().tolist()) if count]
    return sorted(pairs, key=lambda pair: pair[2] if least else -pair[2])[:k]
