"""The command published: every published figure beside ours."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import typer

from analysis.commands.printing import note, print_json, print_line, print_table
from analysis.published.figures import Result, load_figures, load_sources, note_of, recompute
from analysis.published.frames import figures_frame, values_frame
from analysis.words.names import WordsMissing, names_file


def published(
    key: Annotated[list[str] | None, typer.Argument(metavar="[FIGURE ...]", help="Some figures only, in full.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Exact numbers for programs.")] = False,
) -> int:
    """Every published figure, worked out again and compared; exit status 1 if one differs."""
    figures = load_figures(key or [])
    have_words = not any(figure.needs_words for figure in figures) or bring_words()
    results = [recompute(figure, have_words=have_words) for figure in figures]
    if json:
        print_json([to_keys(result) for result in results])
    elif key:
        for result in results:
            print_in_full(result)
    else:
        frame = figures_frame(results)
        keys, verdicts = [r.figure.key for r in results], [r.verdict for r in results]
        rows = zip(keys, frame["source"], frame["published"], frame["ours"], verdicts, strict=True)
        print_table("published figures", ["figure", "source", "published", "ours", ""], rows, whole=True)
        for letters, source in load_sources().items():
            print_line(f"{letters}: {source}")
        print_line("a figure's name after the command prints all of it, with its unit and a note")
    return int(any(result.ok is False for result in results))


def bring_words() -> bool:
    """Whether the words are here; where not, and not to be had, one line says what that means."""
    try:
        names_file()
    except WordsMissing as missing:
        note(f"{missing} What needs them is not checked.")
        return False
    return True


def print_in_full(result: Result) -> None:
    """One figure for people: every value beside ours."""
    figure = result.figure
    values = values_frame(result)
    print_line(f"{figure.name}; source {figure.source}: {result.verdict}")
    print_table(figure.key, values.columns, values.values)
    if note_of(result):
        print_line(note_of(result))
    if not figure.command.startswith("published "):
        print_line(f"python -m analysis {figure.command}")


def to_keys(result: Result) -> dict:
    """A result as `published --json` prints it; a single value stands for itself, a list for several."""

    def plain(values: list | None) -> object:
        numbers = [float(value) if isinstance(value, Decimal) else value for value in values or []]
        return None if values is None else numbers[0] if len(numbers) == 1 else numbers

    return {
        "name": result.figure.name,
        "source": result.figure.source,
        "published": plain(result.figure.published),
        "ours": plain(result.ours),
        "ok": result.ok,
        "note": note_of(result),
    }
