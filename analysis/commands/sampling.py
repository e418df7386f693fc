"""The command that draws words from a model: sample."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from analysis import settings
from analysis.commands.models import Model, NetOptions, read_model
from analysis.commands.options import (
    DEFAULT_N,
    DEFAULT_SEED,
    Json,
    OptionalSmoothing,
    SeedOption,
    StreamName,
    TableOptions,
    WordsNumber,
    value_of,
)
from analysis.commands.printing import print_json, print_line, print_table
from analysis.words.vocabulary import Vocabulary, labels

if TYPE_CHECKING:
    from analysis.samples.replay import Draw

OWN_ROWS_HELP = (
    "Each word reads its own row of 40 random numbers, as the live table shows it, instead of one running "
    "stream: change the smoothing a little and most letters stay. A longer word is cut."
)
STEPS_HELP = "Also show each draw: the letter before, the letter drawn, and the random numbers that decided it."


def sample(
    *,
    n: WordsNumber = DEFAULT_N,
    seed: SeedOption = DEFAULT_SEED,
    stream: StreamName = settings.STREAM.default,
    smoothing: OptionalSmoothing = None,
    own_rows: Annotated[bool, typer.Option("--own-rows", help=OWN_ROWS_HELP)] = False,
    steps: Annotated[bool, typer.Option("--steps", help=STEPS_HELP)] = False,
    model: Model = settings.MODEL.default,
    net: NetOptions,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Draw words from a model."""
    number, names_seed = value_of(settings.N, n), value_of(settings.SEED, seed)
    stream = value_of(settings.STREAM, stream)
    if own_rows and stream != "lecture":
        raise ValueError(f"--own-rows uses random numbers of the stream lecture, got --stream {stream}")
    if own_rows and steps:
        raise ValueError("--steps shows the draws of one running stream, got --own-rows")
    open_model = read_model(model, smoothing, net, names_seed)
    tables, _ = source.open()
    from analysis.samples.names import sample_own_rows, sample_words
    from analysis.samples.replay import draw_keys, slow_motion
    from analysis.streams import open_stream

    used, opened = open_model(tables), open_stream(stream, names_seed)
    if own_rows:
        print_words(sample_own_rows(used.probs, tables.vocab, number, names_seed), json)
        return
    if not steps:
        print_words(sample_words(used, tables.vocab, number, opened), json)
        return
    words = [
        list(word) for _, word in groupby(slow_motion(used.probs, number, opened).draws, key=lambda draw: draw.word)
    ]
    drawn = [tables.vocab.decode(draw.next for draw in word) for word in words]
    if json:
        print_json({"words": drawn, "steps": [draw_keys(draw, tables.vocab) for word in words for draw in word]})
        return
    for name, word in zip(drawn, words, strict=True):
        print_table(name or "(empty)", *steps_table(word, tables.vocab))


def print_words(drawn: list[str], json: bool) -> None:
    """One word on each line, or JSON."""
    if json:
        print_json({"words": drawn})
        return
    for word in drawn:
        print_line(word)


def steps_table(draws: list[Draw], vocab: Vocabulary) -> tuple[list[str], list[list[str]]]:
    """The draws of one word for people: columns and rows, with the random numbers if the stream shows them."""
    characters = labels(vocab)
    rows = [
        [
            characters[draw.previous] + characters[draw.next],
            f"{draw.prob:.4f}",
            *draw.decided.cells(characters.__getitem__),
        ]
        for draw in draws
    ]
    return ["pair", "p", *draws[0].decided.columns], rows
