"""The cells of a line: of a table, or a word and a number."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

SEPARATORS = {"\t": "a tab", ";": "';'", ",": "','"}
HIGHEST_WEIGHT = 1_000_000_000_000
_NUMBER = re.compile(r"([0-9]{1,13}|[0-9]{1,3}(,[0-9]{3})+)(\.0*)?", re.ASCII)

Row = tuple[int, Sequence[str]]  # the line where it begins, from 1, and its cells


def number_of(text: str) -> int | None:
    """How often a word occurs, from its text; None if that is no whole number from 0 to 1,000,000,000,000.

    >>> [number_of(text) for text in ("1200", " 1,200", "12.0", "0", "1.5", "12,00", "-1", "")]
    [1200, 1200, 12, 0, None, None, None, None]
    """
    text = text.strip()
    if len(text) < 13 and text.isascii() and text.isdigit():
        return int(text)
    found = _NUMBER.fullmatch(text)
    number = int(found[1].replace(",", "")) if found else HIGHEST_WEIGHT + 1
    return number if number <= HIGHEST_WEIGHT else None


def rows_of(lines: Iterable[str], separator: str) -> Iterator[Row]:
    """The rows that are not empty, with the line where each begins. ValueError for a quote without end."""
    reader = csv.reader((line + "\n" for line in lines), delimiter=separator)
    begins = 1
    try:
        for row in reader:
            if row:
                yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise ValueError(f"line {begins}: expected cells, got one that does not end ({error})") from None


def word_and_number(line: str) -> tuple[str, str] | None:
    """A line with a word and how often it occurs, with spaces or a separator between them; None for another line.

    >>> word_and_number("mary ann 1,200"), word_and_number("Ana;30"), word_and_number("Ana,F,30")
    (('mary ann', '1,200'), ('Ana', '30'), None)
    """
    before = line.strip().rstrip("0123456789.,")
    number = line.strip()[len(before) :]
    word = before.rstrip(",; \t")
    separated = word != before or number.startswith(",")
    return (word, number.lstrip(",")) if word and number and separated and not set(word) & set(SEPARATORS) else None


def cells_of(lines: Sequence[str], separator: str) -> Iterator[Sequence[str]]:
    """The cells of a few lines, as far as they can be read."""
    try:
        yield from (row for row in csv.reader(io.StringIO("\n".join(lines)), delimiter=separator) if row)
    except csv.Error:
        return


def cell_text(value: object) -> str:
    """A value of JSON or .parquet as the text of a cell."""
    return "" if value is None else str(value)
