"""The command published: every published figure next to ours, and, separately, our own reference values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.commands.options import Json
from analysis.commands.printing import Table, note, print_answer
from analysis.words.names import WordsMissing, names_file

if TYPE_CHECKING:
    from analysis.published.results import Result


def published(
    key: Annotated[list[str] | None, typer.Argument(metavar="[FIGURE ...]", help="Only these, in full.")] = None,
    json: Json = False,
) -> int:
    """Calculate every published figure again and compare; exit status 1 if one differs."""
    from analysis.published.figures import load_figures

    figures = load_figures(key or [])  # refuses an unknown figure before torch is imported
    from analysis.published.results import recompute

    have_words = not any(figure.needs_words for figure in figures) or bring_words()
    results = [recompute(figure, have_words=have_words) for figure in figures]
    people = in_full(results) if key else overview(results)
    print_answer(json, [to_keys(result) for result in results], people)
    return int(any(result.ok is False for result in results))


def bring_words() -> bool:
    """True if the words are here or can be downloaded; if not, one line says what that means."""
    try:
        names_file()
    except WordsMissing as missing:
        note(f"{missing} What needs them is not checked.")
        return False
    return True


def overview(results: Sequence[Result]) -> Iterator[str | Table]:
    """A line for each figure, published ones and our own separately; then their sources, and how many agree."""
    from analysis.published.frames import figures_frame
    from analysis.published.sources import load_sources
    from analysis.published.wording import headline

    for title, own in (("figures published by others", False), ("reference values of our own", True)):
        some = [result for result in results if result.figure.own == own]
        frame = figures_frame(some)
        keys, verdicts = [result.figure.key for result in some], [result.verdict for result in some]
        rows = zip(keys, frame["source"], frame["published"], frame["ours"], verdicts, strict=True)
        yield Table(title, ["figure", "source", "published", "ours", ""], rows, whole=True)
    yield from sources_in_words(load_sources())
    yield from headline(results)
    yield "a figure's name after the command prints all of it, with its unit, its source and a note"


def in_full(results: Sequence[Result]) -> Iterator[str | Table]:
    """For each figure every value next to ours, a note, and the command that prints it; then the sources."""
    from analysis.published.frames import values_frame
    from analysis.published.wording import note_of

    for result in results:
        figure, values = result.figure, values_frame(result)
        yield f"{figure.name}; source {figure.source}: {result.verdict}"
        yield Table(figure.key, values.columns, values.values)
        if note_of(result):
            yield note_of(result)
        if not figure.command.startswith("published "):
            yield f"python -m analysis {figure.command}"
    yield from sources_in_words(dict.fromkeys(letters for one in results for letters in one.figure.source.split()))


def sources_in_words(letters: Iterable[str]) -> Iterator[str]:
    """Sources in words, each with the addresses where it can be read."""
    from analysis.published.sources import load_sources

    for source in map(load_sources().__getitem__, letters):
        yield f"{source.letters}: {source.words}"
        yield from (f"   {link}" for link in source.links)


def to_keys(result: Result) -> dict:
    """A result as `published --json` prints it: a single value as it is, several as a list."""
    from analysis.published.wording import note_of

    def plain(values: list | None) -> object:
        numbers = [float(value) if isinstance(value, Decimal) else value for value in values or []]
        return None if values is None else numbers[0] if len(numbers) == 1 else numbers

    return {
        "key": result.figure.key,
        "name": result.figure.name,
        "source": result.figure.source,
        "published": plain(result.figure.published),
        "ours": plain(result.ours),
        "ok": result.ok,
        "verdict": result.verdict,
        "own": result.figure.own,
        "note": note_of(result),
    }
