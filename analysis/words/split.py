"""Split a list of words into train, dev and test, as makemore does."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple


class Split(NamedTuple):
    """The three parts of a list of words."""

    train: list[str]
    dev: list[str]
    test: list[str]


def split_words(words: Sequence[str]) -> Split:
    """Makemore's split: shuffled with `random.Random(42)`, first 80 % train, next 10 % dev, the rest test.

    A short list gives empty parts. Each word is in exactly one part.

    >>> [len(part) for part in split_words(["a"] * 10)]
    [8, 1, 1]
    """
    shuffled = list(words)
    random.Random(42).shuffle(shuffled)
    first, second = int(0.8 * len(shuffled)), int(0.9 * len(shuffled))
    return Split(shuffled[:first], shuffled[first:second], shuffled[second:])
