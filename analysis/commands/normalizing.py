"""The command that divides the count table in the right way and in wrong ways: normalize."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.options import (
    DEFAULT_SEED,
    DEFAULT_SMOOTHING,
    Json,
    OptionalSmoothing,
    TableOptions,
    refuse_empty_rows,
    value_of,
)
from analysis.commands.printing import or_dash, print_json, print_line, print_table
from analysis.words.vocabulary import Vocabulary, labels

if TYPE_CHECKING:
    import torch

    from analysis.counts.normalization.costs import Storage
    from analysis.counts.normalization.divisions import Compared

Divisor = Annotated[
    str | None, typer.Option("--divisor", metavar="KEY", help=f"Show only one way: {settings.DIVISOR.listed}.")
]
TableSize = Annotated[str | None, typer.Option("--table-size", metavar="SIZE", help=settings.TABLE_SIZE.help)]
OptionalSeed = Annotated[
    str | None, typer.Option("--seed", metavar="S", help=f"{settings.SEED.help}  [default: {DEFAULT_SEED}]")
]
SHAPES_HELP = "Instead, show how two shapes broadcast, step by step: --shapes '27 27' '27 1'."
Shapes = Annotated[tuple[str, str] | None, typer.Option("--shapes", metavar="A B", help=SHAPES_HELP)]


def normalize(
    *,
    divisor: Divisor = None,
    table_size: TableSize = None,
    smoothing: OptionalSmoothing = None,
    seed: OptionalSeed = None,
    shapes: Shapes = None,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Divide the counts by their row sums, and by four other things: shapes, sums, nll, names."""
    given = {
        "--divisor": divisor,
        "--table-size": table_size,
        "--smoothing": smoothing,
        "--seed": seed,
        "--corpus": source.corpus,
        "--words": source.words_file,
        "--counts": source.counts_file,
        "--table": source.table,
    }
    if shapes is not None:
        other = [option for option, value in given.items() if value is not None]
        if other:
            raise ValueError(f"--shapes takes two shapes and no table, got {', '.join(other)} too")
        print_broadcast(shapes, json)
        return
    fake = value_of(settings.SMOOTHING, DEFAULT_SMOOTHING if smoothing is None else smoothing)
    number = value_of(settings.SEED, DEFAULT_SEED if seed is None else seed)
    keys = settings.DIVISOR.options if divisor is None else (value_of(settings.DIVISOR, divisor),)
    vocab, counts = open_counts(table_size, source)
    refuse_empty_rows(counts, vocab.itos, fake)
    from analysis.counts.normalization.costs import storages
    from analysis.counts.normalization.divisions import NAMES, compare_divisions, overview
    from analysis.samples.names import sample_words
    from analysis.streams import open_stream

    compared = compare_divisions(counts, fake)
    names = {
        key: sample_words(one.probs, vocab, NAMES, open_stream("lecture", number)) for key, one in compared.items()
    }
    lines, stored = overview(compared, names), storages(counts + fake)
    if json:
        tells = {
            line["divisor"]: {key.replace(" ", "_"): line[key] == "yes" for key in line if "tell" in key}
            for line in lines
        }
        divisions = [division_keys(compared[key]) | {"names": names[key]} | tells[key] for key in keys]
        storage = [{"code": one.code, "same": one.same, "old_first_sum": one.old_first_sum} for one in stored]
        print_json({"vocab": vocab.itos, "divisions": divisions, "storage": storage})
        return
    if divisor is not None:
        print_one(compared[divisor], vocab)
    print_lines([line for line in lines if line["divisor"] in keys])
    print_storages(stored)


def open_counts(table_size: str | None, source: TableOptions) -> tuple[Vocabulary, torch.Tensor]:
    """The vocabulary and the counts (V, V) that the options name. ValueError for a small table and a list."""
    if value_of(settings.TABLE_SIZE, settings.TABLE_SIZE.default if table_size is None else table_size) == "small":
        if source != TableOptions():
            raise ValueError("give --table-size small or a list of words, got both")
        from analysis.counts.normalization.divisions import small_table

        return small_table()
    tables, _ = source.open()
    return tables.vocab, tables.all


def division_keys(one: Compared) -> dict[str, Any]:
    """A division as `normalize --json` prints it; null for nan, such as 0 / 0."""
    division = one.division
    return {
        "divisor": division.divisor.key,
        "code": division.divisor.code,
        "shape": division.shape,
        "divisor_shape": division.divisor_shape,
        "aligned": division.aligned,
        "stretched": division.stretched,
        "story": one.story,
        "normalized": division.normalized,
        "row_sums": _numbers(division.row_sums.tolist()),
        "column_sums": _numbers(division.column_sums.tolist()),
        "first_row": _numbers(one.probs[0].tolist()),
        "probs": [_numbers(row) for row in one.probs.tolist()],
        "nll": _numbers([one.nll])[0],
        "sampled_nll": _numbers([one.sampled_nll])[0],
    }


def _numbers(values: Sequence[float]) -> list[float | None]:
    return [None if math.isnan(value) else value for value in values]


def print_broadcast(shapes: tuple[str, str], json: bool) -> None:
    """Two shapes axis by axis, from the right, and the result."""
    from analysis.counts.normalization.broadcasting import broadcast, parse_shape

    first, second = (parse_shape(text, called="--shapes") for text in shapes)
    both = broadcast(first, second)
    if json:
        steps = [vars(step) for step in both.steps]
        result = {"first": first, "second": second, "steps": steps, "result": both.result, "verdict": both.verdict}
        print_json(result)
        return
    rows = [
        [step.axis, *(or_dash(size, ",", "-") for size in (step.first, step.second, step.size)), step.why]
        for step in both.steps
    ]
    if rows:
        print_table(f"{both.first} with {both.second}", ["axis", "first", "second", "together", "why"], rows)
    print_line(both.verdict)


def print_lines(lines: Sequence[Mapping[str, str]]) -> None:
    """All ways for people: the shapes and sums, then which checks show that one is wrong, then names."""
    for title, columns in (
        ("divided by", ("divisor", "its shape", "what sums to 1", "row sums", "column sums")),
        ("what tells", ("divisor", "training nll", "nll as drawn", "row sums tell", "nll tells", "names tell")),
    ):
        print_table(title, columns, [[line[column] for column in columns] for line in lines])
    for line in lines:
        print_line(f"{line['divisor']}, P / {line['divided by']}, names: {line['first names']}")
    print_line("nll in nats per character; as drawn: each row divided by its sum once more, as torch does to draw")


def print_one(one: Compared, vocab: Vocabulary) -> None:
    """One way for people: its steps in words, and the sums and the first row of the result."""
    for line in one.story:
        print_line(line)
    columns = (labels(vocab), one.probs[0].tolist(), one.division.row_sums.tolist(), one.division.column_sums.tolist())
    rows = [[character, *(f"{value:.6f}" for value in values)] for character, *values in zip(*columns, strict=True)]
    print_table(f"P / {one.division.divisor.code}", ["character", "first row", "row sum", "column sum"], rows)


def print_storages(stored: Sequence[Storage]) -> None:
    """Each line of torch that divides: whether it makes a new table, and what happens to an old name for it."""
    for one in stored:
        print_line(f"{one.code}: {one.where}; the first row of Q, where Q = P before: {one.old_first_sum:,.10g} in all")
