"""Find the files of a corpus from names, patterns and addresses, and how each is packed.

`pieces` opens files and reads lines. Files on this machine need no extra package; an address (s3://, https://, gs://)
needs fsspec and its package for that kind of address.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analysis.words.reading.contents import begins_whole
from analysis.words.reading.unpacking import packed_ending, packing_of

MAGIC = "*?["  # what makes a name a pattern
FIRST = 64  # bytes that are looked at


@dataclass(frozen=True)
class Source:
    """A file of a corpus.

    `name` is for messages, `path` for opening. `size`: bytes of the file as stored, None if not known. `stamp` changes
    when the file changes. `packing`: ".gz" or another ending of PACKED, or None. `splits`: False if the file can only
    be read from its start.
    """

    name: str
    path: str
    size: int | None
    stamp: str
    packing: str | None = None
    splits: bool = True


def find_sources(names: Sequence[str], skipped: list[str] | None = None) -> list[Source]:
    """The files of names, patterns and addresses, in order. ValueError, one line, for a name that is not a file.

    With a list `skipped`, that line is added to the list and no error is raised.
    """
    sources: dict[str, Source] = {}

    def refuse(error: ValueError) -> None:
        if skipped is None:
            raise error
        skipped.append(str(error))

    for name in names:
        try:
            found = _remote(name) if is_address(name) else _matching(name)
        except ValueError as error:
            refuse(error)
            continue
        for one in found:
            try:
                source = _local(one) if isinstance(one, str) else one
                if source.path in sources:
                    raise ValueError(f"{source.name}: is named twice, and would be counted twice")
                sources[source.path] = source
            except ValueError as error:
                refuse(error)
    return list(sources.values())


def is_address(name: str) -> bool:
    """True if a name is an address, such as s3://names/a.txt, and not a file on this machine."""
    return "://" in name


def is_web(name: str) -> bool:
    """True for the address of a web server: many of them can send a file only from its start."""
    return name.startswith(("http://", "https://"))


def stamp_of(path: str) -> str:
    """A text that changes when the file changes: its size and time, or what its server says. OSError if it is gone."""
    if is_address(path):
        system, place = _system(path)
        system.invalidate_cache()
        return _stamp(system.info(place))
    found = os.stat(path)
    return f"{found.st_size} {found.st_mtime_ns}"


def reason_of(error: Exception) -> str:
    """Why an address cannot be read. fsspec's FileNotFoundError says only the address itself."""
    return "no such file, or no answer" if isinstance(error, FileNotFoundError) else str(error) or type(error).__name__


def _matching(name: str) -> list[str]:
    """The path itself, or those that match it as a pattern."""
    if os.path.exists(name) or not any(sign in name for sign in MAGIC):
        return [name]
    paths = sorted(path for path in glob.glob(name, recursive=True) if not os.path.isdir(path))
    if not paths:
        raise ValueError(f"{name}: expected files, got a pattern that no file matches")
    return paths


def _local(path: str) -> Source:
    try:
        found = os.stat(path)
        if stat.S_ISDIR(found.st_mode):
            raise ValueError(f"it is a folder; '{os.path.join(path, '*')}' are its files")
        if not stat.S_ISREG(found.st_mode):
            raise ValueError("expected a file, got a pipe or a device")
        with open(path, "rb") as file:
            first = file.read(FIRST)
    except (OSError, ValueError) as error:
        raise ValueError(f"{path}: cannot be read ({getattr(error, 'strerror', error)})") from None
    packing = packing_of(first, path)
    splits = packing is None and not begins_whole(first, path)
    return Source(path, os.path.abspath(path), found.st_size, f"{found.st_size} {found.st_mtime_ns}", packing, splits)


def _system(name: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it. ValueError, one line, if it cannot be opened."""
    try:
        from fsspec.core import url_to_fs

        return url_to_fs(name)
    except ImportError as error:
        raise ValueError(f"{name}: needs a package that is not installed ({error})") from None
    except ValueError as error:
        raise ValueError(f"{name}: cannot be read ({error})") from None


def _remote(name: str) -> list[Source]:
    system, place = _system(name)
    try:
        pattern = "*" in place or "[" in place  # not "?", which is part of many addresses
        infos = [system.info(path) for path in sorted(system.glob(place))] if pattern else [system.info(place)]
    except Exception as error:  # each kind of server has its own errors
        raise ValueError(f"{name}: cannot be read ({reason_of(error)})") from None
    files = [info for info in infos if info.get("type") != "directory"]
    if not files:
        got = "a pattern that no file matches" if pattern else "a folder"
        raise ValueError(f"{name}: expected files, got {got}")
    return [_from_info(system.unstrip_protocol(info["name"]), info) for info in files]


def _from_info(address: str, info: dict[str, Any]) -> Source:
    """A file at an address, with its packing from its name: it is not opened here."""
    packing = packed_ending(address)
    splits = packing is None and not is_web(address) and not begins_whole(b"", address)
    return Source(address, address, info.get("size"), _stamp(info), packing, splits)


def _stamp(info: dict[str, Any]) -> str:
    return " ".join(str(info.get(key)) for key in ("size", "ETag", "etag", "mtime", "LastModified", "Last-Modified"))
