"""The command that prints count tables: bigrams."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.counting_bar import Bar
from analysis.commands.options import (
    DEFAULT_SMOOTHING,
    Json,
    ListOptions,
    TableOptions,
    TableText,
    read_words,
    value_of,
)
from analysis.commands.printing import note, or_dash, print_json, print_line, print_table, some, write_file
from analysis.words.contents import kind_of
from analysis.words.sources import TABLES, Source, find_sources
from analysis.words.vocabulary import Vocabulary, display_char

if TYPE_CHECKING:
    import torch

    from analysis.counts.tables import Tables
    from analysis.counts.word_list import WordList
    from analysis.large.kernel import Pairs

TOP = 25  # the notes of the lecture print as many
IN_MEMORY = 2_000_000  # bytes; a larger file is counted piece by piece
TWO_MARKS_HELP = "The lecture's first table: start and end are two characters, <S> and <E>, and not one mark."
FILES_HELP = "Your own list: one file or many, patterns ('*.txt') and addresses (https://); - is standard input."
CLUSTER_HELP = "Count on the workers of a running Dask scheduler, such as tcp://host:8786."
SKIP_HELP = "Leave out files that cannot be read, name them, and end with exit status 1."
LINK_HELP = "Print only the text of the table, for a link or for --table. It has all that a bigram model knows."


@dataclass(frozen=True)
class FilesOptions(ListOptions):
    """The options that name a list of words in one file or in many."""

    words_file: Annotated[list[str] | None, typer.Option("--words", metavar="FILE ...", help=FILES_HELP)] = None  # type: ignore[assignment]
    cluster: Annotated[str | None, typer.Option("--cluster", metavar="ADDRESS", help=CLUSTER_HELP)] = None
    skip_bad_files: Annotated[bool, typer.Option("--skip-bad-files", help=SKIP_HELP)] = False

    def count(self, more: Sequence[str], part: str, first: int | None) -> tuple[Vocabulary, torch.Tensor, list[str]]:
        """The characters, the counts (V, V) of a part or of the first words, and a line for each skipped file."""
        files = [*(self.words_file or ()), *more]
        if more and not self.words_file:
            raise ValueError(f"expected the files after --words, got {' '.join(more)} without it")
        if not files:
            options = {"--cluster": self.cluster is not None, "--skip-bad-files": self.skip_bad_files}
            if large := [name for name, given in options.items() if given]:
                raise ValueError(f"{', '.join(large)}: only for the files of --words, got none")
            return *count_words(super().open(), part, first), []
        if self.corpus is not None:
            raise ValueError(f"give --corpus or --words, not both, got {self.corpus} and {' '.join(files)}")
        alone = len(files) == 1 and self.cluster is None and not self.skip_bad_files
        if alone and (files[0] in ("", "-") or is_pipe(files[0])):
            return *count_words(self.as_list([read_words(files[0], self.format)]), part, first), []
        if {"", "-"} & set(files):
            raise ValueError("--words -: standard input is read alone, and without --cluster and --skip-bad-files")
        skipped: list[str] = []
        into = skipped if self.skip_bad_files else None
        sources = find_sources(files, skipped=into, encoding=self.encoding or "utf-8")
        in_parts = "--first" if first is not None else "--part" if part != settings.PART.default else None
        if in_parts and len(sources) != 1:
            raise ValueError(f"{in_parts} needs the whole list in memory: one file of words, got more than that")
        small = alone and len(sources) == 1 and sources[0].size is not None and sources[0].size <= IN_MEMORY
        if in_parts or small:
            return *count_words(self.as_list([read_words(sources[0].name, self.format)]), part, first), []
        if not sources:
            raise ValueError(skipped[0])
        tables, more_skipped = self._count_in_pieces(sources)
        for line in (lines := [*skipped, *more_skipped]):
            note(f"skipped: {line}")
        return tables.vocab, tables.all, lines

    def _count_in_pieces(self, sources: list[Source]) -> tuple[Tables, list[str]]:
        """Count files of any size and number, and say which were skipped: piece by piece, if the options allow it."""
        wanted = self.format
        columns = tuple(one for one in (wanted.column, wanted.weights) if isinstance(one, str))
        tables = all(kind_of(source.name) in TABLES for source in sources)
        simple = {"--column", "--weights", "--encoding"}.issuperset(self.given) and not any(map(str.isdigit, columns))
        if simple and (not columns or (tables and len(columns) == 1 + bool(wanted.weights))):
            from analysis.counts.tables import extend_tables
            from analysis.large.tables import tables_of_pairs

            sources = [replace(source, columns=columns, weighted=bool(wanted.weights)) for source in sources]
            pairs, skipped = self._stream(sources)
            counted = tables_of_pairs(pairs)
            return extend_tables(counted, wanted.alphabet) if self.alphabet else counted, skipped
        if self.cluster is not None:
            got = " ".join(self.given)
            raise ValueError(f"--cluster takes only --encoding, --weights and --column NAME, got {got}")
        reports, skipped = [], []
        for source in sources:
            try:
                reports.append(read_words(source.name, wanted))
            except ValueError as error:
                if not self.skip_bad_files:
                    raise
                skipped.append(str(error))
        if not reports:
            raise ValueError(skipped[0])
        return self.as_list(reports).tables, skipped

    def _stream(self, sources: list[Source]) -> tuple[Pairs, list[str]]:
        if self.cluster is not None:
            from analysis.large.cluster import reach

            reach(self.cluster)  # before the slow imports
        from analysis.large.engine import count_sources

        with Bar(sources) as bar:
            counted = count_sources(sources, skip=self.skip_bad_files, cluster=self.cluster, progress=bar.advance)
        bar.sum_up()
        return counted.pairs, counted.skipped


def bigrams(
    *,
    source: FilesOptions,
    more: Annotated[list[str] | None, typer.Argument(metavar="[FILE ...]", help="More files for --words.")] = None,
    table: TableText = None,
    part: Annotated[str, typer.Option("--part", help=f"Which words: {settings.PART.listed}.")] = settings.PART.default,
    row: Annotated[str | None, typer.Option("--row", metavar="C", help="What follows this character.")] = None,
    smoothing: Annotated[str | None, typer.Option("--smoothing", metavar="S", help="Fake counts in the row.")] = None,
    first: Annotated[str | None, typer.Option("--first", metavar="K", help="Count only the first K words.")] = None,
    two_marks: Annotated[bool, typer.Option("--two-marks", help=TWO_MARKS_HELP)] = False,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the table to this file.")] = None,
    link: Annotated[bool, typer.Option("--link", help=LINK_HELP)] = False,
    json: Json = False,
) -> int | None:
    """Show the count table, its most and least frequent pairs, and one row of it as probabilities."""
    value_of(settings.PART, part)
    fake = value_of(settings.SMOOTHING, DEFAULT_SMOOTHING if smoothing is None else smoothing)
    if smoothing is not None and (row is None or two_marks):
        got = "--two-marks" if two_marks else "no --row"
        raise ValueError(f"--smoothing is for a --row of the table with one mark, got {got}")
    if two_marks and (csv is not None or link):
        raise ValueError(f"{'--link' if link else '--csv'} writes the table with one mark, got --two-marks")
    words = None if first is None else value_of(settings.FIRST, first)
    if words is not None and part != settings.PART.default:
        raise ValueError(f"--first counts from the start of the whole list, got --part {part}")
    if table is None:
        vocab, counts, skipped = source.count(more or (), part, words)
    else:
        if more or words is not None or part != settings.PART.default:
            raise ValueError("--table has no words, so no --part and no --first of them")
        tables, _ = TableOptions(
            **{one.name: getattr(source, one.name) for one in fields(ListOptions)}, table=table
        ).open()
        vocab, counts, skipped = tables.vocab, tables.all, []
    from analysis.counts.bigrams import START, top_bigrams, with_start_and_end
    from analysis.counts.table_text import encode_table
    from analysis.counts.tables import table_to_csv

    characters = vocab.itos
    text = encode_table(vocab, counts) if link else ""
    if two_marks:
        characters, counts = with_start_and_end(counts, vocab)
        row = START if row == vocab.boundary else row
    following = None if row is None else row_of(characters, counts, row, fake)
    if csv is not None:
        write_file(csv, table_to_csv(counts, vocab))
        note(f"wrote {csv}")
    if json:
        top = [{"bigram": characters[a] + characters[b], "count": n} for a, b, n in top_bigrams(counts, TOP)]
        keys: dict[str, Any] = {"vocab": characters, "counts": counts.tolist(), "top": top}
        keys |= {"skipped": skipped} if source.skip_bad_files else {}
        keys |= {"table": text} if link else {}
        print_json(keys | ({} if following is None else {"row": following}))
    elif link:
        print_line(text)
    else:
        print_counts(characters, counts, row, following)
    return 1 if skipped else None


def is_pipe(name: str) -> bool:
    """True for a pipe or a device, which can be read only once."""
    return os.path.exists(name) and not os.path.isfile(name) and not os.path.isdir(name)


def count_words(listed: WordList, part: str, first: int | None) -> tuple[Vocabulary, torch.Tensor]:
    """The characters of a list, and the counts (V, V) of a part of it or of its first words."""
    tables = listed.tables
    if first is None:
        return tables.vocab, tables.part(part)
    if first > len(listed.words):
        raise ValueError(f"--first must be at most {len(listed.words):,}, as many words as there are, got {first:,}")
    from analysis.counts.bigrams import count_bigrams

    weights = None if listed.weights is None else listed.weights[:first]
    return tables.vocab, count_bigrams(listed.words[:first], tables.vocab, weights)


def print_counts(
    characters: Sequence[str], counts: torch.Tensor, row: str | None, following: list[dict] | None
) -> None:
    """How many pairs occur; then the row of --row, or the most and the least frequent pairs."""
    from analysis.counts.bigrams import top_bigrams

    print_line(f"{some(int(counts.sum()), 'bigram')}, {int((counts > 0).sum()):,} of {counts.numel():,} pairs occur")
    if following is not None:
        cells = [(x["bigram"], f"{x['count']:,}", or_dash(x["prob"], ".6f", "")) for x in following]
        print_table(f"after {row}", ["bigram", "count", "prob"], cells)
        return
    for title, least in (("most frequent", False), ("least frequent that occur", True)):
        pairs = top_bigrams(counts, TOP, least=least)
        shown = [(display_char(characters[a]) + display_char(characters[b]), f"{count:,}") for a, b, count in pairs]
        print_table(title, ["bigram", "count"], shown)
        if pairs and (tied := int((counts == pairs[-1][2]).sum())) > sum(count == pairs[-1][2] for *_, count in pairs):
            print_line(f"{tied:,} pairs are as frequent as the last one shown")


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
