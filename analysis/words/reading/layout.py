"""How a list is laid out: a word on each line, or a table with a header and columns of words and counts.

`layout_of_lines` finds it from the first lines of a list, `layout_of_rows` and `layout_of_objects` from the first rows:
what the options name, and else what `guesses` finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from analysis.words.reading.cells import Row, cell_text, rows_of
from analysis.words.reading.guesses import (
    SAMPLE,
    find_separator,
    first_separator,
    guess_columns,
    have_numbers,
    looks_like,
)
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.unpacking import kind_of

TABLES = (".csv", ".tsv")
NUMBERS = "nearly every line ends in a number, which was read as part of the word: --weights reads it as a count"


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
    likely = guess_columns([row for _, row in rows[:SAMPLE]], True if place != "line" else options.header)
    named = [which for which in (options.column, options.weights) if not isinstance(which, bool | None)]
    header = likely.header if options.guess or not named or place != "line" else options.header
    columns: list[int | None] = []
    for which, guessed in ((options.column, likely.words), (options.weights, likely.counts)):
        if isinstance(which, bool | None):
            columns.append(guessed)
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
