"""The contents of a list as rows: words with their places and weights, from lines, tables, JSON or .parquet."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from analysis.words.lists import Limits, shown
from analysis.words.reading.layout import (
    Layout,
    Row,
    find_column,
    find_separator,
    first_separator,
    guess_columns,
    have_numbers,
    looks_like,
    names_of,
    rows_of,
    word_and_number,
)
from analysis.words.reading.list_format import ListFormat, Refused
from analysis.words.reading.unpacking import PACKED

TABLES = (".csv", ".tsv")
SAMPLE = 200  # rows that are looked at
NUMBERS = "nearly every line ends in a number, which was read as part of the word: --weights reads it as a count"


class Contents(NamedTuple):
    """Words as they were written, and where.

    `places`: the number of each word's line, row or item; `place` says which of the three. `weights` are texts. `bad`:
    rows that could not be read. `notes`: messages for the user, one line each.
    """

    words: list[str]
    places: Sequence[int]
    weights: list[str] | None = None
    bad: tuple[Refused, ...] = ()
    layout: Layout = Layout()
    place: str = "line"
    notes: tuple[str, ...] = ()


def kind_of(name: str) -> str:
    """The ending of a file name, without that of the packing: ".csv" for "a.CSV.gz"."""
    name = name.lower()
    for ending in PACKED.values():
        name = name.removesuffix(ending)
    return name[name.rfind(".") :] if "." in name else ""


def contents_of_text(text: str, name: str, options: ListFormat) -> Contents:
    """The words of a text. ValueError, one line, if it does not have the form that the options say."""
    found = (
        _read_json(text, name, options) if text[:1].isspace() or text[:1] in "[{" or kind_of(name) == ".json" else None
    )
    if found is not None:
        return found
    lines = text.split("\n")
    meant = options.column is not None or options.header or options.separator
    if meant or not isinstance(options.weights, bool | None):
        between = options.separator or find_separator(lines) or first_separator(lines)
        return _table(rows_of(lines, between), options, between)
    separator = find_separator(lines) if options.separator is None else None
    counted = options.weights is None and separator is None and have_numbers(lines)
    if separator is None and (options.weights or (counted and options.guess)):
        return _weighted_lines(lines)
    looks = "" if options.separator == "" else looks_like(lines, table=kind_of(name) in TABLES)
    wanted = options.weights and separator and "2 columns" in looks
    if separator and (options.guess or wanted):
        return _table(rows_of(lines, separator), options, separator)
    if looks and not options.guess:
        raise ValueError(f"looks like {looks}")
    return Contents(lines, range(1, len(lines) + 1), notes=(NUMBERS,) if counted else ())


def contents_of_parquet(data: bytes, options: ListFormat, limits: Limits | None) -> Contents:
    """The words of a .parquet file. ValueError, one line, if it cannot be read."""
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(pyarrow.BufferReader(data)) as file:
            names = file.schema_arrow.names
            if limits and file.metadata.num_rows > limits.words:
                raise ValueError(f"expected at most {limits.words:,} words, got {file.metadata.num_rows:,}")
            batches = [batch.to_pylist() for batch in file.iter_batches(50_000)]
    except (pyarrow.ArrowException, OSError, KeyError, RuntimeError) as error:
        raise ValueError(f"expected a .parquet file, got one that cannot be read ({error})") from None
    return _objects(itertools.chain.from_iterable(batches), names, options, "row")


def _read_json(text: str, name: str, options: ListFormat) -> Contents | None:
    """The words of JSON; None for a text that is not JSON."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        if kind_of(name) == ".json":
            raise ValueError(f"expected a JSON list of strings, got no complete JSON ({error})") from None
        return None
    if isinstance(found, list) and found and all(isinstance(one, str) for one in found):
        return Contents(found, range(1, len(found) + 1), place="item")
    objects = isinstance(found, list) and found and all(isinstance(one, dict) for one in found)
    if objects and (options.guess or options.column is not None):
        return _objects(found, list(found[0]), options, "item")
    got = f"a list of objects: --column {shown(next(iter(found[0]), 'NAME'))} reads it" if objects else "other JSON"
    raise ValueError(f'expected a JSON list of strings, such as ["emma", "ava"], or a word on each line, got {got}')


def _objects(found: Iterable[dict[str, Any]], names: Sequence[str], options: ListFormat, place: str) -> Contents:
    """The columns of objects with the same keys."""
    rows = [["" if one.get(name) is None else str(one[name]) for name in names] for one in found]
    if options.column is None and not options.guess and len(names) > 1:
        raise ValueError(f"expected --column with the column of the words, one of {', '.join(names)}")
    return _table([(0, names), *enumerate(rows, start=1)], options, None, place)


def _table(rows: Iterable[Row], options: ListFormat, separator: str | None, place: str = "line") -> Contents:
    """The words and weights of a table: from the columns that the options name, or else from the likely ones."""
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
    body = rows[bool(header) :]
    bad = tuple(
        Refused(
            line, shown(",".join(row)), f"expected as many cells as the first row, {len(first)}", "--skip-bad-words"
        )
        for line, row in body
        if len(row) != len(first)
    )
    whole = [(line, row) for line, row in body if len(row) == len(first)] if bad else body
    return Contents(
        [row[column] for _, row in whole],
        [line for line, _ in whole],
        None if weights is None else [row[weights] for _, row in whole],
        bad,
        Layout(separator, bool(header), names, column, weights),
        place,
    )


def _weighted_lines(lines: Sequence[str]) -> Contents:
    """A word and a number on each line."""
    found = [(number, line, word_and_number(line)) for number, line in enumerate(lines, start=1) if line.strip()]
    bad = tuple(
        Refused(number, shown(line.strip()), "expected a word and how often it occurs", "--column")
        for number, line, pair in found
        if pair is None
    )
    pairs = [pair for *_, pair in found if pair is not None]
    places = [number for number, _, pair in found if pair is not None]
    weights = [number for _, number in pairs]
    return Contents([word for word, _ in pairs], places, weights, bad, Layout("", False, ("1", "2"), 0, 1))
