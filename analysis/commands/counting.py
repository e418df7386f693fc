"""The command that prints count tables: bigrams."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.files import FilesOptions
from analysis.commands.options import Json, Option
from analysis.commands.printing import Table, note, or_dash, print_answer, some, write_file
from analysis.words.vocabulary import display_char

if TYPE_CHECKING:
    import torch

TOP = 25  # the notes of the lecture print as many
TWO_MARKS_HELP = "The lecture's first table: start and end are two characters, <S> and <E>, and not one mark."
LINK_HELP = "Print only the text of the table, for a link or for --table. It has all that a bigram model knows."


def bigrams(
    *,
    source: FilesOptions,
    more: Annotated[list[str] | None, typer.Argument(metavar="[FILE ...]", help="More files for --words.")] = None,
    part: Annotated[str, Option(f"Which words: {settings.PART.listed}.", setting=settings.PART)],
    row: Annotated[str | None, Option("What follows this character.", "C")] = None,
    smoothing: Annotated[float | None, Option("Fake counts in the row.", "S", setting=settings.SMOOTHING)] = None,
    first: Annotated[int | None, Option("Count only the first K words.", "K", setting=settings.FIRST)] = None,
    two_marks: Annotated[bool, Option(TWO_MARKS_HELP)] = False,
    csv: Annotated[Path | None, Option("Write the table to this file.", "FILE")] = None,
    link: Annotated[bool, Option(LINK_HELP)] = False,
    json: Json = False,
) -> int | None:
    """Show the count table, its most and least frequent pairs, and one row of it as probabilities."""
    if smoothing is not None and (row is None or two_marks):
        got = "--two-marks" if two_marks else "no --row"
        raise ValueError(f"--smoothing is for a --row of the table with one mark, got {got}")
    if two_marks and (csv is not None or link):
        raise ValueError(f"{'--link' if link else '--csv'} writes the table with one mark, got --two-marks")
    if first is not None and part != settings.PART.default:
        raise ValueError(f"--first counts from the start of the whole list, got --part {part}")
    vocab, counts, skipped = source.count(more or (), part, first)
    from analysis.counts.bigrams import START, top_bigrams, with_start_and_end
    from analysis.counts.table_text import encode_table
    from analysis.counts.tables import table_to_csv

    characters, fake = vocab.itos, settings.SMOOTHING.default if smoothing is None else smoothing
    text = encode_table(vocab, counts) if link else ""
    if two_marks:
        characters, counts = with_start_and_end(counts, vocab)
        row = START if row == vocab.boundary else row
    following = None if row is None else row_of(characters, counts, row, fake)
    if csv is not None:
        write_file(csv, table_to_csv(counts, vocab))
        note(f"wrote {csv}")
    keys: dict[str, Any] = {}
    if json:  # a table of many characters is long
        top = [{"bigram": characters[a] + characters[b], "count": n} for a, b, n in top_bigrams(counts, TOP)]
        keys = {"vocab": characters, "counts": counts.tolist(), "top": top}
        keys |= {"skipped": skipped} if source.skip_bad_files else {}
        keys |= {"table": text} if link else {}
        keys |= {} if following is None else {"row": following}
    print_answer(json, keys, [text] if link else for_people(characters, counts, row, following))
    return 1 if skipped else None


def for_people(
    characters: Sequence[str], counts: torch.Tensor, row: str | None, following: list[dict] | None
) -> Iterator[str | Table]:
    """How many pairs occur; then the row of --row, or the most and the least frequent pairs."""
    from analysis.counts.bigrams import top_bigrams

    yield f"{some(int(counts.sum()), 'bigram')}, {int((counts > 0).sum()):,} of {counts.numel():,} pairs occur"
    if following is not None:
        cells = [(x["bigram"], f"{x['count']:,}", or_dash(x["prob"], ".6f", "")) for x in following]
        yield Table(f"after {row}", ["bigram", "count", "prob"], cells)
        return
    for title, least in (("most frequent", False), ("least frequent that occur", True)):
        pairs = top_bigrams(counts, TOP, least=least)
        shown = [(display_char(characters[a]) + display_char(characters[b]), f"{count:,}") for a, b, count in pairs]
        yield Table(title, ["bigram", "count"], shown)
        if pairs and (tied := int((counts == pairs[-1][2]).sum())) > sum(count == pairs[-1][2] for *_, count in pairs):
            yield f"{tied:,} pairs are as frequent as the last one shown"


def row_of(characters: Sequence[str], counts: torch.Tensor, row: str, smoothing: float) -> list[dict]:
    """What follows one character, in the order of the table; no probability in a row where nothing is counted.

    Raises ValueError if there is no such row.
    """
    if row not in characters:
        raise ValueError(f"--row must be one of {' '.join(characters)}, got {row}")
    numbers = counts[characters.index(row)]
    from analysis.counts.smoothing import with_fake_counts

    mass = with_fake_counts(numbers, smoothing)
    probs = (mass / mass.sum()).tolist() if mass.sum() else [None] * len(numbers)
    return [
        {"bigram": display_char(row) + display_char(following), "count": count, "prob": prob}
        for following, count, prob in zip(characters, numbers.tolist(), probs, strict=True)
    ]
