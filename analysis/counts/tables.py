"""The count tables of a list of words: of all words, and of the train, dev and test words.

The tables of names.txt are in data/, so that everything that needs only counts works at
once and offline. The tables of a user's own list are counted here.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import torch

from analysis.counts.bigrams import count_bigrams
from analysis.settings import CORPUS, PART
from analysis.words.shipped import shipped
from analysis.words.split import split_words
from analysis.words.vocabulary import Vocabulary, build_vocabulary


@dataclass(frozen=True)
class Tables:
    """Counts (V, V), int64, of a list and of the three parts of its split, over one vocabulary."""

    vocab: Vocabulary
    all: torch.Tensor
    train: torch.Tensor
    dev: torch.Tensor
    test: torch.Tensor

    def part(self, name: str) -> torch.Tensor:
        """The counts (V, V) of one part: all, train, dev or test. Raises ValueError for any other name."""
        return getattr(self, PART.check(name))


class Summary(NamedTuple):
    """Facts about a list of words; the keys of `python -m analysis corpus --json`."""

    words: int
    distinct: int
    shortest: int
    longest: int
    vocab: list[str]
    first: list[str]
    bigrams: int


def count_tables(words: Sequence[str]) -> Tables:
    """The tables of a list of words, over its vocabulary. Raises ValueError as `count_bigrams` does."""
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


def load_tables(corpus: str) -> Tables:
    """The shipped tables of a built-in list; ValueError for an unknown one, or if one of its files is missing."""
    CORPUS.check(corpus)
    read = {part: read_table(shipped(f"{corpus}-{part}.csv")) for part in PART.options}
    return Tables(read["all"][0], **{part: counts for part, (_, counts) in read.items()})


def load_summary(corpus: str) -> Summary:
    """The shipped summary of a built-in list; ValueError for an unknown one, or if its file is missing."""
    read = read_summary(corpus)
    return Summary(**{key: read[key] for key in Summary._fields})


def read_summary(corpus: str) -> dict[str, Any]:
    """What data/ has of a built-in list, apart from its tables: its summary, and what `lengths` and `contexts` count.

    Raises ValueError for an unknown list, or if its file is missing.
    """
    CORPUS.check(corpus)
    return json.loads(shipped(f"{corpus}.json").read_text(encoding="utf-8"))


def table_to_csv(counts: torch.Tensor, vocab: Vocabulary) -> str:
    """counts (V, V) as CSV: a header with the next characters, then a line for each row, its character first."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["previous\\next", *vocab.itos])
    for character, row in zip(vocab.itos, counts.tolist(), strict=True):
        writer.writerow([character, *row])
    return text.getvalue()


def read_table(path: Path | str) -> tuple[Vocabulary, torch.Tensor]:
    """The vocabulary and counts (V, V), int64, of a file that `table_to_csv` wrote.

    Raises ValueError, one line, if the file is not such a table: rows and columns
    do not match, or a cell is not a whole number >= 0.
    """
    try:
        with Path(path).open(encoding="utf-8", newline="") as file:
            (_, *header), *rows = [row for row in csv.reader(file) if row]
        vocab = Vocabulary(tuple(header))
        cells = [[int(cell) for cell in row[1:]] for row in rows]
        if [row[0] for row in rows] != header or any(len(row) != len(vocab) for row in cells):
            raise ValueError("other characters down than across, or a row of another length")
        counts = torch.tensor(cells, dtype=torch.int64)
    except (OSError, ValueError, OverflowError, RuntimeError, csv.Error) as error:
        raise ValueError(f"{path}: expected a square count table, got {error}") from None
    if counts.min() < 0:
        raise ValueError(f"{path}: expected counts >= 0, got {int(counts.min())}")
    return vocab, counts
