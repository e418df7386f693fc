"""The words of a .csv or .parquet file, a batch of rows at a time. pyarrow reads them; `csv` finds line numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from analysis.words.lists import BadLine, decode
from analysis.words.reading.layout import first_separator
from analysis.words.reading.pieces import LONGEST_LINE, open_source, whole_lines
from analysis.words.reading.sources import Source

if TYPE_CHECKING:
    import pyarrow

HEADER = 10_000  # bytes, in which the header ends
ROWS = 50_000  # of a .parquet file, read at a time


def read_columns(source: Source) -> Iterator[pyarrow.RecordBatch]:
    """The columns that `source` names, batch by batch: words, and, if weighted, how often each occurs.

    The numbers of a .csv file are given as text. Raises ValueError, one line, for a missing column, or a file that is
    not such a table.
    """
    return _parquet_batches(source) if ".parquet" in source.path.lower() else _csv_batches(source)


def line_of_row(source: Source, row: int) -> str:
    """The place of a row (from 1, without the header): "line 3" of a .csv file, "row 2" of a .parquet file."""
    if ".parquet" in source.path.lower():
        return f"row {row}"
    return next(f"line {line}" for number, (line, _) in enumerate(_csv_rows(source)) if number == row)


def separator_of(source: Source) -> str:
    """The separator of a .csv file: the one that its header has most often."""
    with open_source(source) as file:
        _, piece = next(whole_lines(file), (0, b""))
    return first_separator(piece[:HEADER].decode("utf-8", "ignore").splitlines())


def _parquet_batches(source: Source) -> Iterator[pyarrow.RecordBatch]:
    import pyarrow
    from pyarrow import parquet

    with open_source(source) as file:
        table = parquet.ParquetFile(file)
        schema = table.schema_arrow
        _check_columns(source, schema.names)
        for column, kind in zip(source.columns, ("string", "int"), strict=False):
            if kind not in (held := str(schema.field(column).type)):
                raise ValueError(f"expected a column of type {kind}, got {column!r} of type {held}")
        kinds = dict(zip(source.columns, (pyarrow.string(), pyarrow.int64()), strict=False))
        for batch in table.iter_batches(ROWS, columns=list(kinds)):
            yield batch.select(list(kinds)).cast(pyarrow.schema(kinds))


def _csv_batches(source: Source) -> Iterator[pyarrow.RecordBatch]:
    """Read in pieces, so that no thread of pyarrow still reads the file when a bad row ends the process."""
    import pyarrow
    from pyarrow import csv as arrow_csv

    between = separator_of(source)
    _, header = next(_csv_rows(source), (1, []))
    _check_columns(source, header)
    convert = arrow_csv.ConvertOptions(
        include_columns=source.columns,
        column_types=dict.fromkeys(source.columns, pyarrow.string()),
        strings_can_be_null=False,
    )
    try:
        with open_source(source) as file:
            for i, rows in enumerate(_whole_rows(file)):
                read = arrow_csv.ReadOptions(use_threads=False, column_names=header, skip_rows_after_names=i == 0)
                parse = arrow_csv.ParseOptions(newlines_in_values=True, delimiter=between)
                yield from arrow_csv.read_csv(pyarrow.BufferReader(rows), read, parse, convert).to_batches()
    except pyarrow.ArrowInvalid:
        for line, row in _csv_rows(source):
            if len(row) != len(header):
                expected = f"expected as many cells as the header, {len(header)}, got {len(row)}"
                raise ValueError(f"{source.name}, line {line}: {expected}") from None
        raise


def _whole_rows(file: BinaryIO) -> Iterator[bytes]:
    """The pieces of a .csv file, never cut inside a quoted cell."""
    rest = b""
    for _, piece in whole_lines(file):
        rest += piece
        if rest.count(b'"') % 2 == 0:
            yield rest
            rest = b""
        if len(rest) > LONGEST_LINE:
            raise ValueError(f"expected cells of at most {LONGEST_LINE:,} bytes, got a quote that does not end")
    if rest:
        yield rest


def _csv_rows(source: Source) -> Iterator[tuple[int, list[str]]]:
    """The rows of a .csv file that are not empty, header first, each with the line where it begins. Slow."""

    def lines() -> Iterator[str]:
        before = 0
        for _, piece in whole_lines(file):
            try:
                text = decode(piece)
            except BadLine as bad:
                raise ValueError(f"{source.name}, line {before + bad.line}: {bad}") from None
            before += text.count("\n")
            yield from io.StringIO(text)

    between = separator_of(source)
    with open_source(source) as file:
        reader = csv.reader(lines(), delimiter=between)
        begins = 1
        for row in reader:
            if row:
                yield begins, row
            begins = reader.line_num + 1


def _check_columns(source: Source, names: list[str]) -> None:
    """Raise ValueError for a missing column."""
    for column in source.columns:
        if column not in names:
            raise ValueError(f"expected a column {column!r}, got only the columns {', '.join(names)}")
