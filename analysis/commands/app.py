"""The command line: python -m analysis COMMAND. Tables for people, --json for programs.

Bad input is one line on standard error and exit status 2.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import typer

from analysis.commands import (
    baselines,
    benchmark,
    climbing,
    comparing,
    corpus,
    counting,
    drawing,
    ladder_training,
    languages,
    learning,
    normalizing,
    nudging,
    publishing,
    sampling,
    scoring,
    smoothing,
)
from analysis.commands.options import for_typer
from analysis.commands.printing import note
from analysis.words.names import WordsMissing

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help=__doc__, rich_markup_mode=None)
COMMANDS: dict[str, Callable[..., Any]] = {
    "corpus": corpus.corpus,
    "bigrams": counting.bigrams,
    "normalize": normalizing.normalize,
    "score": scoring.score,
    "nudge": nudging.nudge,
    "smooth": smoothing.smooth,
    "sample": sampling.sample,
    "baselines": baselines.baselines,
    "draws": drawing.draws,
    "languages": languages.languages,
    "train": learning.train,
    "compare": comparing.compare,
    "ladder": climbing.ladder,
    "published": publishing.published,
    "benchmark": benchmark.benchmark,
}
for name, command in COMMANDS.items():
    if command is not climbing.ladder:
        app.command(name)(for_typer(command))
        continue
    group = typer.Typer(rich_markup_mode=None)  # ladder alone, and ladder train
    group.callback(invoke_without_command=True)(for_typer(command))
    group.command("train")(for_typer(ladder_training.ladder_train))
    app.add_typer(group, name=name)
COMMAND = typer.main.get_command(app)


def run(arguments: list[str]) -> int:
    """Run a command. Exit status: 0, or 2 for bad input, with one line on standard error."""
    if sys.stdout is None:
        return refuse("cannot print: standard output is closed")
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and (stream.encoding or "").lower() != "utf-8":
            # for letters with accents and the lines of tables, which pipes on Windows do not have
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        status = COMMAND(with_values(arguments) or ["--help"], prog_name="python -m analysis", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # otherwise Python reports the error again when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (typer.TyperException, ValueError, OSError, MemoryError, WordsMissing) as error:
        return refuse(in_words(error))
    except typer.Abort:
        return 130
    return status if isinstance(status, int) else 0


def with_values(arguments: list[str]) -> list[str]:
    """The arguments, with an empty value for --weights if it has none: before another option, a file, or at the end.

    >>> with_values(["--weights", "--json"]), with_values(["--weights", "n"])
    (['--weights=', '--json'], ['--weights', 'n'])
    """
    pairs = zip(arguments, [*arguments[1:], "--"], strict=False)
    return [
        "--weights=" if this == "--weights" and (after.startswith("-") or os.path.isfile(after)) else this
        for this, after in pairs
    ]


def refuse(message: str) -> int:
    """Print what is wrong in one line, and return the exit status."""
    note(f"error: {message}")
    return 2


def in_words(error: Exception) -> str:
    """The message for an error."""
    if isinstance(error, typer.TyperException):
        return error.format_message()
    if isinstance(error, MemoryError):
        return "this needs more memory than there is"
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: cannot be used ({error.strerror})"
    return f"cannot write what was printed ({error.strerror})" if isinstance(error, OSError) else str(error)
