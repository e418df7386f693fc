"""The count tables of a list of words: all of it, and its train, dev and test parts.

Those of names.txt ship in data/, so that whatever needs only counts works at once
and offline; those of a user's own list are counted here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch

from analysis.counts.bigrams import count_bigrams, read_table
from analysis.words.lists import Split, names_file, read_words, split_words
from analysis.words.vocabulary import Vocabulary, build_vocabulary

DATA = Path(__file__).parents[2] / "data"
PARTS = ("all", *Split._fields)
CORPORA = ("names",)


@dataclass(frozen=True)
class Tables:
    """Counts (V, V), int64, of a list and of the three parts of its split, over one vocabulary."""

    vocab: Vocabulary
    all: torch.Tensor
    train: torch.Tensor
    dev: torch.Tensor
    test: torch.Tensor

    def part(self, name: str) -> torch.Tensor:
        """The counts of one part; ValueError if there is no such part."""
        if name not in PARTS:
            raise ValueError(f"part must be one of {', '.join(PARTS)}, got {name}")
        return getattr(self, name)


class Summary(NamedTuple):
    """What a list of words looks like; the keys of `python -m analysis corpus --json`."""

    words: int
    distinct: int
    shortest: int
    longest: int
    vocab: list[str]
    first: list[str]
    bigrams: int


def count_tables(words: Sequence[str]) -> Tables:
    """The tables of a list of words, over the vocabulary of the whole list."""
    vocab = build_vocabulary(words)
    return Tables(vocab, *(count_bigrams(part, vocab) for part in (words, *split_words(words))))


def summarize(words: Sequence[str]) -> Summary:
    """Size, lengths in characters, alphabet and first ten words of a list; ValueError if it is empty.

    >>> summarize(["emma", "ava", "ava"])._replace(vocab=[])
    Summary(words=3, distinct=2, shortest=3, longest=4, vocab=[], first=['emma', 'ava', 'ava'], bigrams=13)
    """
    if not words:
        raise ValueError("expected at least one word, got none")
    lengths = [len(word) for word in words]
    vocab = list(build_vocabulary(words).itos)
    bigrams = sum(lengths) + len(words)
    return Summary(len(words), len(set(words)), min(lengths), max(lengths), vocab, list(words[:10]), bigrams)


def check_corpus(corpus: str) -> None:
    """ValueError if there is no built-in list of that name."""
    if corpus not in CORPORA:
        raise ValueError(f"corpus must be one of {', '.join(CORPORA)}, got {corpus}")


def load_tables(corpus: str) -> Tables:
    """The shipped tables of a built-in list; ValueError for an unknown one."""
    check_corpus(corpus)
    read = {part: read_table(DATA / f"{corpus}-{part}.csv") for part in PARTS}
    return Tables(read["all"][0], **{part: counts for part, (_, counts) in read.items()})


def load_summary(corpus: str) -> Summary:
    """The shipped summary of a built-in list; ValueError for an unknown one."""
    check_corpus(corpus)
    return Summary(**json.loads((DATA / f"{corpus}.json").read_text(encoding="utf-8")))


def load_words(corpus: str) -> list[str]:
    """The words themselves of a built-in list; ValueError for an unknown one, WordsMissing where they are not here."""
    check_corpus(corpus)
    return read_words(names_file())
