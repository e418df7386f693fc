"""The progress of counting a large corpus, on standard error: files, MB, MB per second, time left."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.commands.printing import note, some

if TYPE_CHECKING:
    from analysis.large.tasks import Task
    from analysis.words.reading.sources import Source

SHOWN = 8_000_000  # bytes; less is counted too fast for a bar


class Bar:
    """A progress bar inside `with`, only on a terminal. Afterwards `sum_up` prints one line, on any output."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.files, self.bytes = len(sources), sum(source.size or 0 for source in sources)
        self.left = Counter({source.path: source.size or 0 for source in sources})
        self.started, self.took = time.perf_counter(), 0.0
        self.bar: Any = None

    def __enter__(self) -> Bar:
        if self.bytes > SHOWN and sys.stderr is not None and sys.stderr.isatty():
            from rich import progress
            from rich.console import Console

            self.bar = progress.Progress(
                progress.TextColumn("{task.description}"),
                progress.BarColumn(),
                progress.DownloadColumn(),
                progress.TransferSpeedColumn(),
                progress.TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self.bar.start()
            self.bar.add_task(self.described(), total=self.bytes)
        return self

    def advance(self, task: Task) -> None:
        """One more task is done."""
        self.left[task.source.path] -= task.size
        if self.bar is not None:
            self.bar.update(self.bar.task_ids[0], advance=task.size, description=self.described())

    def described(self) -> str:
        """How many files are done."""
        done = sum(size <= 0 for size in self.left.values())
        return f"{done:,} of {some(self.files, 'file')}"

    def __exit__(self, *_: object) -> None:
        self.took = time.perf_counter() - self.started
        if self.bar is not None:
            self.bar.stop()

    def sum_up(self) -> None:
        """Print how much was read and how fast, unless it was very little."""
        if self.bytes > SHOWN:
            speed = f"{self.bytes / 1e6 / self.took:,.0f} MB a second"
            note(f"{some(self.files, 'file')}, {self.bytes / 1e6:,.1f} MB in {self.took:,.1f} s: {speed}")
