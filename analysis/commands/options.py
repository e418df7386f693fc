"""The options that commands share, their values, and the list or table that they choose."""

from __future__ import annotations

import inspect
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from analysis import settings
from analysis.commands.printing import note, some
from analysis.settings.numbers import show_number
from analysis.words.list_format import ListFormat
from analysis.words.names import WordsMissing
from analysis.words.reading import read_file
from analysis.words.report import ListReport, read_list
from analysis.words.vocabulary import BOUNDARY

if TYPE_CHECKING:
    import torch

    from analysis.counts.tables import Tables
    from analysis.counts.word_list import WordList
    from analysis.words.vocabulary import Vocabulary


def text(name: str, metavar: str, help: str) -> Any:
    """An option with a text."""
    return typer.Option(name, metavar=metavar, help=help)


Json = Annotated[bool, typer.Option("--json", help="Print exact numbers as JSON.")]
CorpusKey = Annotated[str | None, text("--corpus", "KEY", f"A built-in list: {', '.join(settings.CORPUS.options)}.")]
WORDS_HELP = "Your own list: a word on each line, a table or JSON, also compressed; - is standard input."
WordsFile = Annotated[str | None, text("--words", "FILE", WORDS_HELP)]
Fold = Annotated[bool, typer.Option("--fold", help="Change capitals to small letters.")]
Columns = Annotated[
    list[str] | None, text("--column", "NAME", "The column with the words: a name, or a number from 1.")
]
WEIGHTS_HELP = "The column that says how often each word occurs. Without a name: a word and a number on each line."
Weights = Annotated[str | None, text("--weights", "[NAME]", WEIGHTS_HELP)]
Encoding = Annotated[str | None, text("--encoding", "NAME", "The encoding of the file: utf-8, utf-16, latin-1 ...")]
Boundary = Annotated[
    str | None, text("--boundary", "C", "The mark for the start and end of a word, instead of a full stop.")
]
SkipBadWords = Annotated[bool, typer.Option("--skip-bad-words", help="Leave refused lines out, and say how many.")]
Alphabet = Annotated[
    str | None, text("--alphabet", "LETTERS", "More characters for the table, even if no word has them.")
]
COUNTS_HELP = "A table that bigrams --csv or --json wrote, instead of words."
CountsFile = Annotated[str | None, text("--counts", "FILE", COUNTS_HELP)]
TableText = Annotated[str | None, text("--table", "TEXT", "A table as bigrams --link prints it, instead of words.")]
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


def refuse_empty_rows(counts: torch.Tensor, characters: Sequence[str], smoothing: float) -> None:
    """Raise ValueError, naming the rows, if rows of counts (rows, V) are empty and no fake counts fill them."""
    empty = [character for character, row in zip(characters, counts, strict=True) if not row.any()]
    if empty and smoothing == 0:
        raise ValueError(f"nothing follows {', '.join(map(repr, empty))} here: --smoothing above 0 fills such rows")


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
    """The options that name a list of words, and say how it is read."""

    corpus: CorpusKey = None
    words_file: WordsFile = None
    fold: Fold = False
    column: Columns = None
    weights: Weights = None
    encoding: Encoding = None
    boundary: Boundary = None
    skip_bad_words: SkipBadWords = False
    alphabet: Alphabet = None

    @property
    def given(self) -> list[str]:
        """The options of a file that are given, as typed."""
        names = ("fold", "column", "weights", "encoding", "boundary", "skip_bad_words")
        return ["--" + name.replace("_", "-") for name in names if getattr(self, name) not in (None, False)]

    @property
    def format(self) -> ListFormat:
        """How the list is to be read. ValueError, one line, for a bad option."""
        columns = list(self.column or ())
        weights = True if self.weights == "" else self.weights
        if len(columns) == 2 and weights is True:  # the second column has the numbers
            weights = columns.pop()
        if len(columns) > 1:
            raise ValueError(f"--column: expected one column, got {' and '.join(columns)}")
        return ListFormat(
            fold=self.fold,
            column=columns[0] if columns else None,
            weights=weights,
            encoding=self.encoding,
            boundary=BOUNDARY if self.boundary is None else self.boundary,
            alphabet=self.alphabet or "",
            skip_bad_words=self.skip_bad_words,
        )

    def open(self) -> WordList:
        """The list; words of --words are read here. Raises ValueError for --words and --corpus, or an unknown list."""
        if self.words_file is None:
            key = value_of(settings.CORPUS, settings.CORPUS.default if self.corpus is None else self.corpus)
            if self.given:
                raise ValueError(f"{', '.join(self.given)}: only for the files of --words, got none")
            from analysis.counts.word_list import load_list

            return self.extended(load_list(key))
        if self.corpus is not None:
            raise ValueError(f"give --corpus or --words, not both, got {self.corpus} and {self.words_file}")
        return self.as_list([read_words(self.words_file, self.format)])

    def as_list(self, reports: Sequence[ListReport]) -> WordList:
        """The list of the words of some files; what was left out is said on standard error."""
        for report in reports:
            for line in report.notes:
                note(f"note: {line}")
            if report.refused:
                first = ", ".join(f"{report.place} {one.line} {one.text}" for one in report.refused[:3])
                more = " ..." if len(report.refused) > 3 else ""
                note(f"left out: {some(len(report.refused), report.place)}: {first}{more}")
            if report.zero:
                note(f"left out: {some(report.zero, 'word')} with the count 0")
        from analysis.counts.word_list import list_of_words

        words, weights = [word for report in reports for word in report.words], None
        if reports[0].weights is not None:
            sums: Counter[str] = Counter()
            for report in reports:
                sums.update(dict(zip(report.words, report.weights or (), strict=True)))
            words, weights = list(sums), list(sums.values())
        return self.extended(list_of_words(words, weights=weights, boundary=self.format.boundary))

    def extended(self, listed: WordList) -> WordList:
        """The list with the characters of --alphabet."""
        return replace(listed, alphabet=self.format.alphabet) if self.alphabet else listed


@dataclass(frozen=True)
class TableOptions(ListOptions):
    """The options that name a list of words, or a table of counts without words."""

    counts_file: CountsFile = None
    table: TableText = None

    @property
    def table_given(self) -> str | None:
        """--counts or --table as typed, with its value; None for a list of words."""
        if self.table is not None:
            return f"--table {self.table}"
        return None if self.counts_file is None else f"--counts {self.counts_file}"

    def open(self) -> tuple[Tables, WordList | None]:  # type: ignore[override]
        """The count tables and their list. Of --counts and --table the list is None, and no words are held out.

        Raises ValueError if several of the options are given, or if something cannot be read.
        """
        if self.table_given is None:
            words = super().open()
            return words.tables, words
        if sum(one is not None for one in (self.counts_file, self.table, self.words_file, self.corpus)) > 1:
            raise ValueError(
                f"give only one of --counts, --table, --words and --corpus, got {self.table_given} and another"
            )
        if self.given:
            raise ValueError(f"{', '.join(self.given)}: only for the files of --words, got {self.table_given}")
        if self.counts_file is not None and not os.path.isfile(self.counts_file):
            raise ValueError(f"--counts must be a file that bigrams --csv or --json wrote, got {self.counts_file}")
        from analysis.counts.table_text import decode_table
        from analysis.counts.tables import extend_tables, tables_of_counts
        from analysis.large.tables import read_counts

        tables = (
            read_counts(self.counts_file) if self.counts_file else tables_of_counts(*decode_table(self.table or ""))
        )
        return extend_tables(tables, self.format.alphabet) if self.alphabet else tables, None


def read_words(name: str, options: ListFormat) -> ListReport:
    """The words of a file, or of standard input if the name is "-"."""
    if not name:
        raise ValueError("--words must be the name of a file, or - for standard input, got nothing")
    if name != "-":
        return read_file(name, options)
    if sys.stdin is None:
        raise ValueError("--words -: expected words on standard input, got a closed standard input")
    return read_list(sys.stdin.buffer.read(), "standard input", options)


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
