"""Read a whole list of words from a file, a pipe or an address; `report` reads what is in it.

Files too large for a list of words are counted by `analysis.large`, with `sources` and `pieces`.
"""

from __future__ import annotations

import csv
import lzma
import zipfile
import zlib
from pathlib import Path

from analysis.words.lists import Limits
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.pieces import PIECE, open_stored
from analysis.words.reading.report import ListReport, read_list
from analysis.words.reading.sources import is_address, reason_of

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
    data, size = [], 0
    try:
        with open_stored(str(path)) as file:
            while (more := file.read(PIECE)) and not (limits and size > limits.bytes):
                data.append(more)
                size += len(more)
    except Exception as error:
        raise ValueError(f"{path}: {problem_of(str(path), error)}") from None
    return read_list(b"".join(data), str(path), options, limits)


def problem_of(name: str, error: Exception) -> str:
    """What is wrong with a file, in one line. An error that does not come from the file is raised again."""
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read ({error.strerror})"
    if isinstance(error, ValueError):
        return str(error)
    if not isinstance(error, READ_ERRORS) and not is_address(name):  # each kind of server has its own errors
        raise error
    return f"cannot be read ({reason_of(error)})"
