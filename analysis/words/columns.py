"""The words of a .csv or .parquet file, column by column, a batch of rows at a time. pyarrow reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from analysis.words.pieces import PIECE, open_source
from analysis.words.sources import Source

if TYPE_CHECKING:
    import pyarrow

ROWS = 50_000  # of a parquet file, at a time


def batches(source: Source) -> Iterator[pyarrow.RecordBatch]:
    """The columns of a table that were asked for, batch by batch: words, and how often each occurs if weighted.

    Raises ValueError, one line, if a column is not there, or the file is no such table.
    """
    import pyarrow
    from pyarrow import csv, parquet

    kinds = dict(zip(source.columns, (pyarrow.string(), pyarrow.int64()), strict=False))
    if ".parquet" in source.path.lower():
        with open_source(source) as file:
            table = parquet.ParquetFile(file)
            _check_columns(source, table.schema_arrow, ("string", "int"))
            for batch in table.iter_batches(ROWS, columns=list(kinds)):
                yield batch.select(list(kinds)).cast(pyarrow.schema(kinds))
        return

    def reader(columns: list[str]) -> Any:
        return csv.open_csv(
            open_source(source),
            csv.ReadOptions(block_size=PIECE),
            csv.ParseOptions(newlines_in_values=True),
            csv.ConvertOptions(include_columns=columns, column_types=kinds, strings_can_be_null=False),
        )

    with reader([]) as header:
        _check_columns(source, header.schema)
    with reader(list(kinds)) as rows:
        yield from rows


def _check_columns(source: Source, schema: pyarrow.Schema, kinds: tuple[str, ...] = ("", "")) -> None:
    """ValueError if a column is not there, or its type holds none of the `kinds`: a word, a number."""
    for column, kind in zip(source.columns, kinds, strict=False):
        if column not in schema.names:
            raise ValueError(f"expected a column {column!r}, got {', '.join(schema.names)}")
        held = str(schema.field(column).type)
        if kind not in held:
            raise ValueError(f"expected a column of type {kind}, got {column!r} of type {held}")
