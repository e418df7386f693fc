"""Read a list of words from a file, a pipe or an address; `report` reads what is in it.

Files too large for a list of words are counted by `analysis.large`, with `sources`, `pieces` and `columns`.
"""

from __future__ import annotations

import csv
import lzma
import zipfile
import zlib
from pathlib import Path

from analysis.words.lists import BadLine, Limits
from analysis.words.reading.columns import line_of_row
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.pieces import PIECE, lines_before, open_source, open_stored
from analysis.words.reading.report import ListReport, read_list
from analysis.words.reading.sources import Source, is_address, source_of

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


def read_file(path: Path | str, options: ListFormat | None = None, limits: Limits | None = None) -> ListReport:
    """The words of a file, as `read_list` reads them. Raises ValueError, one line, if it cannot be read."""
    source = source_of(path)
    data, size = [], 0
    try:
        with open_stored(source) as file:
            while (more := file.read(PIECE)) and not (limits and size > limits.bytes):
                data.append(more)
                size += len(more)
    except Exception as error:
        raise ValueError(problem_of(source, error)) from None
    return read_list(b"".join(data), source.name, options, limits)


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
        return f"{source.name}: expected text in {source.encoding}, got bytes that are not {source.encoding}"
    if isinstance(error, OSError) and error.strerror:
        return f"{source.name}: cannot be read ({error.strerror})"
    if isinstance(error, ValueError):
        return f"{source.name}: {error}"
    if not isinstance(error, READ_ERRORS) and not is_address(source.path):  # each kind of server has its own errors
        raise error
    return f"{source.name}: cannot be read ({error or type(error).__name__})"
