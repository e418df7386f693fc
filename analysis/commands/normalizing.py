"""The command that divides the count table in the right way and in wrong ways: normalize."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from analysis import settings
from analysis.commands.lists import TableOptions
from analysis.commands.options import Json, Option, OptionalSmoothing, as_typed, given_options, refuse_empty_rows
from analysis.commands.printing import Table, or_dash, print_answer
from analysis.words.vocabulary import Vocabulary, labels

if TYPE_CHECKING:
    import torch

    from analysis.counts.normalization.divisions import Compared

DIVISOR_HELP = f"Show only one way: {settings.DIVISOR.listed}."
SEED_HELP = f"{settings.SEED.help}  [default: {settings.SEED.default}]"
SHAPES_HELP = "Instead, show how two shapes broadcast, step by step: --shapes '27 27' '27 1'."
COLUMNS = {
    "divided by": ("divisor", "its shape", "what sums to 1", "row sums", "column sums"),
    "what tells": ("divisor", "training nll", "nll as drawn", "row sums tell", "nll tells", "names tell"),
}


def normalize(
    *,
    divisor: Annotated[str | None, Option(DIVISOR_HELP, "KEY", setting=settings.DIVISOR)] = None,
    table_size: Annotated[str | None, Option(metavar="SIZE", setting=settings.TABLE_SIZE)] = None,
    smoothing: OptionalSmoothing = None,
    seed: Annotated[int | None, Option(SEED_HELP, "S", setting=settings.SEED)] = None,
    shapes: Annotated[tuple[str, str] | None, Option(SHAPES_HELP, "A B")] = None,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Divide the counts by their row sums, and by four other things: shapes, sums, nll, names."""
    if shapes is not None:
        own = {"divisor": divisor, "table_size": table_size, "smoothing": smoothing, "seed": seed}
        given = [as_typed(name) for name, value in own.items() if value is not None]
        if other := given + given_options(source):
            raise ValueError(f"--shapes takes two shapes and no table, got {', '.join(other)} too")
        print_broadcast(shapes, json)
        return
    vocab, counts = open_counts(table_size, source)
    fake = settings.SMOOTHING.default if smoothing is None else smoothing
    refuse_empty_rows(counts, vocab.itos, fake)
    from analysis.counts.normalization.costs import storages
    from analysis.counts.normalization.divisions import NAMES, compare_divisions, overview
    from analysis.samples.names import sample_words
    from analysis.streams import open_stream

    compared, number = compare_divisions(counts, fake), settings.SEED.default if seed is None else seed
    names = {
        key: sample_words(one.probs, vocab, NAMES, open_stream("lecture", number)) for key, one in compared.items()
    }
    lines = [line for line in overview(compared, names) if divisor in (None, line["divisor"])]
    stored = storages(counts + fake)
    divisions = [
        division_keys(compared[line["divisor"]]) | {"names": names[line["divisor"]]} | tells_of(line) for line in lines
    ]
    storage = [{"code": one.code, "same": one.same, "old_first_sum": one.old_first_sum} for one in stored]

    def people() -> Iterator[str | Table]:
        if divisor is not None:
            yield from one_for_people(compared[divisor], vocab)
        yield from all_for_people(lines)
        for one in stored:  # whether a line of torch makes a new table, and what happens to an old name for it
            yield f"{one.code}: {one.where}; the first row of Q, where Q = P before: {one.old_first_sum:,.10g} in all"

    print_answer(json, {"vocab": vocab.itos, "divisions": divisions, "storage": storage}, people())


def open_counts(table_size: str | None, source: TableOptions) -> tuple[Vocabulary, torch.Tensor]:
    """The vocabulary and the counts (V, V) that the options name. ValueError for a small table and a list."""
    if table_size == "small":
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


def tells_of(line: Mapping[str, str]) -> dict[str, bool]:
    """Which checks show that a division is wrong."""
    return {column.replace(" ", "_"): line[column] == "yes" for column in line if "tell" in column}


def print_broadcast(shapes: tuple[str, str], json: bool) -> None:
    """Two shapes axis by axis, from the right, and the result."""
    from analysis.counts.normalization.broadcasting import broadcast, parse_shape

    first, second = (parse_shape(text, called="--shapes") for text in shapes)
    both = broadcast(first, second)
    steps = [vars(step) for step in both.steps]
    keys = {"first": first, "second": second, "steps": steps, "result": both.result, "verdict": both.verdict}
    rows = [
        [step.axis, *(or_dash(size, ",", "-") for size in (step.first, step.second, step.size)), step.why]
        for step in both.steps
    ]
    table = Table(f"{both.first} with {both.second}", ["axis", "first", "second", "together", "why"], rows)
    print_answer(json, keys, [table, both.verdict] if rows else [both.verdict])


def all_for_people(lines: Sequence[Mapping[str, str]]) -> Iterator[str | Table]:
    """All ways: the shapes and sums, then which checks show that one is wrong, then names."""
    for title, columns in COLUMNS.items():
        yield Table(title, columns, [[line[column] for column in columns] for line in lines])
    for line in lines:
        yield f"{line['divisor']}, P / {line['divided by']}, names: {line['first names']}"
    yield "nll in nats per character; as drawn: each row divided by its sum once more, as torch does to draw"


def one_for_people(one: Compared, vocab: Vocabulary) -> Iterator[str | Table]:
    """One way: its steps in words, and the sums and the first row of the result."""
    yield from one.story
    columns = (labels(vocab), one.probs[0].tolist(), one.division.row_sums.tolist(), one.division.column_sums.tolist())
    rows = [[character, *(f"{value:.6f}" for value in values)] for character, *values in zip(*columns, strict=True)]
    yield Table(f"P / {one.division.divisor.code}", ["character", "first row", "row sum", "column sum"], rows)
