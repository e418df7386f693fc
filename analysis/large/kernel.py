"""The kernel that counts a corpus of any size: bytes of whole lines -> how often each character follows each.

Counts can be added: each piece of a corpus is counted separately, and `merge_pairs` adds. `words.reading.pieces` cuts
the pieces, `engine` spreads them over threads or machines, `tables` makes a count table. The rules for words are those
of `words.reading.cleaning`: pairs are counted first (`pairs`); if one of them shows a line that is not plain (a
control character, the boundary), the piece is read again word by word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from analysis.counts.bigrams import MOST
from analysis.large.pairs import (
    LINE_END,
    Found,
    has_odd_characters,
    has_spaces_at_edges,
    pairs_of_bytes,
    pairs_of_text,
)
from analysis.words.reading.cleaning import clean, fold_word, has_heading
from analysis.words.reading.contents import Contents
from analysis.words.reading.decoding import decode, with_line_feeds
from analysis.words.reading.guesses import HEAD
from analysis.words.reading.list_format import ListFormat, Refused

CODE_BITS = 21  # bits of a code point


class Pairs(NamedTuple):
    """Counted pairs of characters, each once, sorted by key.

    keys (n,), int64: the code point of the previous character times 2 ** 21, plus that of the next one; the boundary
    is a line end. counts (n,), int64: how often the pair occurs.
    """

    keys: np.ndarray
    counts: np.ndarray


NO_PAIRS = Pairs(np.empty(0, np.int64), np.empty(0, np.int64))


class CountedPiece(NamedTuple):
    """The pairs of a piece, how many lines end in it, which of its lines are refused, and notes for the user."""

    pairs: Pairs
    lines: int = 0
    refused: Sequence[Refused] = ()
    notes: tuple[str, ...] = ()


def count_lines(data: bytes, options: ListFormat | None = None, *, first: bool = False) -> CountedPiece:
    """The pairs of whole lines in UTF-8, one word on each line, as `read_list` reads them; empty lines have no pairs.

    The refused lines have no pairs either; their numbers are those in the data. `first`: the data begin a list, so they
    may have a heading. Raises BadLine for bytes that are not UTF-8.

    >>> keys, counts = count_lines(b"ab\\n\\n ab \\r\\n").pairs
    >>> [(chr(key >> 21), chr(key & 2**21 - 1), n) for key, n in zip(keys.tolist(), counts.tolist())]
    [('\\n', 'a', 2), ('a', 'b', 2), ('b', '\\n', 2)]
    """
    options = options or ListFormat()
    headed = first and has_heading(decode(data).split("\n", HEAD)[:HEAD])
    if data.isascii():
        lines = with_line_feeds(data, b"\r", b"\n")
        found = pairs_of_bytes(b"\n" + (lines.lower() if options.fold else lines) + b"\n")
        if not headed and not has_odd_characters(found, options.boundary) and not has_spaces_at_edges(found):
            return CountedPiece(_without_empty_lines(found), _line_ends(found))
    text = decode(data)
    cleaned = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    cleaned = fold_word(cleaned) if options.fold else cleaned  # neither ever joins a line end with a letter
    found = pairs_of_text(f"\n{cleaned}\n")
    ends = _line_ends(found)
    if headed or has_odd_characters(found, options.boundary):
        rows = text.split("\n")
        contents = Contents(rows, range(1, len(rows) + 1))
        return count_contents(contents, options, first=first)._replace(lines=ends)
    if has_spaces_at_edges(found):
        found = pairs_of_text("\n".join(["", *map(str.strip, cleaned.split("\n")), ""]))
    return CountedPiece(_without_empty_lines(found), ends)


def count_contents(contents: Contents, options: ListFormat, *, first: bool = True) -> CountedPiece:
    """The pairs of the words of contents, each counted as often as its weight says; refused ones have none.

    >>> count_contents(Contents(["a", ""], [1, 2], ["5", ""]), ListFormat()).pairs.counts.tolist()  # before and after a
    [5, 5]
    """
    words, weights, refused, *_, notes = clean(contents, options, first=first)
    times = None
    if weights is not None:
        words = [word for word, weight in zip(words, weights, strict=True) if weight]
        times = np.repeat(np.array([*filter(None, weights)], np.int64), [len(word) + 1 for word in words])
    if not words:
        return CountedPiece(NO_PAIRS, 0, refused, notes)
    return CountedPiece(_without_empty_lines(pairs_of_text("\n".join(["", *words, ""]), times)), 0, refused, notes)


def merge_pairs(parts: Iterable[Pairs]) -> Pairs:
    """The sum of the counts of several parts. Raises ValueError for too many different characters, or counts >= 2^63.

    >>> merge_pairs(count_lines(data).pairs for data in (b"a", b"a\\nb")).counts.tolist()  # before a, b, after a, b
    [2, 1, 2, 1]
    """
    parts = [NO_PAIRS, *parts]
    keys, counts = (np.concatenate([part[i] for part in parts]) for i in (0, 1))
    if len(keys) == 0:
        return NO_PAIRS
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[order]
    begins = np.flatnonzero(np.diff(keys, prepend=-1))
    if counts.sum(dtype=np.float64) >= 2**63:
        raise ValueError("expected counts that add up to less than 2^63, got more")
    merged = Pairs(keys[begins], np.add.reduceat(counts, begins))
    if (letters := len(np.unique(merged.keys >> CODE_BITS)) - 1) > MOST:
        raise ValueError(f"a count table needs at most {MOST:,} different characters, got {letters:,}")
    return merged


def _line_ends(found: Found) -> int:
    """How many line ends a text has, from the pairs of the text with one more at its start and at its end."""
    return int(found.counts[found.first == LINE_END].sum()) - 1


def _without_empty_lines(found: Found) -> Pairs:
    """The pairs of a text without those of its empty lines, which are two line ends in a row."""
    keep = (found.first != LINE_END) | (found.second != LINE_END)
    first, second = (codes[keep].astype(np.int64) for codes in (found.first, found.second))
    keys = first << CODE_BITS | second
    order = np.argsort(keys)
    return Pairs(keys[order], found.counts[keep][order])
