"""The words of a .csv or .parquet file, column by column, a batch of rows at a time. pyarrow reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from analysis.large.files import Source
from analysis.large.kernel import Pairs, clean_rows, count_lines
from analysis.large.pieces import PIECE, open_source
from analysis.large.weights import count_weighted

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


def count_batch(batch: pyarrow.RecordBatch) -> Pairs:
    """The pairs of a batch of rows: a column of words, and perhaps one of how often each occurs. An empty cell is none.

    Raises BadLine as `count_lines` and `count_weighted` do; a line end inside a word is refused as any control is.
    """
    from pyarrow import compute

    words = compute.fill_null(batch.column(0), "")
    if batch.num_columns > 1:
        return count_weighted(clean_rows(words.to_pylist()), batch.column(1).to_pylist())
    lines = compute.binary_join_element_wise(words, "", "\n")  # each word and a line end, one after the other
    first, last = (lines.buffers()[1].slice(4 * (lines.offset + at), 4).to_pybytes() for at in (0, len(lines)))
    first, last = (int.from_bytes(place, "little") for place in (first, last))
    data = lines.buffers()[2].slice(first, last - first).to_pybytes() if last > first else b""
    if data.count(b"\n") != len(lines) or b"\r" in data:
        data = "\n".join(clean_rows(words.to_pylist())).encode()
    return count_lines(data)


def _check_columns(source: Source, schema: pyarrow.Schema, kinds: tuple[str, ...] = ("", "")) -> None:
    """ValueError if a column is not there, or its type holds none of the `kinds`: a word, a number."""
    for column, kind in zip(source.columns, kinds, strict=False):
        if column not in schema.names:
            raise ValueError(f"expected a column {column!r}, got {', '.join(schema.names)}")
        held = str(schema.field(column).type)
        if kind not in held:
            raise ValueError(f"expected a column of type {kind}, got {column!r} of type {held}")
