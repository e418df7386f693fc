"""The kernel that counts a corpus of any size: bytes of whole lines -> how often each character follows each.

Counts can be added: each piece of a corpus is counted separately, and `merge_pairs` adds. `pieces` cuts the pieces,
`engine` spreads them over threads or machines, `tables` makes a count table. The rules for words, and the errors, are
those of `words.lists`: pairs are counted first (`pairs`); if one of them shows a line that is not plain (a space at an
edge, a control character, a "."), the piece is read again word by word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
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
from analysis.words.lists import clean_rows, decode, with_line_feeds
from analysis.words.vocabulary import BOUNDARY

CODE_BITS = 21  # bits of a code point


class Pairs(NamedTuple):
    """Counted pairs of characters, each once, sorted by key.

    keys (n,), int64: the code point of the previous character times 2 ** 21, plus that of the next one; the boundary
    is ".". counts (n,), int64: how often the pair occurs.
    """

    keys: np.ndarray
    counts: np.ndarray


NO_PAIRS = Pairs(np.empty(0, np.int64), np.empty(0, np.int64))


def count_lines(data: bytes) -> Pairs:
    """The pairs of whole lines in UTF-8, one word on each line, as `read_list` reads them; empty lines have no pairs.

    Raises BadLine for bytes that are not UTF-8, and for a word that `clean_rows` refuses.

    >>> keys, counts = count_lines(b"ab\\n\\n ab \\r\\n")
    >>> [(chr(key >> 21), chr(key & 2**21 - 1), n) for key, n in zip(keys.tolist(), counts.tolist())]
    [('.', 'a', 2), ('a', 'b', 2), ('b', '.', 2)]
    """
    if data.isascii():
        found = pairs_of_bytes(b"\n" + with_line_feeds(data, b"\r", b"\n") + b"\n")
        if not has_odd_characters(found) and not has_spaces_at_edges(found):
            return with_boundary(found)
    text = decode(data)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)  # normalizing never joins a line end with a letter
    found = pairs_of_text(f"\n{text}\n")
    odd = has_odd_characters(found)
    if odd or has_spaces_at_edges(found):
        lines = text.split("\n")
        words = clean_rows(lines) if odd else [line.strip() for line in lines]
        found = pairs_of_text("\n".join(["", *words, ""]))
    return with_boundary(found)


def merge_pairs(parts: Iterable[Pairs]) -> Pairs:
    """The sum of the counts of several parts. Raises ValueError for too many different characters, or counts >= 2^63.

    >>> merge_pairs([count_lines(b"a"), count_lines(b"a\\nb")]).counts.tolist()  # .a .b a. b.
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


def with_boundary(found: Found) -> Pairs:
    """Pairs with the boundary instead of line ends. Two line ends in a row are an empty line, which is not a pair."""
    first, second = (np.where(codes == LINE_END, ord(BOUNDARY), codes).astype(np.int64) for codes in found[:2])
    keep = (first != ord(BOUNDARY)) | (second != ord(BOUNDARY))
    keys = (first << CODE_BITS | second)[keep]
    order = np.argsort(keys)
    return Pairs(keys[order], found.counts[keep][order])
