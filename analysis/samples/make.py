"""Make words that fit a wish: new ones, long ones, ones that begin with given letters.

They are the words of `names.sample_words` in the same order, without those that do not fit. Their nlls are in
`models.likelihood`.
"""

from __future__ import annotations

from collections.abc import Set, Sized
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch

from analysis.counts.bigrams import encode_words
from analysis.models.base import Model
from analysis.models.table import TableModel
from analysis.samples.names import MAX_LEN, draw_paths, prepare_rows
from analysis.settings import LONGEST, SHORTEST, N
from analysis.streams.base import Stream
from analysis.words.vocabulary import Vocabulary

TRIES = 100_000  # words drawn in search of those that fit; or 200 for each word asked for, if that is more
LETTERS = (
    20  # letters drawn for each try, on average: near temperature 0, a model may go in a circle and never end a word
)
NEVER = 1e-12  # a smaller share of a model's words is rounding


@dataclass(frozen=True)
class Wish:
    """Which words are wanted: with `start` at the beginning, `shortest` to `longest` letters, not one of `known`.

    Raises ValueError if no word can fit.
    """

    start: str = ""
    shortest: int = SHORTEST.default
    longest: int = LONGEST.default
    known: Set[str] = frozenset()

    def __post_init__(self) -> None:
        if SHORTEST.check(self.shortest) > LONGEST.check(self.longest):
            raise ValueError(f"the longest must be at least the shortest, {self.shortest}, got {self.longest}")
        if len(self.start) > self.longest:
            raise ValueError(f"the start must have at most {self.longest} letters, got {len(self.start)}")

    def fits(self, word: str) -> bool:
        """True for a word that is wanted; its beginning is not looked at."""
        return self.has_length(word) and word not in self.known

    def has_length(self, word: Sized) -> bool:
        """True if a word has neither too few nor too many letters."""
        return self.shortest <= len(word) <= self.longest


class Made(NamedTuple):
    """Words that fit, in the order drawn; how many were asked for; and how many were drawn, those left out too."""

    words: list[str]
    asked: int
    tries: int

    @property
    def shortfall(self) -> str:
        """What to say if there are fewer than asked for; "" if there are not.

        >>> Made(["emma"], 500, 100_000).shortfall
        'only 1 of 500 found: the search ended after 100,000 words'
        >>> Made([], 500, 0).shortfall
        'none found: the model never makes such a word'
        """
        found = len(self.words)
        if not self.tries:
            return "none found: the model never makes such a word"
        return (
            f"only {found:,} of {self.asked:,} found: the search ended after {self.tries:,} words"
            if found < self.asked
            else ""
        )


def make_words(
    model: torch.Tensor | Model, vocab: Vocabulary, n: int, stream: Stream, wish: Wish, tries: int | None = None
) -> Made:
    """n words of a model, or of probs (V, V), that fit a wish, drawn one after the other from one stream.

    Every word is drawn to its end, also one that will not fit, so that the wish changes no other word; with a `start`,
    the model goes on after its last letter. The search ends after `tries` words, or as soon as 20 times as many letters
    were drawn. It does not begin if the model is a table that never makes a word that fits. A word is cut after 1,000
    letters. Raises ValueError for an n out of its limits, a letter of `start` that is not in the vocabulary, or a row
    without mass.
    """
    tries = max(TRIES, 200 * N.check(n)) if tries is None else tries
    rows, start = prepare_rows(model, stream), vocab.encode(wish.start)[1:-1]
    words: list[str] = []
    drawn = letters = 0
    table = model.probs if isinstance(model, TableModel) else model
    if isinstance(table, torch.Tensor) and share_that_fits(table, vocab, wish) < NEVER:
        return Made(words, n, drawn)
    paths = draw_paths(rows, stream, MAX_LEN - len(start), start)
    while len(words) < n and drawn < tries and letters < LETTERS * tries:
        ids = next(paths)
        drawn += 1
        letters += len(ids)
        if ids and ids[-1] == 0:
            ids.pop()
        if wish.has_length([*start, *ids]):  # only these are spelled, which is the slow part
            word = wish.start + vocab.decode(ids)
            if wish.fits(word):
                words.append(word)
    return Made(words, n, drawn)


def share_that_fits(probs: torch.Tensor, vocab: Vocabulary, wish: Wish) -> float:
    """The share of the words drawn from probs (V, V) that fit a wish, exactly: without drawing any.

    All words with the wish's start and so many letters, without those of its `known` words. A word that is cut has
    1,000 letters. Raises ValueError for a letter that is not in the vocabulary.

    >>> share_that_fits(torch.tensor([[0, 1.0], [0.5, 0.5]]), Vocabulary((".", "a")), Wish(longest=2, known={"a"}))
    0.25
    """
    table = probs.double().numpy()
    table = table / table.sum(1, keepdims=True)
    last = [0, *vocab.encode(wish.start)[1:-1]][-1]
    going, share = np.eye(len(table))[last], 0.0  # (V,): words that have not ended yet, by their last letter
    for length in range(len(wish.start), min(wish.longest, MAX_LEN - 1) + 1):
        share += float(going @ table[:, 0]) * (length >= wish.shortest)
        going = going @ table
        going[0] = 0
    if wish.longest >= MAX_LEN:
        share += float(going.sum())
    rests = [word[len(wish.start) :] for word in wish.known if word.startswith(wish.start) and wish.has_length(word)]
    if not rests:
        return share
    ids = encode_words(rests, vocab)
    first = np.flatnonzero(ids[:-1] == 0)
    steps = table[np.where(ids[:-1] == 0, last, ids[:-1]), ids[1:]]
    return share - float(np.multiply.reduceat(steps, first).sum())
