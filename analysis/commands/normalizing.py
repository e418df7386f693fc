"""The command that divides the count table, the right way and the wrong ones: normalize."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.normalizing_text import print_lines, print_one, print_steps, print_storages
from analysis.commands.options import (
    DEFAULT_SEED,
    CorpusKey,
    CountsFile,
    Json,
    OptionalSmoothing,
    WordsFile,
    open_tables,
    value_of,
)
from analysis.commands.printing import print_json

if TYPE_CHECKING:
    import torch

    from analysis.counts.normalization.divisions import Compared
    from analysis.words.vocabulary import Vocabulary

Divisor = Annotated[
    str | None, typer.Option("--divisor", metavar="KEY", help=f"One way alone: {settings.DIVISOR.listed}.")
]
TableSize = Annotated[str | None, typer.Option("--table-size", metavar="SIZE", help=settings.TABLE_SIZE.help)]
OptionalSeed = Annotated[
    str | None, typer.Option("--seed", metavar="S", help=f"{settings.SEED.help}  [default: {DEFAULT_SEED}]")
]
SHAPES_HELP = "Broadcast two shapes instead, step by step: --shapes '27 27' '27 1'."
Shapes = Annotated[tuple[str, str] | None, typer.Option("--shapes", metavar="A B", help=SHAPES_HELP)]


def normalize(
    divisor: Divisor = None,
    table_size: TableSize = None,
    smoothing: OptionalSmoothing = None,
    seed: OptionalSeed = None,
    shapes: Shapes = None,
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    counts_file: CountsFile = None,
    json: Json = False,
) -> None:
    """The counts divided by their row sums, and by four other things: shapes, sums, nll, names."""
    given = {
        "--divisor": divisor,
        "--table-size": table_size,
        "--smoothing": smoothing,
        "--seed": seed,
        "--corpus": corpus,
        "--words": words_file,
        "--counts": counts_file,
    }
    if shapes is not None:
        other = [option for option, value in given.items() if value is not None]
        if other:
            raise ValueError(f"--shapes takes two shapes and no table, got {', '.join(other)} too")
        print_broadcast(shapes, json)
        return
    fake = value_of(settings.SMOOTHING, settings.SMOOTHING.default if smoothing is None else smoothing)
    number = value_of(settings.SEED, DEFAULT_SEED if seed is None else seed)
    keys = settings.DIVISOR.options if divisor is None else (value_of(settings.DIVISOR, divisor),)
    vocab, counts = open_counts(table_size, words_file, corpus, counts_file)
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


def open_counts(
    table_size: str | None, words_file: str | None, corpus: str | None, counts_file: str | None
) -> tuple[Vocabulary, torch.Tensor]:
    """The vocabulary and the counts (V, V) that the options name."""
    if value_of(settings.TABLE_SIZE, settings.TABLE_SIZE.default if table_size is None else table_size) == "small":
        if words_file is not None or corpus is not None or counts_file is not None:
            raise ValueError("give --table-size small or a list of words, got both")
        from analysis.counts.normalization.divisions import small_table

        return small_table()
    tables = open_tables(words_file, corpus, counts_file)
    return tables.vocab, tables.all


def division_keys(one: Compared) -> dict[str, Any]:
    """A division as `normalize --json` prints it; null for what is no number, as 0 / 0."""
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
    """Two shapes axis by axis, from the right."""
    from analysis.counts.normalization.broadcasting import broadcast, parse_shape

    first, second = (parse_shape(text, called="--shapes") for text in shapes)
    both = broadcast(first, second)
    if json:
        steps = [vars(step) for step in both.steps]
        result = {"first": first, "second": second, "steps": steps, "result": both.result, "verdict": both.verdict}
        print_json(result)
        return
    print_steps(both)
