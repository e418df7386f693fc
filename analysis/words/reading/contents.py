"""The contents of a list: words with their places and weights, from lines, tables, JSON or .parquet.

The layout is found from the first lines or rows. A list in memory has one `Contents`; of a large file there is one for
each batch of rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO, NamedTuple

from analysis.words.lists import Limits, shown
from analysis.words.reading.layout import (
    SAMPLE,
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
from analysis.words.reading.unpacking import packed_ending

TABLES = (".csv", ".tsv")
PARQUET = b"PAR1"  # the first bytes of such a file
HEAD = 2 * SAMPLE  # lines that tell the layout
ROWS = 50_000  # of a batch
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
    name = name.lower().removesuffix(packed_ending(name) or "")
    return name[name.rfind(".") :] if "." in name else ""


def begins_like_json(text: str | bytes, name: str) -> bool:
    """True if a file may be JSON, by its first characters or its name."""
    return text.lstrip()[:1] in (("[", "{") if isinstance(text, str) else (b"[", b"{")) or kind_of(name) == ".json"


def begins_whole(data: bytes, name: str) -> bool:
    """True if a file cannot be read in parts, by its first bytes or its name: JSON and .parquet."""
    return begins_like_json(data, name) or data.startswith(PARQUET) or kind_of(name) == ".parquet"


def contents_of_text(text: str, name: str, options: ListFormat) -> Contents:
    """The words of a text. ValueError, one line, if it does not have the form that the options say."""
    if begins_like_json(text, name) and (found := _read_json(text, name, options)) is not None:
        return found
    lines = text.split("\n")
    layout, notes = layout_of_lines(lines[:HEAD], name, options)
    return joined(contents_of_lines(lines, layout))._replace(notes=notes)


def joined(parts: Iterable[Contents]) -> Contents:
    """All batches of a list as one."""
    first, *more = parts
    if not more:
        return first
    parts = (first, *more)
    return first._replace(
        words=[word for part in parts for word in part.words],
        places=[place for part in parts for place in part.places],
        weights=None if first.weights is None else [weight for part in parts for weight in part.weights or ()],
        bad=tuple(bad for part in parts for bad in part.bad),
    )


def layout_of_lines(lines: Sequence[str], name: str, options: ListFormat) -> tuple[Layout, tuple[str, ...]]:
    """The layout of a list from its first lines, and notes. ValueError, one line, if the options do not say it."""
    meant = options.column is not None or options.header or options.separator
    if meant or not isinstance(options.weights, bool | None):
        between = options.separator or find_separator(lines) or first_separator(lines)
        return _layout_of_rows(rows_of(lines, between), options, between), ()
    separator = find_separator(lines) if options.separator is None else None
    counted = options.weights is None and separator is None and have_numbers(lines)
    weighted = Layout("", False, ("1", "2"), 0, 1)
    if separator is None and (options.weights or (counted and options.guess)):
        return weighted, ()
    looks = "" if options.separator == "" else looks_like(lines, table=kind_of(name) in TABLES)
    wanted = options.weights and separator and "2 columns" in looks
    if separator and (options.guess or wanted):
        return _layout_of_rows(rows_of(lines, separator), options, separator), ()
    if looks and not options.guess:
        raise ValueError(f"looks like {looks}")
    return weighted if options.weights else Layout(), (NUMBERS,) if counted else ()


def contents_of_lines(lines: Iterable[str], layout: Layout, rows: int | None = None) -> Iterator[Contents]:
    """The words of lines in a layout, so many rows at a time; all of them at once if no number is given."""
    if layout.separator is None:
        words = list(lines)
        yield Contents(words, range(1, len(words) + 1))
        return
    if not layout.separator:
        numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
        while batch := list(islice(numbered, rows)):
            yield _weighted_lines(batch, layout)
        return
    table = islice(rows_of(lines, layout.separator), int(layout.header), None)
    yield _contents_of_rows(list(islice(table, rows)), layout)
    while batch_of_rows := list(islice(table, rows)):
        yield _contents_of_rows(batch_of_rows, layout)


def contents_of_parquet(file: BinaryIO | Any, options: ListFormat, limits: Limits | None = None) -> Iterator[Contents]:
    """The words of an open .parquet file, a batch of rows at a time. ValueError, one line, if it cannot be read."""
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(file) as table:
            names = table.schema_arrow.names
            if limits and table.metadata.num_rows > limits.words:
                raise ValueError(f"expected at most {limits.words:,} words, got {table.metadata.num_rows:,}")
            sample = next(table.iter_batches(SAMPLE), None)
            layout = _layout_of_objects(sample.to_pylist() if sample else [], names, options, "row")
            wanted = [names[i] for i in (layout.column, layout.weights) if i is not None]
            read = 0
            yield Contents([], [], None if layout.weights is None else [], layout=layout, place="row")
            for batch in table.iter_batches(ROWS, columns=wanted):
                words, *weights = ([_cell(one) for one in batch.column(name).to_pylist()] for name in wanted)
                places = range(read + 1, read + len(words) + 1)
                yield Contents(words, places, weights[0] if weights else None, (), layout, "row")
                read += len(words)
    except (pyarrow.ArrowException, OSError, KeyError, RuntimeError) as error:
        raise ValueError(f"expected a .parquet file, got one that cannot be read ({error})") from None


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
        names = list(found[0])
        layout = _layout_of_objects(found[:SAMPLE], names, options, "item")
        rows = [[_cell(one.get(name)) for name in names] for one in found]
        return _contents_of_rows(list(enumerate(rows, start=1)), layout, "item")
    got = f"a list of objects: --column {shown(next(iter(found[0]), 'NAME'))} reads it" if objects else "other JSON"
    raise ValueError(f'expected a JSON list of strings, such as ["emma", "ava"], or a word on each line, got {got}')


def _cell(value: object) -> str:
    """A value of JSON or .parquet as the text of a cell."""
    return "" if value is None else str(value)


def _layout_of_objects(
    found: Sequence[dict[str, Any]], names: Sequence[str], options: ListFormat, place: str
) -> Layout:
    """The layout of objects with the same keys."""
    if options.column is None and not options.guess and len(names) > 1:
        raise ValueError(f"expected --column with the column of the words, one of {', '.join(names)}")
    rows = ([_cell(one.get(name)) for name in names] for one in found)
    return _layout_of_rows([(0, names), *enumerate(rows, start=1)], options, None, place)


def _layout_of_rows(rows: Iterable[Row], options: ListFormat, separator: str | None, place: str = "line") -> Layout:
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


def _contents_of_rows(rows: Sequence[Row], layout: Layout, place: str = "line") -> Contents:
    """The words and weights of the rows of a table, without its header."""
    column, weights, width = layout.column or 0, layout.weights, len(layout.names)
    reason = f"expected as many cells as the first row, {width}"
    bad = tuple(
        Refused(line, shown(",".join(row)), reason, "--skip-bad-words") for line, row in rows if len(row) != width
    )
    whole = [(line, row) for line, row in rows if len(row) == width] if bad else rows
    return Contents(
        [row[column] for _, row in whole],
        [line for line, _ in whole],
        None if weights is None else [row[weights] for _, row in whole],
        bad,
        layout,
        place,
    )


def _weighted_lines(lines: Sequence[tuple[int, str]], layout: Layout) -> Contents:
    """A word and a number on each line."""
    found = [(number, line, word_and_number(line)) for number, line in lines]
    bad = tuple(
        Refused(number, shown(line.strip()), "expected a word and how often it occurs", "--column")
        for number, line, pair in found
        if pair is None
    )
    pairs = [pair for *_, pair in found if pair is not None]
    places = [number for number, _, pair in found if pair is not None]
    weights = [number for _, number in pairs]
    return Contents([word for word, _ in pairs], places, weights, bad, layout)
