"""Count pairs in lists of words with weights: a weight says how often its word occurs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from analysis.large.kernel import NO_PAIRS, Pairs, count_lines, with_boundary
from analysis.large.pairs import pairs_of_text
from analysis.words.lists import BadLine, clean_rows, decode, shown
from analysis.words.reading.layout import HIGHEST_WEIGHT, number_of, word_and_number

if TYPE_CHECKING:
    import pyarrow


def count_weighted(words: Sequence[str], weights: Sequence[int | str | None]) -> Pairs:
    """The pairs of clean words, each counted as often as its weight (a number, or its text) says.

    An empty word and one with the weight 0 have no pairs. Raises BadLine for what `number_of` does not read.

    >>> count_weighted(["a"], [5]).counts.tolist()  # .a and a.
    [5, 5]
    """
    kept: list[tuple[str, int]] = []
    for row, (word, weight) in enumerate(zip(words, weights, strict=True), start=1):
        number = number_of(str(weight))
        if word and number is None:
            got = "nothing" if weight in (None, "") else weight
            raise BadLine(f"expected a whole number from 0 to {HIGHEST_WEIGHT:,} for {word!r}, got {got}", row)
        if word and number:
            kept.append((word, number))
    if not kept:
        return NO_PAIRS
    pairs_each = np.array([len(word) + 1 for word, _ in kept])
    times = np.repeat(np.array([number for _, number in kept], np.int64), pairs_each)
    return with_boundary(pairs_of_text("\n".join(["", *(word for word, _ in kept), ""]), times))


def count_weighted_lines(data: bytes) -> Pairs:
    """The pairs of lines with a word and a weight, with spaces, a tab, a comma or a semicolon between them.

    Raises BadLine as `count_lines` and `count_weighted` do, and for a line without a number.

    >>> count_weighted_lines(b"a 5\\n\\nb\\t7\\n").counts.tolist()  # .a .b a. b.
    [5, 7, 5, 7]
    """
    words, weights = [], []
    for number, line in enumerate(decode(data).split("\n"), start=1):
        found = word_and_number(line)
        if line.strip() and not found:
            hint = "--column 1 --weights 2 reads a table"
            raise BadLine(f"expected a word and how often it occurs, got {shown(line.strip())}; {hint}", number)
        words.append(found[0] if found else "")
        weights.append(found[1] if found else "")
    return count_weighted(clean_rows(words), weights)


def count_batch(batch: pyarrow.RecordBatch) -> Pairs:
    """The pairs of a batch of rows: a column of words, and perhaps one of weights. An empty cell has no pairs.

    Raises BadLine as `count_lines` and `count_weighted` do, also for a line end inside a word.
    """
    from pyarrow import compute

    words = compute.fill_null(batch.column(0), "")
    if batch.num_columns > 1:
        return count_weighted(clean_rows(words.to_pylist()), batch.column(1).to_pylist())
    lines = compute.binary_join_element_wise(words, "", "\n")  # each word followed by a line end
    first, last = (lines.buffers()[1].slice(4 * (lines.offset + at), 4).to_pybytes() for at in (0, len(lines)))
    first, last = (int.from_bytes(place, "little") for place in (first, last))
    data = lines.buffers()[2].slice(first, last - first).to_pybytes() if last > first else b""
    if data.count(b"\n") != len(lines) or b"\r" in data:
        data = "\n".join(clean_rows(words.to_pylist())).encode()
    return count_lines(data)
