"""Commands that count: corpus, bigrams, benchmark."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis import settings
from analysis.commands.options import CorpusKey, Json, WordsFile, open_tables, own_words
from analysis.commands.printing import note, print_json, print_line, print_table, some, write_file
from analysis.counts.bigrams import START, top_bigrams, with_start_and_end
from analysis.counts.tables import load_summary, summarize, table_to_csv
from analysis.views.tables import row_frame, top_frame
from analysis.words.vocabulary import BOUNDARY, visible

TOP = 25  # as many as the notes of the lecture print
TWO_MARKS_HELP = "The lecture's first table, with a character each for start, <S>, and end, <E>, instead of one mark."


def corpus(corpus: CorpusKey = None, words_file: WordsFile = None, json: Json = False) -> None:
    """Size, lengths, alphabet and first words of a list."""
    own = own_words(words_file, corpus)
    summary = load_summary(corpus or settings.CORPUS.default) if own is None else summarize(own)
    if json:
        print_json(summary._asdict())
        return
    print_line(f"{some(summary.words, 'word')}, {summary.distinct:,} different, {some(summary.bigrams, 'bigram')}")
    print_line(f"{summary.shortest} to {summary.longest} characters a word")
    print_line(f"{len(summary.vocab)} characters, the boundary first: {' '.join(map(visible, summary.vocab))}")
    print_line(f"first words: {' '.join(summary.first)}")


def bigrams(
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    part: Annotated[str, typer.Option("--part", help=f"Which words: {settings.PART.listed}.")] = settings.PART.default,
    row: Annotated[str | None, typer.Option("--row", metavar="C", help="What follows this character.")] = None,
    two_marks: Annotated[bool, typer.Option("--two-marks", help=TWO_MARKS_HELP)] = False,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the table to this file.")] = None,
    json: Json = False,
) -> None:
    """The count table, its most and least frequent pairs, and one row of it as probabilities."""
    tables = open_tables(words_file, corpus)
    counts, characters = tables.part(part), tables.vocab.itos
    if csv is not None:
        if two_marks:
            raise ValueError("--csv writes the table with one mark, got --two-marks")
        write_file(csv, table_to_csv(counts, tables.vocab))
        note(f"wrote {csv}")
    if two_marks:
        characters, counts = with_start_and_end(counts, tables.vocab)
        row = START if row == BOUNDARY else row
    following = None if row is None else row_frame(characters, counts, row)
    if json:
        top = [{"bigram": characters[a] + characters[b], "count": n} for a, b, n in top_bigrams(counts, TOP)]
        result = {"vocab": characters, "counts": counts.tolist(), "top": top}
        print_json(result if following is None else result | {"row": following.to_dict("records")})
        return
    seen = int((counts > 0).sum())
    print_line(f"{some(int(counts.sum()), 'bigram')}, {seen:,} of {counts.numel():,} pairs occur")
    if following is not None:
        print_table(f"after {row}", following.columns, ((b, f"{n:,}", f"{p:.6f}") for b, n, p in following.values))
        return
    for title, least in (("most frequent", False), ("least frequent that occur", True)):
        frame = top_frame(characters, counts, TOP, least=least)
        print_table(title, frame.columns, ((pair, f"{count:,}") for pair, count in frame.itertuples(index=False)))
