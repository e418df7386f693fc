"""The tasks of the engine: count a part of a file, add up results, and the graph that says which task needs which.

Tasks take and return plain values only, so a worker of a cluster needs numpy, and pyarrow for .parquet and .zst, but
not this project.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from analysis.large.kernel import CODE_BITS, NO_PAIRS, CountedPiece, Pairs, count_contents, count_lines, merge_pairs
from analysis.words.reading.decoding import BadLine
from analysis.words.reading.files import problem_of
from analysis.words.reading.list_format import LISTED, ListFormat, Refused, left_out, no_word, refusal
from analysis.words.reading.pieces import read_part
from analysis.words.reading.report import one_line
from analysis.words.reading.sources import Source, stamp_of

FAN = 16  # results that one task adds up


class Task(NamedTuple):
    """A part of a file: bytes from `start` to `stop`; `stop` None is the whole file."""

    source: Source
    start: int
    stop: int | None

    @property
    def size(self) -> int:
        """How many bytes the part has; 0 if that is not known."""
        return (self.source.size or 0) if self.stop is None else self.stop - self.start


class Part(NamedTuple):
    """What is in a part of a file. Tasks return it as a plain tuple.

    `keys` and `counts` as in Pairs. `lines`: how many lines end in the part. `refused`: the first refused lines, each a
    Refused as a plain tuple, their numbers counted from the start of the part; `total`: how many there are; `place` is
    "line", "row" or "item". `failure`: the line and why the part cannot be read; line 0 if it is not known.
    """

    keys: np.ndarray = NO_PAIRS.keys
    counts: np.ndarray = NO_PAIRS.counts
    lines: int = 0
    refused: Sequence[tuple[int, str, str, str]] = ()
    total: int = 0
    place: str = "line"
    notes: Sequence[str] = ()
    failure: tuple[int, str] | None = None


class Sum(NamedTuple):
    """The counts of whole files; a line for each file that is not counted, and lines with notes for the user."""

    keys: np.ndarray
    counts: np.ndarray
    problems: Sequence[str]
    notes: Sequence[str]


def count_task(
    source: dict[str, Any], options: dict[str, Any], start: int, stop: int | None, skip: bool
) -> tuple[Any, ...]:
    """Count one part of a file: a Part. `source` is a Source and `options` a ListFormat, each as a dictionary.

    What cannot be read is the `failure` of the part. At the start of a file, without `skip`, it ends the run at once:
    ValueError, one line.
    """
    file, wanted = Source(**source), ListFormat(**options)
    parts: list[Part] = []
    first = start == 0
    try:
        for found in read_part(file, wanted, start, stop):
            if isinstance(found, bytes):
                counted, place = count_lines(found, wanted, first=first), "line"
                first = False
            else:
                counted, place = count_contents(found, wanted), found.place
            parts.append(_part_of(counted, place))
            if len(parts) > FAN:
                parts = [Part(*add_parts(parts))]
        if stamp_of(file.path) != file.stamp:
            raise ValueError("changed while it was being counted")
    except Exception as error:
        line = error.line if isinstance(error, BadLine) else 0
        parts.append(Part(failure=(line, one_line(problem_of(file.name, error)))))
    part = Part(*add_parts(parts))
    if part.failure and start == 0 and not skip:
        raise ValueError(_failed(file.name, part.failure))
    return tuple(part)


def add_parts(results: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Parts of a file that follow each other as one Part."""
    parts = [Part(*result) for result in results]
    lines, notes = 0, list[str]()
    refused: list[tuple[int, str, str, str]] = []
    failure = None
    for part in parts:
        refused += [(one[0] + lines, *one[1:]) for one in part.refused[: LISTED - len(refused)]]
        if part.failure and not failure:
            failure = (part.failure[0] and part.failure[0] + lines, part.failure[1])
        notes += part.notes
        lines += part.lines
    merged = merge_pairs(Pairs(part.keys, part.counts) for part in parts)
    total, place = sum(part.total for part in parts), next((part.place for part in parts if part.refused), "line")
    return tuple(Part(*merged, lines, refused, total, place, notes, failure))


def close_file(name: str, options: dict[str, Any], skip: bool, result: tuple[Any, ...]) -> tuple[Any, ...]:
    """The Sum of one file, from its whole Part. If it has a problem, nothing of it is counted.

    Raises ValueError, one line, for a file with a problem; with `skip`, that line is in the Sum.
    """
    part, notes = Part(*result), [f"{name}: {note}" for note in result[Part._fields.index("notes")]]
    refused, problem = [Refused(*one) for one in part.refused], ""
    if part.failure:
        problem = _failed(name, part.failure)
    elif refused and not options["skip_bad_words"]:
        letters = [chr(code) for code in np.unique(part.keys >> CODE_BITS).tolist()]
        letters += [letter for one in refused for letter in one.text]
        problem = refusal(name, part.place, refused, part.total, letters)
    elif refused and len(part.keys) == 0:
        problem = no_word(name, part.place, refused)
    elif refused:
        notes.append(f"{name}, {left_out(part.place, refused, part.total)}")
    if problem and not skip:
        raise ValueError(problem)
    return tuple(Sum(*NO_PAIRS, [problem], []) if problem else Sum(part.keys, part.counts, [], notes))


def add_files(results: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    """The Sum of several files."""
    sums = [Sum(*result) for result in results]
    merged = merge_pairs(Pairs(one.keys, one.counts) for one in sums)
    problems, notes = ([line for one in sums for line in one[i]] for i in (2, 3))
    return tuple(Sum(*merged, problems, notes))


CALLS = (count_task, add_parts, close_file, add_files)


def build_graph(
    tasks: list[list[Task]], options: dict[str, Any], skip: bool, calls: Sequence[Any] = CALLS, prefix: str = ""
) -> tuple[dict[str, tuple], dict[str, Task]]:
    """Dask's graph, name -> call, whose "total" is the sum of all; and the task of each name that counts.

    `calls` are those of CALLS, or replacements for a cluster.
    """
    count, add_parts, close, add_files = calls
    graph: dict[str, tuple] = {}
    done: dict[str, Task] = {}

    def tree(names: list[str], name: str, add: Any) -> str:
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
            graph[name] = (count, vars(task.source), options, task.start, task.stop, skip)
        files.append(f"{prefix}file-{number}")
        name, whole = file[0].source.name, tree(counted, f"{prefix}part-{number}", add_parts)
        graph[files[-1]] = (close, name, options, skip, whole)
    graph[f"{prefix}total"] = (add_files, [tree(files, f"{prefix}sum", add_files)])
    return graph, done


def _part_of(counted: CountedPiece, place: str) -> Part:
    refused = [(one.line, one.text, one.reason, one.option) for one in counted.refused[:LISTED]]
    return Part(*counted.pairs, counted.lines, refused, len(counted.refused), place, counted.notes)


def _failed(name: str, failure: tuple[int, str]) -> str:
    """One line that says why a file cannot be read."""
    line, why = failure
    return f"{name}, line {line}: {why}" if line else f"{name}: {why}"
