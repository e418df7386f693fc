"""The tasks of the engine: count a part of a file, add up results, and the graph that says which task needs which.

Tasks take and return plain values only, so a worker of a cluster needs numpy and pyarrow, but not this project.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.large.kernel import NO_PAIRS, Pairs, count_lines, merge_pairs
from analysis.large.weights import count_batch, count_weighted_lines
from analysis.words.lists import BadLine
from analysis.words.reading.columns import read_columns
from analysis.words.reading.files import place_of, problem_of
from analysis.words.reading.layout import looks_like
from analysis.words.reading.pieces import open_source, whole_lines
from analysis.words.reading.sources import Source, stamp_of

FAN = 16  # results that one task adds up
SHOWN, LINES = 20_000, 100  # bytes and lines of a file that are looked at


class Task(NamedTuple):
    """A part of a file: bytes from `start` to `stop`; `stop` None is the whole file."""

    source: Source
    start: int
    stop: int | None

    @property
    def size(self) -> int:
        """How many bytes the part has; 0 if that is not known."""
        return (self.source.size or 0) if self.stop is None else self.stop - self.start


Result = tuple  # keys and counts, as in Pairs, and a list of problems, one line each


def count_task(source: dict[str, Any], start: int, stop: int | None, skip: bool) -> Result:
    """Count one part of a file; `source` is a Source as a dictionary. ValueError, one line, if that fails.

    With `skip`, the result has that line, and no error is raised.
    """
    file = Source(**source)
    try:
        pairs = _count_file(file, start, stop)
        if stamp_of(file.path) != file.stamp:
            raise ValueError("changed while it was being counted")
    except Exception as error:
        problem = problem_of(file, error)
    else:
        return (*pairs, [])
    if not skip:
        raise ValueError(problem)
    return (*NO_PAIRS, [problem])


def add_results(results: Sequence[Result]) -> Result:
    """The sum of results, and all their problems."""
    return (*merge_pairs(Pairs(*result[:2]) for result in results), [line for *_, lines in results for line in lines])


def close_file(result: Result) -> Result:
    """The result of a whole file: if one of its parts has a problem, nothing of the file is counted."""
    return (*NO_PAIRS, result[2][:1]) if result[2] else result


def build_graph(
    tasks: list[list[Task]], skip: bool, count: Any, close: Any, add: Any, prefix: str = ""
) -> tuple[dict[str, tuple], dict[str, Task]]:
    """Dask's graph, name -> call, whose "total" is the sum of all; and the task of each name that counts.

    `count`, `close` and `add` are `count_task`, `close_file` and `add_results`, or replacements for a cluster.
    """
    graph: dict[str, tuple] = {}
    done: dict[str, Task] = {}

    def tree(names: list[str], name: str) -> str:
        level = 0
        while len(names) > 1:
            level += 1
            groups = [names[i : i + FAN] for i in range(0, len(names), FAN)]
            names = [f"{name}-{level}-{i}" for i in range(len(groups))]
            graph.update({new: (add, group) for new, group in zip(names, groups, strict=True)})
        return names[0]

    files = []
    for number, file in enumerate(tasks):
        counted = [f"{prefix}count-{number}-{task.start}" for task in file]
        done.update(zip(counted, file, strict=True))
        for name, task in zip(counted, file, strict=True):
            graph[name] = (count, vars(task.source), task.start, task.stop, skip)
        files.append(f"{prefix}file-{number}")
        graph[files[-1]] = (close, tree(counted, f"{prefix}part-{number}"))
    graph[f"{prefix}total"] = (add, [tree(files, f"{prefix}sum")])
    return graph, done


def refuse_table(piece: bytes) -> None:
    """Raise ValueError, one line, if a file looks like a table: its separators would be counted as letters."""
    lines = piece[:SHOWN].decode("utf-8", "ignore").splitlines()[:LINES]
    if looks := looks_like(lines):
        raise ValueError(f"looks like {looks}")


def _count_file(source: Source, start: int, stop: int | None) -> Pairs:
    found: list[Pairs] = []
    place = 0
    try:
        if ".parquet" in source.path.lower() and not source.columns:
            raise ValueError("expected --column with the name of the column of the words")
        if source.columns:
            for batch in read_columns(source):
                found = [merge_pairs([*found, count_batch(batch)])]
                place += len(batch)
        else:
            count = count_weighted_lines if source.weighted else count_lines
            with open_source(source) as file:
                for place, piece in whole_lines(file, start, stop):
                    if place == 0 and not source.weighted:
                        refuse_table(piece)
                    found.append(count(piece))
                    if len(found) > FAN:
                        found = [merge_pairs(found)]
    except BadLine as bad:
        if start:
            _count_file(source, 0, start)  # an earlier bad line is reported first
        raise ValueError(place_of(source, place, bad)) from None
    return merge_pairs(found)
