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
from analysis.words.reading.cells import Row, cell_text, rows_of, word_and_number
from analysis.words.reading.guesses import HEAD, SAMPLE
from analysis.words.reading.layout import Layout, layout_of_lines, layout_of_objects
from analysis.words.reading.list_format import ListFormat, Refused
from analysis.words.reading.unpacking import kind_of

PARQUET = b"PAR1"  # the first bytes of such a file
ROWS = 50_000  # of a batch


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


def contents_of_lines(lines: Iterable[str], layout: Layout, rows: int | None = None) -> Iterator[Contents]:
    """The words of lines in a layout, so many rows at a time; all of them at once if no number is given."""
    if layout.separator is None:
        words = list(lines)
        yield Contents(words, range(1, len(words) + 1))
        return
    if layout.separator:
        table: Iterator[Row] = islice(rows_of(lines, layout.separator), int(layout.header), None)
    else:
        table = ((i, word_and_number(line) or (line.strip(),)) for i, line in enumerate(lines, start=1) if line.strip())
    more = True
    while more:
        found = _contents_of_rows(islice(table, rows), layout)
        yield found
        more = len(found.words) + len(found.bad) == rows


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
            layout = layout_of_objects(sample.to_pylist() if sample else [], names, options, "row")
            wanted = [names[i] for i in (layout.column, layout.weights) if i is not None]
            read = 0
            yield Contents([], [], None if layout.weights is None else [], layout=layout, place="row")
            for batch in table.iter_batches(ROWS, columns=wanted):
                words, *weights = ([cell_text(one) for one in batch.column(name).to_pylist()] for name in wanted)
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
        layout = layout_of_objects(found[:SAMPLE], names, options, "item")
        rows = ([cell_text(one.get(name)) for name in names] for one in found)
        return _contents_of_rows(enumerate(rows, start=1), layout, "item")
    got = f"a list of objects: --column {shown(next(iter(found[0]), 'NAME'))} reads it" if objects else "other JSON"
    raise ValueError(f'expected a JSON list of strings, such as ["emma", "ava"], or a word on each line, got {got}')


def _contents_of_rows(rows: Iterable[Row], layout: Layout, place: str = "line") -> Contents:
    """The words and weights of the rows of a table, without its header."""
    column, weight, width = layout.column or 0, layout.weights, len(layout.names)
    reason, option = f"expected as many cells as the first row, {width}", "--skip-bad-words"
    if layout.separator == "":
        reason, option = "expected a word and how often it occurs", "--column"
    words, places, weights, bad = list[str](), list[int](), list[str](), list[Refused]()
    for line, row in rows:  # no list of rows: Python would look for garbage in millions of them
        if len(row) == width:
            words.append(row[column])
            places.append(line)
            if weight is not None:
                weights.append(row[weight])
        else:
            bad.append(Refused(line, shown(",".join(row)), reason, option))
    return Contents(words, places, None if weight is None else weights, tuple(bad), layout, place)
