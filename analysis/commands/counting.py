"""The command that prints count tables: bigrams."""

from __future__ import annotations

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
    is_large,
    one_list,
)
from analysis.commands.counting_text import print_counts, row_of, table_keys
from analysis.commands.options import (
    DEFAULT_SMOOTHING,
    CorpusKey,
    Json,
    WordsFile,
    open_tables,
    own_words,
    value_of,
)
from analysis.commands.printing import note, print_json, write_file
from analysis.words.vocabulary import BOUNDARY

if TYPE_CHECKING:
    import torch

    from analysis.words.vocabulary import Vocabulary

TWO_MARKS_HELP = "The lecture's first table, with a character each for start, <S>, and end, <E>, instead of one mark."
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
    """The count table, its most and least frequent pairs, and one row of it as probabilities."""
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
    in_parts = [*(["--first"] if words is not None else []), *(["--part"] if part != settings.PART.default else [])]
    one = one_list(files, large)
    if not one and in_parts:
        raise ValueError(f"{in_parts[0]} needs the whole list in memory: one plain file, got more than that")
    if one and (in_parts or not is_large(files)):
        words_file = files[0] if files else None
        vocab, counts = count_list(words_file, corpus, part, words)
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


def count_list(
    words_file: str | None, corpus: str | None, part: str, first: int | None
) -> tuple[Vocabulary, torch.Tensor]:
    """The characters and the counts (V, V) of one list, of a part of it, or of its first words."""
    if first is not None:
        return count_first(first, words_file, corpus)
    tables = open_tables(words_file, corpus)
    return tables.vocab, tables.part(part)


def count_first(words: int, words_file: WordsFile, corpus: CorpusKey) -> tuple[Vocabulary, torch.Tensor]:
    """The characters of the whole list, and the table of its first words: counts (V, V)."""
    from analysis.counts.bigrams import count_ids, encode_words
    from analysis.words.names import load_words
    from analysis.words.vocabulary import build_vocabulary

    own = own_words(words_file, corpus)
    listed = load_words(corpus or settings.CORPUS.default) if own is None else own
    if words > len(listed):
        raise ValueError(f"--first must be at most {len(listed):,}, as many words as there are, got {words:,}")
    vocab = build_vocabulary(listed)
    return vocab, count_ids(encode_words(listed, vocab), words, len(vocab))
