"""How a list is laid out: a word on each line, or a table with a header and columns of words and counts.

`layout_of_lines` finds it from the first lines of a list, `layout_of_rows` and `layout_of_objects` from the first rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from analysis.words.reading.cells import (
    SEPARATORS,
    Row,
    cell_text,
    cells_of,
    number_of,
    rows_of,
    word_and_number,
)
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.unpacking import kind_of

TABLES = (".csv", ".tsv")
SAMPLE = 200  # lines that are looked at
HEAD = 2 * SAMPLE  # lines of which those are taken that are not empty
NUMBERS = "nearly every line ends in a number, which was read as part of the word: --weights reads it as a count"
NEARLY = 0.9  # the share of lines that must look alike
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


def layout_of_lines(lines: Sequence[str], name: str, options: ListFormat) -> tuple[Layout, tuple[str, ...]]:
    """The layout of a list from its first lines, and notes. ValueError, one line, if the options do not settle it."""
    meant = options.column is not None or options.header or options.separator
    if meant or not isinstance(options.weights, bool | None):
        between = options.separator or find_separator(lines) or first_separator(lines)
        return layout_of_rows(rows_of(lines, between), options, between), ()
    separator = find_separator(lines) if options.separator is None else None
    counted = options.weights is None and separator is None and have_numbers(lines)
    weighted = Layout("", False, ("1", "2"), 0, 1)
    if separator is None and (options.weights or (counted and options.guess)):
        return weighted, ()
    looks = "" if options.separator == "" else looks_like(lines, table=kind_of(name) in TABLES)
    wanted = options.weights and separator and "2 columns" in looks
    if separator and (options.guess or wanted):
        return layout_of_rows(rows_of(lines, separator), options, separator), ()
    if looks and not options.guess:
        raise ValueError(f"looks like {looks}")
    return weighted if options.weights else Layout(), (NUMBERS,) if counted else ()


def layout_of_objects(found: Sequence[dict[str, Any]], names: Sequence[str], options: ListFormat, place: str) -> Layout:
    """The layout of objects with the same keys."""
    if options.column is None and not options.guess and len(names) > 1:
        raise ValueError(f"expected --column with the column of the words, one of {', '.join(names)}")
    rows = ([cell_text(one.get(name)) for name in names] for one in found)
    return layout_of_rows([(0, names), *enumerate(rows, start=1)], options, None, place)


def layout_of_rows(rows: Iterable[Row], options: ListFormat, separator: str | None, place: str = "line") -> Layout:
    """The layout of a table: the columns that the options name, or else the likely ones."""
    rows = list(rows)
    if not rows:
        raise ValueError("expected a row with a word, got no row")
    first = rows[0][1]
    layout = guess_columns([row for _, row in rows[:SAMPLE]], True if place != "line" else options.header)
    named = [which for which in (options.column, options.weights) if not isinstance(which, bool | None)]
    header = layout.header if options.guess or not named or place != "line" else options.header
    columns: list[int | None] = []
    for which, likely in ((options.column, layout.column), (options.weights, layout.weights)):
        if isinstance(which, bool | None):
            columns.append(likely)
        else:
            found, by_name = find_column(which, first, header)
            columns.append(found)
            header = header or by_name
    column, weights = columns
    names = names_of(first, bool(header))
    if not (options.weights or (options.weights is None and options.guess)):
        weights = None
    if options.weights and weights is None:
        raise ValueError("expected a column with numbers, how often each word occurs, got none")
    if options.column is None and weights is not None and (column == weights or not options.guess):
        if len(first) != 2 and not options.guess:
            raise ValueError(f"expected --column too, with the column of the words, one of {', '.join(names)}")
        column = int(weights == 0)
    if column is None or column >= len(first):
        raise ValueError("expected a column with words, got none")
    if column == weights:
        raise ValueError(f"expected two columns, one of words and one of numbers, got column {options.column} twice")
    return Layout(separator, bool(header), names, column, weights)


def find_separator(lines: Sequence[str]) -> str | None:
    """The separator that splits nearly every line into the same number of cells; None if there is none.

    >>> find_separator(["Ana,F,30", "Bo,M,20"]), find_separator(["town;people", "Ulm;12"]), find_separator(["a", "b"])
    (',', ';', None)
    """
    sample = [line for line in lines[: 2 * SAMPLE] if line.strip()][:SAMPLE]
    for separator in SEPARATORS:
        cells = Counter(len(row) for row in cells_of(sample, separator))
        most, times = cells.most_common(1)[0] if cells else (1, 0)
        if most > 1 and times >= NEARLY * cells.total():
            return separator
    return None


def first_separator(lines: Sequence[str]) -> str:
    """The separator that the first row has most often."""
    first = next((line for line in lines if line.strip()), "")
    return max(SEPARATORS, key=lambda separator: (first.count(separator), separator == ","))


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
    rows = [] if separator is None else list(cells_of(sample, separator))
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


def have_numbers(lines: Sequence[str]) -> bool:
    """True if nearly every line is a word and a number.

    >>> have_numbers(["emma 20355", "olivia 19553"]), have_numbers(["emma", "apollo 11"])
    (True, False)
    """
    sample = [line for line in lines[: 2 * SAMPLE] if line.strip()][:SAMPLE]
    return bool(sample) and sum(word_and_number(line) is not None for line in sample) >= NEARLY * len(sample)
