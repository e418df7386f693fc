"""The options that commands share, their values, and the list or table that they choose."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable, Set
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from analysis import settings
from analysis.commands.printing import note
from analysis.settings.numbers import show_number
from analysis.words.lists import parse_words
from analysis.words.names import WordsMissing
from analysis.words.reading import read_words

if TYPE_CHECKING:
    from analysis.counts.tables import Tables
    from analysis.counts.word_list import WordList
    from analysis.words.vocabulary import Vocabulary

Json = Annotated[bool, typer.Option("--json", help="Print exact numbers as JSON.")]
CorpusKey = Annotated[
    str | None,
    typer.Option("--corpus", metavar="KEY", help=f"{settings.CORPUS.help}  [default: {settings.CORPUS.default}]"),
]
WordsFile = Annotated[
    str | None,
    typer.Option("--words", metavar="FILE", help="Your own list, one word on each line; - is standard input."),
]
COUNTS_HELP = "A table that bigrams --csv or --json wrote, instead of words."
CountsFile = Annotated[str | None, typer.Option("--counts", metavar="FILE", help=COUNTS_HELP)]
DEFAULT_SMOOTHING = show_number(settings.SMOOTHING.default)
DEFAULT_SEED, DEFAULT_N = str(settings.SEED.default), str(settings.N.default)
# Numbers come as text, so that only analysis/settings decides what is accepted, with the same messages everywhere.
Smoothing = Annotated[str, typer.Option("--smoothing", metavar="S", help=settings.SMOOTHING.help)]
OptionalSmoothing = Annotated[
    str | None,
    typer.Option("--smoothing", metavar="S", help=f"{settings.SMOOTHING.help}  [default: {DEFAULT_SMOOTHING}]"),
]
WordsNumber = Annotated[str, typer.Option("--n", metavar="N", help=settings.N.help)]
SeedOption = Annotated[str, typer.Option("--seed", metavar="S", help=settings.SEED.help)]
StreamName = Annotated[str, typer.Option("--stream", help=f"The way to draw: {settings.STREAM.listed}.")]


def value_of(setting: Any, text: str, option: str | None = None) -> Any:
    """The checked value of an option. An error names the option as it is typed: --learning-rate."""
    return setting.check(text, called=option or "--" + setting.name.replace("_", "-"))


def id_of(option: str, character: str, vocab: Vocabulary) -> int:
    """The id of a character that an option names; ValueError for one that is not in the vocabulary."""
    if character not in vocab.itos:
        raise ValueError(f"{option} must be one of {' '.join(vocab.itos)}, got {character}")
    return vocab.id_of(character)


def take_groups(command: Callable[..., Any]) -> Callable[..., Any]:
    """A command for Typer in which each field of a dataclass parameter becomes an option of its own.

    `def draws(row: Row, source: TableOptions)` takes --row, --corpus, --words and --counts.
    """
    hints = get_type_hints(command, include_extras=True)
    groups: dict[str, Any] = {name: hint for name, hint in hints.items() if is_dataclass(hint)}
    parameters = []
    for name, parameter in inspect.signature(command).parameters.items():
        if name in groups:
            kinds = get_type_hints(groups[name], include_extras=True)
            parameters += [
                parameter.replace(name=field.name, annotation=kinds[field.name], default=field.default)
                for field in fields(groups[name])
            ]
        else:
            parameters.append(parameter.replace(annotation=hints[name]))

    def run(**given: Any) -> Any:
        taken = {name: kind(**{one.name: given.pop(one.name) for one in fields(kind)}) for name, kind in groups.items()}
        return command(**given, **taken)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in parameters]
    )
    return run


@dataclass(frozen=True)
class ListOptions:
    """The options that name a list of words."""

    corpus: CorpusKey = None
    words_file: WordsFile = None

    def open(self) -> WordList:
        """The list. Words of --words are read here. Raises ValueError for both options, or an unknown list."""
        own = own_words(self.words_file, self.corpus)
        from analysis.counts.word_list import list_of_words, load_list

        return load_list(self.corpus or settings.CORPUS.default) if own is None else list_of_words(own)


@dataclass(frozen=True)
class TableOptions(ListOptions):
    """The options that name a list of words, or a table of counts without words."""

    counts_file: CountsFile = None

    def open(self) -> tuple[Tables, WordList | None]:  # type: ignore[override]
        """The count tables and their list. With --counts the list is None, and no words are held out.

        Raises ValueError if several of the options are given, or if something cannot be read.
        """
        if self.counts_file is None:
            words = super().open()
            return words.tables, words
        if self.words_file is not None or self.corpus is not None:
            raise ValueError(
                f"give only one of --counts, --words and --corpus, got --counts {self.counts_file} and another"
            )
        if not os.path.isfile(self.counts_file):
            raise ValueError(f"--counts must be a file that bigrams --csv or --json wrote, got {self.counts_file}")
        from analysis.large.tables import read_counts

        return read_counts(self.counts_file), None


def own_words(words_file: str | None, corpus: str | None) -> list[str] | None:
    """The words of --words; None for a built-in list.

    Raises ValueError for both options, an unknown list, or words that cannot be read.
    """
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


def real_words(words: WordList | None) -> Set[str] | None:
    """The different words of a list, in their order; None if they are not on this machine."""
    return dict.fromkeys(words.words).keys() if words is not None and words.has_words else None


def words_or_note(words: WordList) -> tuple[str, ...] | None:
    """The words of a list. If those of a built-in list cannot be downloaded: None, and a line on standard error."""
    try:
        return words.words
    except WordsMissing as missing:
        note(f"warning: {missing}")
        return None


def open_tables(words_file: str | None, corpus: str | None) -> Tables:
    """The count tables of the list of --words or --corpus."""
    return ListOptions(corpus, words_file).open().tables
