"""The options that commands share, the values they stand for, and the words or tables they name."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.printing import note
from analysis.settings.numbers import show_number
from analysis.words.lists import parse_words
from analysis.words.names import WordsMissing, load_words
from analysis.words.reading import read_words

if TYPE_CHECKING:
    from analysis.counts.tables import Tables

Json = Annotated[bool, typer.Option("--json", help="Exact numbers for programs.")]
CorpusKey = Annotated[
    str | None,
    typer.Option("--corpus", help=f"A built-in list: {settings.CORPUS.listed} (the default)."),
]
WordsFile = Annotated[
    str | None, typer.Option("--words", metavar="FILE", help="Your own list, one word a line; - is standard input.")
]
COUNTS_HELP = "A table that bigrams --csv or --json wrote, instead of words."
CountsFile = Annotated[str | None, typer.Option("--counts", metavar="FILE", help=COUNTS_HELP)]
DEFAULT_SMOOTHING = show_number(settings.SMOOTHING.default)
DEFAULT_SEED, DEFAULT_N = str(settings.SEED.default), str(settings.N.default)
# Numbers come as text, so that analysis/settings alone says what is accepted, in one wording.
Smoothing = Annotated[str, typer.Option("--smoothing", metavar="S", help=settings.SMOOTHING.help)]
OptionalSmoothing = Annotated[
    str | None,
    typer.Option("--smoothing", metavar="S", help=f"{settings.SMOOTHING.help}  [default: {DEFAULT_SMOOTHING}]"),
]

WordsNumber = Annotated[str, typer.Option("--n", metavar="N", help=settings.N.help)]
SeedOption = Annotated[str, typer.Option("--seed", metavar="S", help=settings.SEED.help)]
StreamName = Annotated[str, typer.Option("--stream", help=f"The way to draw: {settings.STREAM.listed}.")]
Model = Annotated[str, typer.Option("--model", help="counts, neural (a net trained now), or a file of train --json.")]
# None: not given. What belongs to a net is refused beside another model, so that no option does nothing.
Epochs = Annotated[str | None, typer.Option("--epochs", metavar="E", help=settings.EPOCHS.help)]
LearningRate = Annotated[str | None, typer.Option("--learning-rate", metavar="R", help=settings.LEARNING_RATE.help)]
Lam = Annotated[str | None, typer.Option("--lam", metavar="L", help=settings.LAM.help)]
Init = Annotated[str | None, typer.Option("--init", help=f"First weights: {settings.INIT.listed}, or a file of a run.")]
InitSeed = Annotated[str | None, typer.Option("--init-seed", metavar="S", help="Seed of the first weights.")]
Skip = Annotated[str | None, typer.Option("--skip", metavar="K", help=settings.SKIP.help)]
Only = Annotated[
    str | None,
    typer.Option("--only", metavar="WORD", help="Train the net on this word alone."),
]


@dataclass(frozen=True)
class NetOptions:
    """The options of a net as they were given, None where not."""

    epochs: str | None = None
    learning_rate: str | None = None
    lam: str | None = None
    init: str | None = None
    init_seed: str | None = None
    skip: str | None = None
    only: str | None = None

    @property
    def given(self) -> list[str]:
        """The names of the options that were given, as they are written."""
        return ["--" + name.replace("_", "-") for name, value in vars(self).items() if value is not None]


def value_of(setting: settings.Setting | settings.Choice, text: str, option: str | None = None) -> Any:
    """What was given for an option as a value. A refusal calls the option as it is typed, --learning-rate."""
    return setting.check(text, called=option or "--" + setting.name.replace("_", "-"))


def own_words(words_file: str | None, corpus: str | None) -> list[str] | None:
    """The words of --words, or None where a built-in list is meant."""
    if words_file is None:
        value_of(settings.CORPUS, settings.CORPUS.default if corpus is None else corpus)
        return None
    if corpus is not None:
        raise ValueError(f"give --corpus or --words, not both, got {corpus} and {words_file}")
    if not words_file:
        raise ValueError("--words must be the name of a file, or - for standard input, got nothing")
    if words_file == "-":
        if sys.stdin is None:
            raise ValueError("--words -: expected words on standard input, got a closed one")
        return parse_words(sys.stdin.buffer.read(), "standard input")
    return read_words(words_file)


def open_list(words_file: str | None, corpus: str | None) -> tuple[Tables, list[str] | None]:
    """The tables of the list that --words or --corpus names, and its words, read once.

    None for the words of a built-in list that cannot be had, and then a line on standard error says so.
    """
    own = own_words(words_file, corpus)
    from analysis.counts.tables import count_tables, load_tables

    if own is not None:
        return count_tables(own), own
    key = corpus or settings.CORPUS.default
    try:
        return load_tables(key), load_words(key)
    except WordsMissing as missing:
        note(f"warning: {missing}")
        return load_tables(key), None


def open_tables(words_file: str | None, corpus: str | None, counts_file: str | None = None) -> Tables:
    """The count tables that --words, --corpus or --counts names; those of --counts have no held-out parts."""
    if counts_file is not None:
        if words_file is not None or corpus is not None:
            raise ValueError(f"give --counts, --words or --corpus, one of them, got --counts {counts_file} and another")
        if not os.path.isfile(counts_file):
            raise ValueError(f"--counts must be a file that bigrams --csv or --json wrote, got {counts_file}")
        from analysis.large.tables import read_counts

        return read_counts(counts_file)
    own = own_words(words_file, corpus)
    from analysis.counts.tables import count_tables, load_tables

    return load_tables(corpus or settings.CORPUS.default) if own is None else count_tables(own)
