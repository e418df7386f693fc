"""What the commands print: rich tables for people, exact JSON for programs, one line for an error."""

from __future__ import annotations

import json
import math
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


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


def print_table(title: str, columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """A table for people: the first column as text, the others as right-aligned numbers."""
    table = Table(title=escape(title), title_justify="left", title_style="bold")
    for i, column in enumerate(columns):
        table.add_column(escape(column), justify="left" if i == 0 else "right")
    for row in rows:
        table.add_row(*(escape(str(cell)) for cell in row))
    out.print(table)


def print_line(text: str) -> None:
    """A line for people."""
    out.print(escape(text), soft_wrap=True)


def note(text: str) -> None:
    """Progress and warnings, on standard error."""
    err.print(escape(text), soft_wrap=True)


def write_file(path: Path, text: str) -> None:
    """Write a text file whole or not at all. Raises ValueError, one line, if it cannot be written."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError as error:
        raise ValueError(f"{path}: cannot be written ({error.strerror})") from None
