"""Read a list of words: from a plain or compressed file, or from a column of a table, in any encoding.

`sources` finds files, `pieces` opens them and reads lines, `columns` reads tables, `lists` has the rules. Files too
large for a list of words are counted by `analysis.large`, which uses the same modules.
"""

from __future__ import annotations

import csv
import lzma
import zipfile
import zlib
from pathlib import Path

from analysis.words.columns import line_of_row, read_columns
from analysis.words.lists import BadLine, Limits, clean_rows, parse_words
from analysis.words.pieces import PIECE, lines_before, open_source
from analysis.words.sources import Source, is_address, source_of

READ_ERRORS = (
    OSError,
    EOFError,
    ValueError,
    ImportError,
    KeyError,
    csv.Error,
    NotImplementedError,
    lzma.LZMAError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_words(
    path: Path | str, limits: Limits | None = None, *, column: str | None = None, encoding: str = "utf-8"
) -> list[str]:
    """The words of a file, by the rules of `parse_words`: one on each line, or a `column` of a .csv or .parquet file.

    The end of the name (.gz ...) says how the file is compressed; `limits` are for the content.
    Raises ValueError, one line with the file and the place in it, if it cannot be read.
    """
    source = source_of(path, (column,) if column else (), encoding=encoding)
    try:
        if source.columns:
            return _read_column(source)
        with open_source(source) as file:
            data, size = [], 0
            while (more := file.read(PIECE)) and not (limits and size > limits.bytes):
                data.append(more)
                size += len(more)
    except Exception as error:
        raise ValueError(problem_of(source, error)) from None
    return parse_words(b"".join(data), source.name, limits)


def _read_column(source: Source) -> list[str]:
    words: list[str] = []
    row = 0
    for batch in read_columns(source):
        try:
            words += [word for word in clean_rows(cell or "" for cell in batch.column(0).to_pylist()) if word]
        except BadLine as bad:
            raise ValueError(place_of(source, row, bad)) from None
        row += len(batch)
    if not words:
        raise ValueError(f"{source.name}: expected a word in a row, got no word")
    return words


def place_of(source: Source, before: int, bad: BadLine) -> str:
    """Where a bad line is in its file, and what is wrong with it.

    `before`: how many rows of a table, or bytes of another file, come before the piece with the bad line.
    """
    if source.columns:
        return f"{source.name}, {line_of_row(source, before + bad.line)}: {bad}"
    with open_source(source) as file:
        return f"{source.name}, line {lines_before(file, bad.position or before) + bad.line}: {bad}"


def problem_of(source: Source, error: Exception) -> str:
    """One line that says what is wrong with a file. An error that does not come from the file is raised again."""
    if isinstance(error, ValueError) and str(error).startswith(source.name):
        return str(error)
    if isinstance(error, UnicodeDecodeError):
        return f"{source.name}: expected text in {source.encoding}, got bytes that are not"
    if isinstance(error, OSError) and error.strerror:
        return f"{source.name}: cannot be read ({error.strerror})"
    if isinstance(error, ValueError):
        return f"{source.name}: {error}"
    if not isinstance(error, READ_ERRORS) and not is_address(source.path):  # each kind of server has its own errors
        raise error
    return f"{source.name}: cannot be read ({error or type(error).__name__})"
