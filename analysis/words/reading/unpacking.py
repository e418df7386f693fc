"""The text of a list that is in memory as bytes: unpacked and decoded. `pieces` does so for large files."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import zipfile
import zlib
from typing import Any

from analysis.words.lists import BYTE_ORDER_MARK, BadLine, Limits, decode, guess_encoding, with_line_feeds

PIECE = 1 << 18  # bytes unpacked at a time, so that a file that grows without end stops at the limit
PACKED = {  # the first bytes of a packed file, and how its name ends
    b"\x1f\x8b": ".gz",
    b"BZh": ".bz2",
    b"\x28\xb5\x2f\xfd": ".zst",
    b"\xfd7zXZ\x00": ".xz",
    b"PK\x03\x04": ".zip",
    b"PK\x05\x06": ".zip",  # an empty one
}


def unpack(data: bytes, name: str, limits: Limits | None = None) -> bytes:
    """The content of packed data, whose first bytes tell how it is packed; other data as they are.

    Raises ValueError, one line, if it cannot be unpacked, or if there are more bytes than the limit before or after.
    """
    kind = next((kind for magic, kind in PACKED.items() if data.startswith(magic)), None)
    ending = next((kind for kind in PACKED.values() if name.lower().endswith(kind)), None)
    if ending and not kind:
        raise ValueError(f"{name}: cannot be read (its name ends in {ending}, but its content is not packed that way)")
    most = limits.bytes if limits else None
    unpacked = bytearray()
    try:
        file = _open(kind, data) if kind and not (most and len(data) > most) else None
        while file and (piece := file.read(PIECE)) and not (most and len(unpacked) > most):
            unpacked += piece
    except (OSError, EOFError, ValueError, RuntimeError, NotImplementedError) as error:
        raise ValueError(f"{name}: cannot be unpacked ({error})") from None
    except (lzma.LZMAError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError(f"{name}: cannot be unpacked ({error})") from None
    if most and max(len(data), len(unpacked)) > most:
        raise ValueError(f"{name}: expected at most {most:,} bytes, got more")
    return bytes(unpacked) if kind else data


def _open(kind: str, data: bytes) -> Any:
    file = io.BytesIO(data)
    if kind == ".zip":
        return only_member(file)
    if kind == ".zst":
        import pyarrow

        return pyarrow.CompressedInputStream(pyarrow.BufferReader(data), "zstd")
    return gzip.GzipFile(fileobj=file) if kind == ".gz" else {".bz2": bz2.BZ2File, ".xz": lzma.LZMAFile}[kind](file)


def only_member(file: Any) -> Any:
    """The one file in a .zip, open; ValueError for none, several, or one with a password."""
    packed = zipfile.ZipFile(file)
    members = [member for member in packed.infolist() if not member.is_dir()]
    if len(members) != 1:
        raise ValueError(f"expected one file in the .zip, got {len(members):,}")
    if members[0].flag_bits & 1:
        raise ValueError("expected a .zip without a password, got one with a password")
    return packed.open(members[0])


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
