"""The count tables of a list of words: of all words, and of the train, dev and test words.

The tables of names.txt are in data/, so that everything that needs only counts works at
once and offline. The tables of any other list are counted here.
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
from analysis.words.split import split_weights, split_words
from analysis.words.vocabulary import BOUNDARY, CORNER, Vocabulary, build_vocabulary, csv_cell, from_csv_cell


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
    """Facts about a list of words; the keys of `python -m analysis corpus --json`.

    Of a list of which only the table is known, `distinct`, `shortest` and `longest` are None, and `first` is empty.
    """

    words: int
    distinct: int | None
    shortest: int | None
    longest: int | None
    vocab: list[str]
    first: list[str]
    bigrams: int


def count_tables(words: Sequence[str], weights: Sequence[int] | None = None, boundary: str = BOUNDARY) -> Tables:
    """The tables of a list of words, over its vocabulary; `weights` say how often each word occurs, without them once.

    Raises ValueError as `count_bigrams` does.
    """
    vocab = build_vocabulary(words, boundary)
    parts = split_words(words)
    times = split_weights(weights)
    train, dev, test = (count_bigrams(part, vocab, each) for part, each in zip(parts, times, strict=True))
    return Tables(vocab, train + dev + test, train, dev, test)


def extend_tables(tables: Tables, alphabet: str) -> Tables:
    """The same tables over more characters, which nothing counted has: their rows and columns are zeros.

    >>> extend_tables(count_tables(["b"]), "ab").all.tolist()
    [[0, 0, 1], [0, 0, 0], [1, 0, 0]]
    """
    vocab = build_vocabulary([*tables.vocab.itos[1:], alphabet], tables.vocab.boundary)
    place = torch.tensor([vocab.stoi[character] for character in tables.vocab.itos])

    def extended(counts: torch.Tensor) -> torch.Tensor:
        larger = counts.new_zeros(len(vocab), len(vocab))
        larger[place[:, None], place] = counts
        return larger

    return Tables(vocab, *(extended(tables.part(part)) for part in PART.options))


def tables_of_counts(vocab: Vocabulary, counts: torch.Tensor) -> Tables:
    """The tables of a list of which only counts (V, V) are known: those of its parts are all zeros."""
    return Tables(vocab, counts, *(torch.zeros_like(counts) for _ in range(3)))


def summarize(words: Sequence[str], weights: Sequence[int] | None = None, boundary: str = BOUNDARY) -> Summary:
    """Size, lengths in characters, alphabet and first ten words of a list; ValueError if it is empty.

    `weights` say how often each word occurs, without them once.

    >>> summarize(["emma", "ava", "ava"])._replace(vocab=[])
    Summary(words=3, distinct=2, shortest=3, longest=4, vocab=[], first=['emma', 'ava', 'ava'], bigrams=13)
    """
    if not words:
        raise ValueError("expected at least one word, got none")
    lengths = [len(word) for word in words]
    vocab = list(build_vocabulary(words, boundary).itos)
    times = [1] * len(words) if weights is None else weights
    bigrams = sum((length + 1) * count for length, count in zip(lengths, times, strict=True))
    return Summary(sum(times), len(set(words)), min(lengths), max(lengths), vocab, list(words[:10]), bigrams)


def summarize_counts(vocab: Vocabulary, counts: torch.Tensor) -> Summary:
    """What the counts (V, V) of a list tell about it. Each word has one end: column 0 counts the words.

    >>> summarize_counts(Vocabulary((".", "a")), torch.tensor([[0, 2], [2, 1]]))
    Summary(words=2, distinct=None, shortest=None, longest=None, vocab=['.', 'a'], first=[], bigrams=5)
    """
    return Summary(int(counts[:, 0].sum()), None, None, None, list(vocab.itos), [], int(counts.sum()))


def load_tables(corpus: str) -> Tables:
    """The shipped tables of a list; ValueError for a list whose tables do not ship, or if a file is missing."""
    check_shipped(corpus)
    read = {part: read_table(shipped(f"{corpus}-{part}.csv")) for part in PART.options}
    return Tables(read["all"][0], **{part: counts for part, (_, counts) in read.items()})


def load_summary(corpus: str) -> Summary:
    """The shipped summary of a list; ValueError for a list whose summary does not ship, or if its file is missing."""
    read = read_summary(corpus)
    return Summary(**{key: read[key] for key in Summary._fields})


def read_summary(corpus: str) -> dict[str, Any]:
    """What data/ has of a list, apart from its tables: its summary, and what `lengths` and `contexts` count.

    Raises ValueError for a list of which data/ has nothing, or if its file is missing.
    """
    check_shipped(corpus)
    return json.loads(shipped(f"{corpus}.json").read_text(encoding="utf-8"))


def check_shipped(corpus: str) -> None:
    """Raise ValueError for a list that has no files in data/: they are those of `names` alone."""
    if CORPUS.check(corpus) != CORPUS.default:
        raise ValueError(f"only the counts of {CORPUS.default} are in data/, got {corpus}: use load_list")


def table_to_csv(counts: torch.Tensor, vocab: Vocabulary) -> str:
    """counts (V, V) as CSV: a header with the next characters, then a line for each row, its character first.

    A character that a spreadsheet takes for the start of a formula has a ' before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([CORNER, *map(csv_cell, vocab.itos)])
    for character, row in zip(vocab.itos, counts.tolist(), strict=True):
        writer.writerow([csv_cell(character), *row])
    return text.getvalue()


def read_table(path: Path | str) -> tuple[Vocabulary, torch.Tensor]:
    """The vocabulary and counts (V, V), int64, of a file that `table_to_csv` wrote.

    Raises ValueError, one line, if the file is not such a table: rows and columns
    do not match, or a cell is not a whole number >= 0.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            first = file.readline().removeprefix(CORNER)
            separator = first[:1] if first[:1] in (";", "\t") else max(",;\t", key=first.count)
            file.seek(0)
            (corner, *header), *rows = [row for row in csv.reader(file, delimiter=separator) if row]
        header = list(map(from_csv_cell, header))
        vocab = Vocabulary(tuple(header), header[0] if header and corner == CORNER else BOUNDARY)
        cells = [[int(cell) for cell in row[1:]] for row in rows]
        if [from_csv_cell(row[0]) for row in rows] != header or any(len(row) != len(vocab) for row in cells):
            raise ValueError("other characters down than across, or a row of another length")
        counts = torch.tensor(cells, dtype=torch.int64)
    except (OSError, ValueError, OverflowError, RuntimeError, csv.Error) as error:
        raise ValueError(f"{path}: expected a square count table, got {error}") from None
    if counts.min() < 0:
        raise ValueError(f"{path}: expected counts >= 0, got {int(counts.min())}")
    return vocab, counts
