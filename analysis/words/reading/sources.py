"""Find the files of a corpus from names, patterns and addresses, and how each is compressed.

Nothing is opened here: `pieces` opens files and reads lines, `columns` reads tables. Files on this machine need no
extra package; an address (s3://, https://, gs://) needs fsspec and its package for that kind of address.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from analysis.words.reading.unpacking import encoding_name

COMPRESSIONS = {".gz": "gzip", ".bz2": "bz2", ".zst": "zstd", ".xz": "xz", ".zip": "zip"}
TABLES = (".csv", ".parquet")
MAGIC = "*?["  # what makes a name a pattern


@dataclass(frozen=True)
class Source:
    """A file of a corpus.

    `name` is for messages, `path` for opening. `size`: bytes of the file as stored, None if not known. `stamp` changes
    when the file changes. `compression` is one of COMPRESSIONS or None. `columns`: in a table, the column of words (and
    the one of how often each occurs); () for plain lines. `weighted`: each word has a number, how often it occurs.
    """

    name: str
    path: str
    size: int | None
    stamp: str
    compression: str | None = None
    columns: tuple[str, ...] = ()
    weighted: bool = False
    encoding: str = "utf-8"
    splits: bool = True

    @property
    def splittable(self) -> bool:
        """True if the file can be read in parts: plain lines, and reading can start anywhere."""
        plain = not self.columns and self.compression is None and self.encoding == "utf-8"
        return plain and self.splits and self.size is not None


def find_sources(
    names: Sequence[str],
    columns: Sequence[str] = (),
    weighted: bool = False,
    skipped: list[str] | None = None,
    encoding: str = "utf-8",
) -> list[Source]:
    """The files of names, patterns and addresses, in order. ValueError, one line, for a name that is not a file.

    `columns` are for .csv and .parquet files; without them, a .csv file is read as plain lines. With a list `skipped`,
    that line is added to the list and no error is raised.
    """
    if columns and len(columns) != 1 + weighted:
        wanted = "a column of words and one of numbers" if weighted else "one column"
        raise ValueError(f"--column: expected {wanted}, got {' and '.join(columns)}")
    sources: dict[str, Source] = {}
    for name in names:
        try:
            for found in _remote(name) if is_address(name) else _local(name):
                if found.path in sources:
                    raise ValueError(f"{found.name}: is named twice, and would be counted twice")
                sources[found.path] = _packed(found, tuple(columns), weighted, encoding)
        except ValueError as error:
            if skipped is None:
                raise
            skipped.append(str(error))
    return list(sources.values())


def source_of(path: Path | str, columns: Sequence[str] = (), encoding: str = "utf-8") -> Source:
    """One file, pipe or address; the name is not read as a pattern. Raises ValueError as `find_sources` does.

    >>> source_of("names.csv.gz", ["name"]).compression
    'gzip'
    """
    return _packed(Source(str(path), str(path), None, ""), tuple(columns), False, encoding)


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


def _packed(source: Source, columns: tuple[str, ...], weighted: bool, encoding: str) -> Source:
    """The source with its compression (from the end of its name), columns and encoding, all checked."""
    *_, last = ["", *PurePath(source.path).suffixes]
    compression = COMPRESSIONS.get(last.lower())
    kind = PurePath(PurePath(source.path).stem if compression else source.path).suffix.lower()
    if columns and kind not in TABLES:
        raise ValueError(f"{source.name}: --column is for {' and '.join(TABLES)} files, got another")
    if kind == ".parquet" and compression:
        raise ValueError(f"{source.name}: expected a .parquet file, which is compressed inside, got {last} around it")
    encoding = encoding_name(encoding)
    return replace(source, compression=compression, columns=columns, weighted=weighted, encoding=encoding)


def _local(name: str) -> list[Source]:
    paths = [name]
    if not os.path.exists(name) and any(sign in name for sign in MAGIC):
        paths = sorted(path for path in glob.glob(name, recursive=True) if not os.path.isdir(path))
        if not paths:
            raise ValueError(f"{name}: expected files, got a pattern that no file matches")
    sources = []
    for path in paths:
        try:
            found = os.stat(path)
        except (OSError, ValueError) as error:
            raise ValueError(f"{path}: cannot be read ({getattr(error, 'strerror', error)})") from None
        if stat.S_ISDIR(found.st_mode):
            raise ValueError(f"{path}: cannot be read (it is a folder; '{os.path.join(path, '*')}' are its files)")
        if not stat.S_ISREG(found.st_mode):
            raise ValueError(f"{path}: cannot be read (expected a file, got a pipe or a device)")
        sources.append(Source(path, os.path.abspath(path), found.st_size, f"{found.st_size} {found.st_mtime_ns}"))
    return sources


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
        gone = isinstance(error, FileNotFoundError)
        why = "no such file, or no answer" if gone else str(error) or type(error).__name__
        raise ValueError(f"{name}: cannot be read ({why})") from None
    files = [info for info in infos if info.get("type") != "directory"]
    if not files:
        got = "a pattern that no file matches" if pattern else "a folder"
        raise ValueError(f"{name}: expected files, got {got}")
    return [_from_info(system.unstrip_protocol(info["name"]), info) for info in files]


def _from_info(address: str, info: dict[str, Any]) -> Source:
    return Source(address, address, info.get("size"), _stamp(info), splits=not is_web(address))


def _stamp(info: dict[str, Any]) -> str:
    return " ".join(str(info.get(key)) for key in ("size", "ETag", "etag", "mtime", "LastModified", "Last-Modified"))
