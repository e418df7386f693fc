"""The options that commands share, and the words or tables they name."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from analysis import settings
from analysis.counts.tables import Tables, count_tables, load_tables
from analysis.words.lists import parse_words, read_words

Json = Annotated[bool, typer.Option("--json", help="Exact numbers for programs.")]
CorpusKey = Annotated[
    str | None,
    typer.Option("--corpus", help=f"A built-in list: {settings.CORPUS.listed} (the default)."),
]
WordsFile = Annotated[
    str | None, typer.Option("--words", metavar="FILE", help="Your own list, one word a line; - is standard input.")
]
DEFAULT_SMOOTHING = settings.show_number(settings.SMOOTHING.default)
DEFAULT_SEED, DEFAULT_N = str(settings.SEED.default), str(settings.N.default)
# Numbers come as text, so that settings.py alone says what is accepted, in one wording.
Smoothing = Annotated[str, typer.Option("--smoothing", metavar="S", help=settings.SMOOTHING.help)]
OptionalSmoothing = Annotated[
    str | None,
    typer.Option("--smoothing", metavar="S", help=f"{settings.SMOOTHING.help}  [default: {DEFAULT_SMOOTHING}]"),
]

WordsNumber = Annotated[str, typer.Option("--n", metavar="N", help=settings.N.help)]
SeedOption = Annotated[str, typer.Option("--seed", metavar="S", help=settings.SEED.help)]
StreamName = Annotated[str, typer.Option("--stream", help=f"The way to draw: {settings.STREAM.listed}.")]


def own_words(words_file: str | None, corpus: str | None) -> list[str] | None:
    """The words of --words, or None where a built-in list is meant."""
    if words_file is None:
        settings.CORPUS.check(settings.CORPUS.default if corpus is None else corpus)
        return None
    if corpus is not None:
        raise ValueError(f"give --corpus or --words, not both, got {corpus} and {words_file}")
    if words_file == "-":
        if sys.stdin is None:
            raise ValueError("--words -: expected words on standard input, got a closed one")
        return parse_words(sys.stdin.buffer.read(), "standard input")
    return read_words(words_file)


def open_tables(words_file: str | None, corpus: str | None) -> Tables:
    """The count tables that --words or --corpus names."""
    own = own_words(words_file, corpus)
    return load_tables(corpus or settings.CORPUS.default) if own is None else count_tables(own)
