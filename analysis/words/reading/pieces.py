"""Read a file of any size in small pieces, so that it needs little memory; and split it into parts.

A piece of plain lines is bytes, which `analysis.large` counts; other lists come as `Contents`. `sources` finds files.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

from analysis.words.reading.contents import (
    PARQUET,
    ROWS,
    Contents,
    begins_like_json,
    contents_of_lines,
    contents_of_parquet,
    contents_of_text,
)
from analysis.words.reading.decoding import BYTE_ORDER_MARK, BadLine, Recoded, decode, encoding_name, line_ends
from analysis.words.reading.guesses import HEAD
from analysis.words.reading.layout import Layout, layout_of_lines
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.sources import Source, is_address, is_web
from analysis.words.reading.unpacking import open_packed

PIECE = 1 << 19  # bytes: so small that a piece stays in the processor's cache
LONGEST_LINE = 8_000_000  # bytes


def parts_of(source: Source, options: ListFormat, block: int) -> list[tuple[int, int | None]]:
    """Where each part of a file starts and stops, in bytes; a part has about `block` bytes. (0, None): the whole file.

    >>> parts_of(Source("a.txt", "/a.txt", 25, ""), ListFormat(), 10)
    [(0, 10), (10, 20), (20, 25)]
    """
    size = source.size
    if size is None or size <= block or not (source.splits and options.each_line):
        return [(0, None)]
    return [(start, min(start + block, size)) for start in range(0, size, block)]


def read_part(source: Source, options: ListFormat, start: int, stop: int | None) -> Iterator[bytes | Contents]:
    """A part of a file, piece by piece: the bytes of plain lines, or else contents with their places in the file.

    Raises ValueError, one line without the name of the file, if it is not such a list; BadLine as `whole_lines` does.
    """
    with open_stored(source.path) as stored:
        file = open_packed(stored, source.packing) if source.packing else stored
        encoding = encoding_name(options.encoding or "utf-8")
        text = file if encoding == "utf-8" else Recoded(file, encoding)
        pieces: Iterator[bytes] = whole_lines(text, start, stop)
        first = next(pieces, b"") if start == 0 else b""
        if first.startswith(PARQUET):
            if source.packing:
                raise ValueError(f"expected .parquet, which is compressed inside, got {source.packing} around it")
            yield from contents_of_parquet(file, options)
            return
        pieces = chain([first], pieces) if first else pieces
        if first and begins_like_json(first, source.name):
            if stop is not None:
                raise ValueError("looks like JSON, which is read whole: it needs a name that ends in .json")
            yield contents_of_text(decode(b"".join(pieces)), source.name, options)
        else:
            layout = Layout()  # each line is a word
            if first:
                layout, notes = layout_of_lines(decode(first).split("\n", HEAD)[:HEAD], source.name, options)
                if notes:
                    yield Contents([], [], notes=notes)
            yield from pieces if layout.separator is None else contents_of_lines(_lines(pieces), layout, ROWS)


def open_stored(path: str) -> BinaryIO | Any:
    """A file as it is stored, open for reading. OSError if it cannot be opened."""
    if is_address(path):
        import fsspec

        whole = {"block_size": 0} if is_web(path) and not path.endswith((".parquet", ".zip")) else {}
        return fsspec.open(path, "rb", **whole).open()
    return open(path, "rb", buffering=0)


def _lines(pieces: Iterator[bytes]) -> Iterator[str]:
    """The lines of pieces, as text without their ends. BadLine for one that is not UTF-8, with its line in the file."""
    before = 0
    for piece in pieces:
        try:
            lines = decode(piece).split("\n")
        except BadLine as bad:
            raise BadLine(str(bad), before + bad.line) from None
        if not lines[-1]:
            lines.pop()
        yield from lines
        before += len(lines)


def whole_lines(file: BinaryIO | Any, start: int = 0, stop: int | None = None, piece: int = PIECE) -> Iterator[bytes]:
    """The lines that begin in [start, stop) of a file, in pieces.

    The parts of a file together give every line once. A byte-order mark at the start of the file is left out. Raises
    BadLine for a line of more than 8 MB, and for bytes that are not of the encoding; its `line` counts from the end of
    the last piece.

    >>> import io
    >>> list(whole_lines(io.BytesIO(b"emma\\nava\\nmia"), 2, 9))  # emma begins before, mia after
    [b'ava\\n']
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
                raise BadLine(f"expected a line of at most {LONGEST_LINE:,} bytes, got more", 1)
        if cut:
            yield rest[:cut].removeprefix(BYTE_ORDER_MARK if offset == 0 else b"")
            rest, offset = rest[cut:], offset + cut
        if ends:
            return
        try:
            more = file.read(piece)
        except BadLine as bad:
            raise BadLine(str(bad), line_ends(rest) + bad.line) from None
        if not more:
            if rest:
                yield rest.removeprefix(BYTE_ORDER_MARK if offset == 0 else b"")
            return
        rest += more
