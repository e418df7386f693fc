"""The list of words or the table of counts that the options choose."""

from __future__ import annotations

import os
import sys
from collections.abc import Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from analysis import settings
from analysis.commands.options import Option, given_options
from analysis.commands.printing import note, some
from analysis.words.names import WordsMissing
from analysis.words.reading.files import read_file
from analysis.words.reading.list_format import ListFormat, left_out
from analysis.words.reading.report import ListReport, read_list
from analysis.words.vocabulary import BOUNDARY

if TYPE_CHECKING:
    from analysis.counts.tables import Tables
    from analysis.counts.word_list import WordList

BUILT_IN = f"A built-in list: {', '.join(settings.CORPUS.options)}."
WORDS_HELP = "Your own list: a word on each line, a table or JSON, also compressed; - is standard input."
WEIGHTS_HELP = "The column that says how often each word occurs. Without a name: a word and a number on each line."
TABLE_HELP = "A table as bigrams --link prints it, instead of words."
OF_A_FILE = ("fold", "column", "weights", "encoding", "boundary", "skip_bad_words")


@dataclass(frozen=True)
class ListOptions:
    """The options that name a list of words, and say how it is read."""

    corpus: Annotated[str | None, Option(BUILT_IN, "KEY", setting=settings.CORPUS)] = None
    words_file: Annotated[str | None, Option(WORDS_HELP, "FILE", "--words")] = None
    fold: Annotated[bool, Option("Change capitals to small letters.")] = False
    column: Annotated[list[str] | None, Option("The column with the words: a name, or a number from 1.", "NAME")] = None
    weights: Annotated[str | None, Option(WEIGHTS_HELP, "[NAME]")] = None
    encoding: Annotated[str | None, Option("The encoding of the file: utf-8, utf-16, latin-1 ...", "NAME")] = None
    boundary: Annotated[
        str | None, Option("The mark for the start and end of a word, instead of a full stop.", "C")
    ] = None
    skip_bad_words: Annotated[bool, Option("Leave refused lines out, and say how many.")] = False
    alphabet: Annotated[str | None, Option("More characters for the table, even if no word has them.", "LETTERS")] = (
        None
    )

    @property
    def given(self) -> list[str]:
        """The options of a file that are given, as typed."""
        return given_options(self, OF_A_FILE)

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
            if self.given:
                raise ValueError(f"{', '.join(self.given)}: only for the files of --words, got none")
            from analysis.counts.word_list import load_list

            return self.extended(load_list(settings.CORPUS.default if self.corpus is None else self.corpus))
        if self.corpus is not None:
            raise ValueError(f"give --corpus or --words, not both, got {self.corpus} and {self.words_file}")
        return self.as_list(read_words(self.words_file, self.format))

    def as_list(self, report: ListReport) -> WordList:
        """The list of the words of a report; what was left out is said on standard error."""
        from analysis.counts.word_list import list_of_words

        for line in report.notes:
            note(f"note: {line}")
        if report.refused:
            note(left_out(report.place, report.refused, len(report.refused)))
        if report.zero:
            note(f"left out: {some(report.zero, 'word')} with the count 0")
        return self.extended(list_of_words(report.words, weights=report.weights, boundary=self.format.boundary))

    def extended(self, listed: WordList) -> WordList:
        """The list with the characters of --alphabet."""
        return replace(listed, alphabet=self.format.alphabet) if self.alphabet else listed


@dataclass(frozen=True)
class TableOptions(ListOptions):
    """The options that name a list of words, or a table of counts without words."""

    counts_file: Annotated[
        str | None, Option("A table that bigrams --csv or --json wrote, instead of words.", "FILE", "--counts")
    ] = None
    table: Annotated[str | None, Option(TABLE_HELP, "TEXT")] = None

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
        got = self.table_given
        if got is None:
            words = super().open()
            return words.tables, words
        if sum(one is not None for one in (self.counts_file, self.table, self.words_file, self.corpus)) > 1:
            raise ValueError(f"give only one of --counts, --table, --words and --corpus, got {got} and another")
        if self.given:
            raise ValueError(f"{', '.join(self.given)}: only for the files of --words, got {got}")
        if self.counts_file is not None and not os.path.isfile(self.counts_file):
            raise ValueError(f"--counts must be a file that bigrams --csv or --json wrote, got {self.counts_file}")
        from analysis.counts.table_text import decode_table
        from analysis.counts.tables import extend_tables, tables_of_counts
        from analysis.large.tables import read_counts

        file = self.counts_file
        tables = read_counts(file) if file else tables_of_counts(*decode_table(self.table or ""))
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
