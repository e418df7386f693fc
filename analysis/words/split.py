"""Split a list of words into train, dev and test, as makemore does."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

Word = TypeVar("Word")


class Split(NamedTuple, Generic[Word]):
    """The three parts of a list of words."""

    train: list[Word]
    dev: list[Word]
    test: list[Word]


def split_words(words: Sequence[Word]) -> Split[Word]:
    """Makemore's split: shuffled with `random.Random(42)`, first 80 % train, next 10 % dev, the rest test.

    A short list gives empty parts. Each word is in exactly one part.

    >>> [len(part) for part in split_words(["a"] * 10)]
    [8, 1, 1]
    """
    shuffled = list(words)
    random.Random(42).shuffle(shuffled)
    first, second = int(0.8 * len(shuffled)), int(0.9 * len(shuffled))
    return Split(shuffled[:first], shuffled[first:second], shuffled[second:])


class SplitWeights(NamedTuple):
    """The weights of the train, dev and test words; None for words without weights."""

    train: list[int] | None = None
    dev: list[int] | None = None
    test: list[int] | None = None


def split_weights(weights: Sequence[int] | None) -> SplitWeights:
    """The weights of the train, dev and test words, split as their words are. Without weights, all three are None."""
    return SplitWeights() if weights is None else SplitWeights(*split_words(weights))
