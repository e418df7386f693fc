"""The command that prints count tables: bigrams."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis import settings
from analysis.commands.counting_large import (
    Cluster,
    Columns,
    LargeOptions,
    MoreFiles,
    SkipBadFiles,
    Weights,
    WordsFiles,
    all_files,
    count_corpus,
    is_stream,
)
from analysis.commands.counting_text import print_counts, row_of, table_keys
from analysis.commands.options import (
    DEFAULT_SMOOTHING,
    CorpusKey,
    Json,
    open_tables,
    own_words,
    value_of,
)
from analysis.commands.printing import note, print_json, write_file
from analysis.words.list_format import ListFormat
from analysis.words.names import load_words
from analysis.words.reading import read_file
from analysis.words.sources import find_sources
from analysis.words.vocabulary import BOUNDARY

if TYPE_CHECKING:
    import torch

    from analysis.words.vocabulary import Vocabulary

TWO_MARKS_HELP = "The lecture's first table: start and end are two characters, <S> and <E>, and not one mark."
FIRST_HELP = "Count only the first K words of the list."
ROW_SMOOTHING_HELP = "Fake counts added to every cell of the row."


def bigrams(
    corpus: CorpusKey = None,
    words_files: WordsFiles = None,
    more: MoreFiles = None,
    column: Columns = None,
    weights: Weights = False,
    cluster: Cluster = None,
    skip_bad_files: SkipBadFiles = False,
    part: Annotated[str, typer.Option("--part", help=f"Which words: {settings.PART.listed}.")] = settings.PART.default,
    row: Annotated[str | None, typer.Option("--row", metavar="C", help="What follows this character.")] = None,
    smoothing: Annotated[str | None, typer.Option("--smoothing", metavar="S", help=ROW_SMOOTHING_HELP)] = None,
    first: Annotated[str | None, typer.Option("--first", metavar="K", help=FIRST_HELP)] = None,
    two_marks: Annotated[bool, typer.Option("--two-marks", help=TWO_MARKS_HELP)] = False,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the table to this file.")] = None,
    json: Json = False,
) -> int | None:
    """Show the count table, its most and least frequent pairs, and one row of it as probabilities."""
    value_of(settings.PART, part)
    fake = value_of(settings.SMOOTHING, DEFAULT_SMOOTHING if smoothing is None else smoothing)
    if smoothing is not None and (row is None or two_marks):
        got = "--two-marks" if two_marks else "no --row"
        raise ValueError(f"--smoothing is for a --row of the table with one mark, got {got}")
    if csv is not None and two_marks:
        raise ValueError("--csv writes the table with one mark, got --two-marks")
    words = None if first is None else value_of(settings.FIRST, first)
    if words is not None and part != settings.PART.default:
        raise ValueError(f"--first counts from the start of the whole list, got --part {part}")
    large = LargeOptions(tuple(column or ()), weights, cluster, skip_bad_files)
    files = all_files(words_files, more, corpus)
    skipped: list[str] = []
    in_parts = "--first" if words is not None else "--part" if part != settings.PART.default else None
    if large.given and not files:
        raise ValueError(f"{', '.join(large.given)}: for the files of --words, got none")
    if not files and words is None:
        tables = open_tables(None, corpus)
        vocab, counts = tables.vocab, tables.part(part)
    elif in_parts or is_stream(files, large):
        vocab, counts = count_words(words_in_memory(files, corpus, large, in_parts), part, words)
    else:
        tables, skipped = count_corpus(files, large)
        vocab, counts = tables.vocab, tables.all
    from analysis.counts.bigrams import START, with_start_and_end
    from analysis.counts.tables import table_to_csv

    characters = vocab.itos
    if two_marks:
        characters, counts = with_start_and_end(counts, vocab)
        row = START if row == BOUNDARY else row
    following = None if row is None else row_of(characters, counts, row, fake)
    if csv is not None:
        write_file(csv, table_to_csv(counts, vocab))
        note(f"wrote {csv}")
    if json:
        keys = table_keys(characters, counts) | ({"skipped": skipped} if skip_bad_files else {})
        print_json(keys | ({} if following is None else {"row": following}))
    else:
        print_counts(characters, counts, row, following)
    return 1 if skipped else None


def words_in_memory(
    files: Sequence[str], corpus: str | None, options: LargeOptions, needed_by: str | None
) -> list[str]:
    """The words of one list, read whole. ValueError, naming the option that needs it, for more than one file."""
    if not files or is_stream(files, options):
        own = own_words(files[0] if files else None, corpus)
        return load_words(corpus or settings.CORPUS.default) if own is None else own
    one_by_one = {"--column"}.issuperset(options.given)
    sources = find_sources(files, options.columns) if one_by_one and "-" not in files else []
    if len(sources) != 1:
        raise ValueError(f"{needed_by} needs the whole list in memory: one file of words, got more than that")
    return list(read_file(sources[0].name, ListFormat(column=next(iter(options.columns), None))).words)


def count_words(listed: list[str], part: str, first: int | None) -> tuple[Vocabulary, torch.Tensor]:
    """The characters of a list and the counts (V, V) of a part of it, or of its first words."""
    from analysis.counts.bigrams import count_ids, encode_words
    from analysis.counts.tables import count_tables
    from analysis.words.vocabulary import build_vocabulary

    if first is None:
        tables = count_tables(listed)
        return tables.vocab, tables.part(part)
    if first > len(listed):
        raise ValueError(f"--first must be at most {len(listed):,}, as many words as there are, got {first:,}")
    vocab = build_vocabulary(listed)
    return vocab, count_ids(encode_words(listed, vocab), first, len(vocab))
