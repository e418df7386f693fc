"""Make words that fit a wish: new ones, long ones, ones that begin with given letters.

They are the words of `names.sample_words` in the same order, without those that do not fit. Their nlls are in
`models.likelihood`.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import NamedTuple

import torch

from analysis.models.base import Model
from analysis.samples.names import MAX_LEN, draw_word, prepare_rows
from analysis.settings import LONGEST, SHORTEST, N
from analysis.streams.base import Stream
from analysis.words.vocabulary import Vocabulary

TRIES = 100_000  # words drawn in search of those that fit; or 200 for each word asked for, if that is more
LETTERS = (
    20  # letters drawn for each try, on average: near temperature 0, a model may go in a circle and never end a word
)


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
        return self.shortest <= len(word) <= self.longest and word not in self.known


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
        """
        found = len(self.words)
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
    were drawn. A word is cut after 1,000 letters. Raises ValueError for an n out of its limits, a letter of `start`
    that is not in the vocabulary, or a row without mass.
    """
    tries = max(TRIES, 200 * N.check(n)) if tries is None else tries
    rows, start = prepare_rows(model, stream), vocab.encode(wish.start)[1:-1]
    words: list[str] = []
    drawn = letters = 0
    while len(words) < n and drawn < tries and letters < LETTERS * tries:
        ids = [i for _, i in draw_word(rows, stream, MAX_LEN - len(start), start)]
        word = wish.start + vocab.decode(ids)
        drawn += 1
        letters += len(ids)
        if wish.fits(word):
            words.append(word)
    return Made(words, n, drawn)
