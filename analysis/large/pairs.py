"""Pairs of characters in a long text, counted without a Python loop: the inner part of the kernel.

Two neighbours are read as one 16-bit number, once from even places and once from odd places, and these numbers are
counted, so no pair needs arithmetic. For other alphabets than ASCII, each character first gets a number of one byte.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.words.lists import is_ordinary

LINE_END = ord("\n")


class Found(NamedTuple):
    """Pairs, each once: code points of the first and of the second (n,), and how often each occurs (n,), int64."""

    first: np.ndarray
    second: np.ndarray
    counts: np.ndarray


def table_of_bytes(ids: bytes) -> np.ndarray:
    """How often each byte follows each byte: (65536,), int64, cell = first + 256 * second.

    >>> np.flatnonzero(table_of_bytes(bytes([1, 2, 1, 2]))).tolist()  # 1 + 256 * 2, and 2 + 256 * 1
    [258, 513]
    """
    pairs = len(ids) - 1
    even, odd = (np.frombuffer(ids, "<u2", n, offset) for offset, n in ((0, (pairs + 1) // 2), (1, pairs // 2)))
    return np.bincount(even, minlength=65536) + np.bincount(odd, minlength=65536)


def pairs_of_bytes(data: bytes) -> Found:
    """The pairs of an ASCII text with at least two characters."""
    table = table_of_bytes(data)
    cells = np.flatnonzero(table != 0)
    return Found(cells & 255, cells >> 8, table[cells])


def pairs_of_text(text: str, times: np.ndarray | None = None) -> Found:
    """The pairs of a text in any alphabet, with at least two characters.

    Each pair counts once, or as often as `times` says: (pairs,), int64.
    """
    codes = np.frombuffer(text.encode("utf-32-le"), "<u4").astype(np.intp)
    seen = np.zeros(int(codes.max()) + 1, bool)
    seen[codes] = True
    alphabet = np.flatnonzero(seen)
    size = len(alphabet)
    few = times is None and size <= 256
    id_of_code: np.ndarray = np.zeros(len(seen), np.uint8 if few else np.int64)
    id_of_code[alphabet] = np.arange(size)
    ids: np.ndarray = id_of_code[codes]
    if few:
        first, second, counts = pairs_of_bytes(ids.tobytes())
        return Found(alphabet[first], alphabet[second], counts)
    if times is None:
        cells, counts = np.unique(ids[:-1] * size + ids[1:], return_counts=True)
    else:
        cells, place = np.unique(ids[:-1] * size + ids[1:], return_inverse=True)
        counts = np.zeros(len(cells), np.int64)
        np.add.at(counts, place, times)  # whole numbers stay exact
    return Found(alphabet[cells // size], alphabet[cells % size], counts)


def has_odd_characters(found: Found, boundary: str) -> bool:
    """True if there is a character that is not ordinary; line ends are ordinary."""
    characters = np.unique(found.first[found.first != LINE_END]).tolist()
    return not all(is_ordinary(chr(code), boundary) for code in characters)


def has_spaces_at_edges(found: Found) -> bool:
    """True if a line begins or ends with a space of any kind."""
    first, second, _ = found
    edges = {*second[first == LINE_END].tolist(), *first[second == LINE_END].tolist()} - {LINE_END}
    return any(chr(code).isspace() for code in edges)
