"""Packed files: how a file is packed (from its first bytes), and what is in it."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from typing import Any, BinaryIO

from analysis.words.lists import Limits

PIECE = 1 << 18  # bytes unpacked at a time, so that a file that grows without end stops at the limit
PACKED = {  # the first bytes of a packed file, and how its name ends
    b"\x1f\x8b": ".gz",
    b"BZh": ".bz2",
    b"\x28\xb5\x2f\xfd": ".zst",
    b"\xfd7zXZ\x00": ".xz",
    b"PK\x03\x04": ".zip",
    b"PK\x05\x06": ".zip",  # an empty one
}


def packing_of(data: bytes, name: str) -> str | None:
    """How a file is packed, ".gz" and so on, from its first bytes; None if it is not.

    Raises ValueError, one line, if its name ends as that of a packed file does, but its content is not packed.
    """
    if kind := next((kind for magic, kind in PACKED.items() if data.startswith(magic)), None):
        return kind
    if ending := packed_ending(name):
        raise ValueError(f"{name}: cannot be read (its name ends in {ending}, but its content is not packed that way)")
    return None


def packed_ending(name: str) -> str | None:
    """The ending of a packed file's name, such as ".gz"; None for another name."""
    return next((kind for kind in PACKED.values() if name.lower().endswith(kind)), None)


def kind_of(name: str) -> str:
    """The ending of a file name, without that of the packing: ".csv" for "a.CSV.gz"."""
    name = name.lower().removesuffix(packed_ending(name) or "")
    return name[name.rfind(".") :] if "." in name else ""


def unpack(data: bytes, name: str, limits: Limits | None = None) -> bytes:
    """The content of packed data, whose first bytes tell how it is packed; other data as they are.

    Raises ValueError, one line, if it cannot be unpacked, or if there are more bytes than the limit before or after.
    """
    kind = packing_of(data, name)
    most = limits.bytes if limits else None
    unpacked = bytearray()
    try:
        file = open_packed(io.BytesIO(data), kind) if kind and not (most and len(data) > most) else None
        while file and (piece := file.read(PIECE)) and not (most and len(unpacked) > most):
            unpacked += piece
    except (OSError, EOFError, ValueError, RuntimeError, NotImplementedError) as error:
        raise ValueError(f"{name}: cannot be unpacked ({error})") from None
    except (lzma.LZMAError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError(f"{name}: cannot be unpacked ({error})") from None
    if most and max(len(data), len(unpacked)) > most:
        raise ValueError(f"{name}: expected at most {most:,} bytes, got more")
    return bytes(unpacked) if kind else data


def open_packed(file: BinaryIO | Any, kind: str) -> BinaryIO | Any:
    """The content of an open packed file, open too."""
    if kind == ".zip":
        return _only_member(file)
    if kind == ".zst":
        import pyarrow

        return pyarrow.CompressedInputStream(pyarrow.PythonFile(file, mode="r"), "zstd")
    if kind == ".gz":
        return gzip.open(file)
    return bz2.open(file) if kind == ".bz2" else lzma.open(file)


def _only_member(file: Any) -> Any:
    """The one file in a .zip, open; ValueError for none, several, or one with a password."""
    packed = zipfile.ZipFile(file)
    members = [member for member in packed.infolist() if not member.is_dir()]
    if len(members) != 1:
        raise ValueError(f"expected one file in the .zip, got {len(members):,}")
    if members[0].flag_bits & 1:
        raise ValueError("expected a .zip without a password, got one with a password")
    return packed.open(members[0])
