"""The part of `benchmark` for large files: our count compared with a loop with a Counter, and with `wc -m`."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from analysis.words.vocabulary import BOUNDARY

QUICK, WHOLE = 2_000_000, 20_000_000  # bytes of the file


def count_with_counter(path: Path, boundary: str = BOUNDARY) -> Counter[tuple[str, str]]:
    """Count the pairs of a file in the simplest way: line by line, with a Counter of neighbours."""
    counts: Counter[tuple[str, str]] = Counter()
    with path.open(encoding="utf-8") as file:
        for line in file:
            counts.update(pairwise(f"{boundary}{line.strip()}{boundary}"))
    return counts


def write_words(path: Path, words: Sequence[str], size: int) -> int:
    """Write the words again and again to a file of about `size` bytes; returns the size."""
    text = "".join(f"{word}\n" for word in words).encode()
    with path.open("wb") as file:
        for _ in range(max(1, size // len(text))):
            file.write(text)
    return path.stat().st_size


def large_file_loops(
    words: Sequence[str], boundary: str, *, quick: bool
) -> Iterator[tuple[str, Callable[[], object], Callable[[], object]]]:
    """What is done, each other way, and ours, on one file in a folder that is there until the next is asked for.

    `wc -m` counts only the characters of the file, not its pairs; it is left out if it is not installed.
    """
    from analysis.large.engine import count_sources
    from analysis.words.reading.list_format import ListFormat
    from analysis.words.reading.sources import find_sources

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.txt"
        size = write_words(path, words, QUICK if quick else WHOLE)
        what = f"count {size / 1e6:,.1f} MB in a file"
        environment = os.environ | {"LC_ALL": "C.UTF-8"}

        def ours() -> object:
            return count_sources(find_sources([str(path)]), ListFormat(boundary=boundary))

        def wc() -> object:
            return subprocess.run(["wc", "-m", str(path)], check=True, capture_output=True, env=environment)

        yield f"{what}, and a Counter", lambda: count_with_counter(path, boundary), ours
        if shutil.which("wc"):
            yield f"{what}, and wc -m", wc, ours
