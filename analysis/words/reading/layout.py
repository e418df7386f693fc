"""How a list is laid out: a word on each line, or a table with a header and columns of words and counts."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

SEPARATORS = {"\t": "a tab", ";": "';'", ",": "','"}
SAMPLE = 200  # lines that are looked at
NEARLY = 0.9  # the share of lines that must look alike
HIGHEST_WEIGHT = 1_000_000_000_000
WORD_HEADERS = {
    "name",
    "names",
    "word",
    "words",
    "first_name",
    "firstname",
    "first name",
    "prénom",
    "nombre",
    "vorname",
}
_NUMBER = re.compile(r"([0-9]{1,13}|[0-9]{1,3}(,[0-9]{3})+)(\.0*)?", re.ASCII)

Row = tuple[int, Sequence[str]]  # the line where it begins, from 1, and its cells


class Layout(NamedTuple):
    """The layout of a list. A list with a word on each line has no names (()) and None for the rest.

    `separator` stands between cells ("" for spaces), `header` says if the first row names the columns, `names`
    has a name for each column ("1", "2" ... without a header); `column` and `weights` count from 0.
    """

    separator: str | None = None
    header: bool = False
    names: tuple[str, ...] = ()
    column: int | None = None
    weights: int | None = None


def number_of(text: str) -> int | None:
    """How often a word occurs, from its text; None if that is no whole number from 0 to 1,000,000,000,000.

    >>> [number_of(text) for text in ("1200", " 1,200", "12.0", "0", "1.5", "12,00", "-1", "")]
    [1200, 1200, 12, 0, None, None, None, None]
    """
    found = _NUMBER.fullmatch(text.strip())
    number = int(found[1].replace(",", "")) if found else HIGHEST_WEIGHT + 1
    return number if number <= HIGHEST_WEIGHT else None


def find_separator(lines: Sequence[str]) -> str | None:
    """The separator that splits nearly every line into the same number of cells; None if there is none.

    >>> find_separator(["Ana,F,30", "Bo,M,20"]), find_separator(["town;people", "Ulm;12"]), find_separator(["a", "b"])
    (',', ';', None)
    """
    sample = [line for line in lines[: 2 * SAMPLE] if line.strip()][:SAMPLE]
    for separator in SEPARATORS:
        cells = Counter(len(row) for row in _cells(sample, separator))
        most, times = cells.most_common(1)[0] if cells else (1, 0)
        if most > 1 and times >= NEARLY * cells.total():
            return separator
    return None


def first_separator(lines: Sequence[str]) -> str:
    """The separator that the first row has most often."""
    first = next((line for line in lines if line.strip()), "")
    return max(SEPARATORS, key=lambda separator: (first.count(separator), separator == ","))


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


def looks_like(lines: Sequence[str], *, table: bool = False) -> str:
    """What a list looks like if it is no list of words, and the option that reads it; "" for words.

    Without a column of numbers, it is a table only if the name of the file says so (`table`).

    >>> looks_like(["Ana,F,30", "Bo,M,20"])
    "a table with ',' between 3 columns: --column 1 --weights 3 reads it (each is the name or the number of a column)"
    """
    sample = [line.strip() for line in lines[: 2 * SAMPLE] if line.strip()][:SAMPLE]
    if sample and sum(line.startswith("{") and line.rstrip(",").endswith("}") for line in sample) >= NEARLY * len(
        sample
    ):
        return "JSON objects: a list of strings would do, or a table with --column"
    separator = find_separator(sample)
    rows = [] if separator is None else list(_cells(sample, separator))
    if separator is None or not rows:
        return ""
    kinds = column_kinds(rows[1:] or rows)
    if not any(kinds) and not table:
        return ""
    header = len(rows) > 1 and not any(number_of(cell) is not None for cell in rows[0])
    names = [cell.strip() if header else str(i) for i, cell in enumerate(rows[0], start=1)]
    words = kinds.index(False) if False in kinds else 0
    counts = len(kinds) - 1 - kinds[::-1].index(True) if any(kinds) else words
    weights = f" --weights {names[counts]}" if counts != words else ""
    what = f"a table with {SEPARATORS[separator]} between {len(kinds)} columns"
    return f"{what}: --column {names[words]}{weights} reads it (each is the name or the number of a column)"


def column_kinds(rows: Sequence[Sequence[str]]) -> list[bool]:
    """For each column of a table: True if nearly every cell is a number."""
    width = Counter(map(len, rows)).most_common(1)[0][0] if rows else 0
    whole = [row for row in rows if len(row) == width]
    return [sum(number_of(row[i]) is not None for row in whole) >= NEARLY * len(whole) for i in range(width)]


def guess_columns(rows: Sequence[Sequence[str]], header: bool | None) -> Layout:
    """The likely header, column of words (that with the most different texts) and column of counts (the last number).

    >>> guess_columns([["Ana", "F", "30"], ["Bo", "F", "20"]], None)
    Layout(separator=None, header=False, names=('1', '2', '3'), column=0, weights=2)
    """
    kinds = column_kinds(rows[1:] or rows)
    if header is None:
        texts = [cell.strip() for cell in rows[0]]
        numbers = [i for i, number in enumerate(kinds[: len(texts)]) if number]
        header = len(rows) > 1 and (
            (bool(numbers) and all(number_of(texts[i]) is None for i in numbers))
            or any(text.lower() in WORD_HEADERS for text in texts)
        )
    body = [row for row in rows[header:] if len(row) == len(kinds)]
    different = [len({row[i] for row in body}) * (not number) for i, number in enumerate(kinds)]
    column = different.index(max(different)) if different else 0
    weights = max((i for i, number in enumerate(kinds) if number and i != column), default=None)
    return Layout(None, header, names_of(rows[0], header), column, weights)


def names_of(first: Sequence[str], header: bool) -> tuple[str, ...]:
    """The names of the columns: those of the header, or their numbers."""
    return tuple(cell.strip() if header else str(i) for i, cell in enumerate(first, start=1))


def find_column(wanted: str | int, first: Sequence[str], header: bool | None) -> tuple[int, bool]:
    """The place of a column, from 0, and True if there is a header. ValueError, one line, for a missing column.

    `wanted` is a name in the header, or a number from 1. A number beyond the last column may be a name, such as a year.

    >>> find_column("town", ["town", "people"], None), find_column(2, ["Ulm", "12"], None)
    ((0, True), (1, False))
    """
    text, names = str(wanted).strip(), [cell.strip() for cell in first]
    number = int(text) if re.fullmatch("[0-9]{1,9}", text, re.ASCII) else None
    if number is not None and 1 <= number <= len(names):
        return number - 1, bool(header)
    if text in names and header is not False:
        return names.index(text), True
    listed = ", ".join(names)
    if number is None:
        raise ValueError(f"expected a column {text!r}, got only the columns {listed}")
    raise ValueError(f"expected a column from 1 to {len(names)} ({listed}), got {number}")


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


def have_numbers(lines: Sequence[str]) -> bool:
    """True if nearly every line is a word and a number.

    >>> have_numbers(["emma 20355", "olivia 19553"]), have_numbers(["emma", "apollo 11"])
    (True, False)
    """
    sample = [line for line in lines[: 2 * SAMPLE] if line.strip()][:SAMPLE]
    return bool(sample) and sum(word_and_number(line) is not None for line in sample) >= NEARLY * len(sample)


def _cells(lines: Sequence[str], separator: str) -> Iterator[Sequence[str]]:
    """The cells of a few lines, as far as they can be read."""
    try:
        yield from (row for row in csv.reader(io.StringIO("\n".join(lines)), delimiter=separator) if row)
    except csv.Error:
        return
