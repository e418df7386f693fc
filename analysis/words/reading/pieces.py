"""Read a file in small pieces of whole lines, so that a large file needs little memory; and split it into parts.

`sources` finds files; `columns` reads the rows of tables.
"""

from __future__ import annotations

import codecs
import lzma
from collections.abc import Iterator
from typing import Any, BinaryIO

from analysis.words.lists import BYTE_ORDER_MARK, BadLine
from analysis.words.reading.sources import Source, is_address, is_web
from analysis.words.reading.unpacking import only_member

PIECE = 1 << 19  # bytes: so small that a piece stays in the processor's cache
LONGEST_LINE = 8_000_000  # bytes


def parts_of(source: Source, block: int) -> list[tuple[int, int | None]]:
    """Where each part of a file starts and stops, in bytes; a part has about `block` bytes. (0, None): the whole file.

    >>> parts_of(Source("a.txt", "/a.txt", 25, ""), 10)
    [(0, 10), (10, 20), (20, 25)]
    """
    size = source.size
    if size is None or not source.splittable or size <= block:
        return [(0, None)]
    return [(start, min(start + block, size)) for start in range(0, size, block)]


def open_source(source: Source) -> BinaryIO | Any:
    """The file, open for reading, unpacked and decoded to UTF-8 on the way. OSError if it cannot be opened."""
    file = _unpacked(source)
    if source.encoding == "utf-8" or ".parquet" in source.path.lower():
        return file
    return codecs.EncodedFile(file, "utf-8", source.encoding)


def open_stored(source: Source) -> BinaryIO | Any:
    """The file as it is stored, open for reading. OSError if it cannot be opened."""
    if is_address(source.path):
        import fsspec

        whole = {"block_size": 0} if is_web(source.path) and not source.path.endswith((".parquet", ".zip")) else {}
        return fsspec.open(source.path, "rb", **whole).open()
    return open(source.path, "rb", buffering=0 if source.splittable else -1)


def _unpacked(source: Source) -> BinaryIO | Any:
    file = open_stored(source)
    if source.compression is None:
        return file
    if source.compression == "xz":
        return lzma.open(file)
    if source.compression == "zip":
        return only_member(file)
    import pyarrow

    return pyarrow.CompressedInputStream(pyarrow.PythonFile(file, mode="r"), source.compression)


def whole_lines(
    file: BinaryIO, start: int = 0, stop: int | None = None, piece: int = PIECE
) -> Iterator[tuple[int, bytes]]:
    """The lines that begin in [start, stop) of a file, in pieces: (where the piece begins in the file, its bytes).

    The parts of a file together give every line once. A byte-order mark at the start of the file is left out. Raises
    BadLine for a line of more than 8 MB; its `position` is where the line begins in the file.

    >>> import io
    >>> list(whole_lines(io.BytesIO(b"emma\\nava\\nmia"), 2, 9))  # emma begins before, mia after
    [(5, b'ava\\n')]
    """
    rest, offset = b"", start
    if start:
        file.seek(start - 1)
        offset = start - 1
        while not (cut := (rest := file.read(piece)).find(b"\n") + 1):  # skip the line that began before `start`
            offset += len(rest)
            if not rest or (stop is not None and offset >= stop):
                return
        rest, offset = rest[cut:], offset + cut
    while stop is None or offset < stop:
        cut, ends = rest.rfind(b"\n") + 1, False
        if stop is not None and offset + len(rest) >= stop and (last := rest.find(b"\n", stop - 1 - offset) + 1):
            cut, ends = last, True
        if not cut and len(rest) > LONGEST_LINE:
            cut = rest.rfind(b"\r", 0, -1) + 1  # the line ends of some old files
            if not cut:
                raise BadLine(f"expected a line of at most {LONGEST_LINE:,} bytes, got more", 1, offset)
        if cut:
            yield offset, rest[:cut].removeprefix(BYTE_ORDER_MARK if offset == 0 else b"")
            rest, offset = rest[cut:], offset + cut
        if ends:
            return
        if not (more := file.read(piece)):
            if rest:
                yield offset, rest.removeprefix(BYTE_ORDER_MARK if offset == 0 else b"")
            return
        rest += more


def lines_before(file: BinaryIO, position: int, piece: int = PIECE) -> int:
    """How many lines end in the first `position` bytes of a file, read from its start.

    >>> import io
    >>> lines_before(io.BytesIO(b"a\\r\\nb\\rc\\n"), 5)
    2
    """
    lines, last = 0, b""
    while position > 0 and (data := file.read(min(piece, position))):
        lines += data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")
        lines -= last == b"\r" and data.startswith(b"\n")
        position, last = position - len(data), data[-1:]
    return lines
