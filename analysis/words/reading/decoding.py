"""Text from bytes: in UTF-8, or in an encoding that is named or guessed; with line feeds at the ends of lines."""

from __future__ import annotations

import codecs
from typing import Any, BinaryIO, TypeVar

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
Text = TypeVar("Text", str, bytes)


class BadLine(ValueError):
    """A line that is not text. `line` counts from 1 in the given data."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.line = line


def decode(data: bytes) -> str:
    """Bytes in UTF-8 as text, with line feeds at the ends of lines. Raises BadLine for a byte that is not UTF-8."""
    try:
        text = data.decode()
        bad = data.find(b"\0") if b"\0" in data and guess_encoding(data) else -1  # UTF-16 of English letters
    except UnicodeDecodeError as error:
        text, bad = "", error.start
    if bad < 0:
        return with_line_feeds(text, "\r", "\n")
    line = line_ends(data[:bad]) + 1
    guess = guess_encoding(data)
    hint = f" (the file may be in {guess}: --encoding {guess} reads it)" if guess else ""
    raise BadLine(f"expected UTF-8 text, got the byte 0x{data[bad]:02x}{hint}", line)


def guess_encoding(data: bytes) -> str | None:
    """The likely encoding of text that is not UTF-8; None if it does not look like text.

    >>> [guess_encoding("zoé".encode(name)) for name in ("latin-1", "utf-16")], guess_encoding(b"\\x89PNG\\x1a")
    (['windows-1252', 'utf-16'], None)
    """
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for odd, name in ((1, "utf-16-le"), (0, "utf-16-be")):  # every other byte of English letters is 0
        half = data[odd::2]
        if half.count(0) > len(half) / 2 and data[1 - odd :: 2].count(0) < len(half) / 10:
            return name
    controls = set(range(32)) - set(b"\t\n\r\f") | {0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D}  # not in Windows-1252
    return "windows-1252" if controls.isdisjoint(data) else None


def with_line_feeds(text: Text, carriage_return: Text, line_feed: Text) -> Text:
    """Text or bytes with a line feed at the end of every line, instead of carriage returns."""
    if carriage_return not in text:
        return text
    return text.replace(carriage_return + line_feed, line_feed).replace(carriage_return, line_feed)


def line_ends(data: bytes) -> int:
    """How many lines end in UTF-8 data, at line feeds or carriage returns.

    >>> line_ends(b"a\\r\\nb\\rc")
    2
    """
    return with_line_feeds(data, b"\r", b"\n").count(b"\n")


class Recoded:
    """An open file with text in another encoding, read as UTF-8. BadLine for bytes that are not of the encoding."""

    def __init__(self, file: BinaryIO | Any, encoding: str) -> None:
        self.file, self.encoding = file, encoding
        self.decoder = codecs.getincrementaldecoder(encoding)()

    def read(self, size: int) -> bytes:
        """The text of the next `size` bytes of the file; nothing at its end. The line of an error counts from here."""
        while data := self.file.read(size):
            if text := self._decoded(data):
                return text
        return self._decoded(b"")

    def _decoded(self, data: bytes) -> bytes:
        try:
            return self.decoder.decode(data, not data).encode()
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode(error.encoding, "ignore")
        except UnicodeError:  # of encodings such as idna, which do not say where
            before = ""
        raise BadLine(
            f"expected text in {self.encoding}, got bytes that are not {self.encoding}", line_ends(before.encode()) + 1
        )


def encoding_name(encoding: str) -> str:
    """The usual name of an encoding of text; ValueError for an unknown one.

    >>> encoding_name("UTF8"), encoding_name("latin-1")
    ('utf-8', 'iso8859-1')
    """
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError):
        found = None
    if found is None or not found._is_text_encoding:
        raise ValueError(f"expected an encoding, such as utf-16 or latin-1, got {encoding}")
    return found.name


def text_of(data: bytes, name: str, encoding: str | None = None, *, guess: bool = False) -> tuple[str, str]:
    """The text of bytes, with line feeds at its line ends, and its encoding: UTF-8 if none is given.

    With `guess`, text that is not UTF-8 is read in the encoding that it is likely to have. Raises ValueError, one line
    that names the likely encoding, if the bytes are not such text.
    """
    if encoding is None:
        try:
            return decode(data.removeprefix(BYTE_ORDER_MARK)), "utf-8"
        except BadLine as bad:
            encoding = guess_encoding(data) if guess else None
            if encoding is None:
                raise ValueError(f"{name}, line {bad.line}: {bad}") from None
    encoding = encoding_name(encoding)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = with_line_feeds(data[: error.start].decode(encoding, "ignore"), "\r", "\n").count("\n") + 1
        raise ValueError(
            f"{name}, line {line}: expected text in {encoding}, got bytes that are not {encoding}"
        ) from None
    except UnicodeError:  # of encodings such as idna, which do not say where
        raise ValueError(f"{name}: expected text in {encoding}, got bytes that are not {encoding}") from None
    return with_line_feeds(text.removeprefix("\ufeff"), "\r", "\n"), encoding
