"""Count the files of a corpus: one after the other, on threads, or on a cluster, with the same few functions.

Each part of a file is a task, and the results of tasks are added up as a tree (`tasks`). Dask runs them, on threads of
this machine or on the workers of a scheduler (`cluster`). A corpus of a few megabytes is counted without Dask.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from analysis.large.kernel import Pairs
from analysis.large.tasks import Sum, Task, add_files, add_parts, build_graph, close_file, count_task
from analysis.words.reading.list_format import ListFormat, no_word
from analysis.words.reading.pieces import parts_of
from analysis.words.reading.sources import Source

SMALL = 8_000_000  # bytes; for less, importing Dask would take longer than counting
BLOCK = 16_000_000  # bytes of a task; more if there would be too many tasks
MOST_TASKS = 20_000


class CountedFiles(NamedTuple):
    """What was counted, a line for each file that was skipped, and lines with notes for the user."""

    pairs: Pairs
    skipped: Sequence[str]
    notes: Sequence[str]


def count_sources(
    sources: Sequence[Source],
    options: ListFormat | None = None,
    *,
    skip: bool = False,
    cluster: str | None = None,
    progress: Callable[[Task], None] = lambda task: None,
    block: int = BLOCK,
) -> CountedFiles:
    """The pairs of all files. With `skip`, a file that cannot be counted is left out, with a line in `skipped`.

    `options` say how the files are read; they cannot be guessed.

    `cluster` is the address of a scheduler. `progress` is called with each finished task. Raises ValueError, one line,
    for the first file that cannot be counted, for a scheduler that does not answer, and if nothing is counted.
    """
    if not sources:
        raise ValueError("expected at least one file, got none")
    total = sum(source.size or 0 for source in sources)
    block = max(block, total // MOST_TASKS)
    options = options or ListFormat()
    tasks = [[Task(source, *part) for part in parts_of(source, options, block)] for source in sources]
    if cluster is None and total <= min(SMALL, block):
        keys, counts, skipped, notes = _run_here(tasks, vars(options), skip, progress)
    else:
        keys, counts, skipped, notes = _run(tasks, vars(options), skip, cluster, progress)
    if len(keys) == 0:
        raise ValueError(skipped[0] if skipped else no_word(sources[0].name, "line", ()))
    return CountedFiles(Pairs(keys, counts), skipped, notes)


def _run_here(tasks: list[list[Task]], options: dict[str, Any], skip: bool, progress: Callable[[Task], None]) -> Sum:
    """Run the tasks one after the other, without Dask."""
    files = []
    for file in tasks:
        parts = []
        for task in file:
            parts.append(count_task(vars(task.source), options, task.start, task.stop, skip))
            progress(task)
        files.append(close_file(file[0].source.name, options, skip, add_parts(parts)))
    return Sum(*add_files(files))


def _run(
    tasks: list[list[Task]],
    options: dict[str, Any],
    skip: bool,
    cluster: str | None,
    progress: Callable[[Task], None],
) -> Sum:
    """Let Dask run the tasks of each file."""
    try:
        import dask.threaded
        from dask.callbacks import Callback
    except ImportError as error:
        raise ValueError(f"a corpus of this size needs dask: pip install -r requirements.txt ({error})") from None
    if cluster is not None:
        from analysis.large.cluster import run_on_cluster

        return run_on_cluster(cluster, tasks, options, skip, progress)
    graph, done = build_graph(tasks, options, skip)

    def report(key: Any, *_: Any) -> None:
        if key in done:
            progress(done[key])

    with Callback(posttask=report):
        return Sum(*dask.threaded.get(graph, "total", num_workers=_cores()))


def _cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
