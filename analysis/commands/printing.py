"""What the commands print: rich tables for people, exact JSON for programs, one line for an error."""

from __future__ import annotations

import json
import math
import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.markup import escape
from rich.table import Table as RichTable


class _Console(Console):
    """Rich's console, but if its reader ends (`| head`), it raises BrokenPipeError, and the command ends quietly."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


out = _Console(highlight=False, emoji=False)
LONGEST = 500  # characters of a line on standard error


def to_json(value: Any) -> str:
    """JSON with every float in full; infinity, which JSON lacks, as "inf" or "-inf".

    >>> to_json({"nll": float("inf"), "letters": [0.1]})
    '{"nll": "inf", "letters": [0.1]}'
    """
    return json.dumps(_finite(value), ensure_ascii=False, allow_nan=False)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return str(value) if isinstance(value, float) and math.isinf(value) else value


def print_json(value: Any) -> None:
    """One line of JSON on standard output."""
    print(to_json(value))


class Table(NamedTuple):
    """A table for people: the first column is text (never broken if `whole`), the others are right-aligned numbers."""

    title: str
    columns: Iterable[str]
    rows: Iterable[Iterable[object]]
    whole: bool = False


def print_answer(json: bool, keys: Any, people: Iterable[str | Table]) -> None:
    """Print the exact keys as JSON; or the lines and tables that people read, which are made only then."""
    if json:
        print_json(keys)
        return
    for one in people:
        print_line(one) if isinstance(one, str) else print_table(*one)


def print_table(title: str, columns: Iterable[str], rows: Iterable[Iterable[object]], whole: bool = False) -> None:
    """Print a `Table`. A text that is too wide continues on the next line: no digit is left out."""
    table = RichTable(title=escape(title), title_justify="left", title_style="bold")
    for i, column in enumerate(columns):
        justify, unbroken = ("left", whole) if i == 0 else ("right", False)
        table.add_column(escape(column), justify=justify, no_wrap=unbroken, overflow="fold")  # type: ignore[arg-type]
    for row in rows:
        table.add_row(*(escape(str(cell)) for cell in row))
    out.print(table)


def print_line(text: str) -> None:
    """A line for people."""
    print(text)


def note(text: str) -> None:
    """Print progress, a warning or an error: one line on standard error; nothing if that is closed or full."""
    if sys.stderr is None:
        return
    try:
        print(shorten(text), file=sys.stderr, flush=True)
    except OSError:
        with suppress(OSError):  # so that Python does not try to write it again when it ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def shorten(text: str) -> str:
    """A text as one line. A very long one is cut in the middle, because the end often says what is wrong.

    >>> shorten("a\\nb"), len(shorten("a" * 5000))
    ('a b', 500)
    """
    line = " ".join(text.split())
    half = (LONGEST - len(" ... ")) // 2
    return line if len(line) <= LONGEST else f"{line[:half]} ... {line[-half - 1 :]}"


def some(count: int, noun: str) -> str:
    """A number of things: "1 word", "32,033 words"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def or_dash(value: float | None, form: str, dash: str = "–") -> str:
    """A number in a format, or a dash for None.

    >>> or_dash(2.5, ".2f"), or_dash(None, ".2f")
    ('2.50', '–')
    """
    return dash if value is None else format(value, form)


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file completely or not at all; if `path` is a link, the file that it points to.

    Raises ValueError, one line, if it cannot be written, or if it exists and is not an ordinary file.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise ValueError(f"{path}: expected the name of a file, got a folder or a device")
        temporary = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            temporary.write_bytes(content.encode() if isinstance(content, str) else content)
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise ValueError(f"{path}: cannot be written ({error.strerror})") from None
