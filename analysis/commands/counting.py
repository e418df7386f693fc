"""Commands that count: corpus, bigrams, benchmark."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.benchmark import run_benchmark
from analysis.bigrams import table_to_csv, top_bigrams
from analysis.commands.options import CorpusKey, Json, WordsFile, open_tables, own_words
from analysis.frames import top_frame, visible
from analysis.printing import note, print_json, print_line, print_table, write_file
from analysis.tables import CORPORA, PARTS, load_summary, load_words, summarize

TOP = 25  # as many as the notes of the lecture print


def corpus(corpus: CorpusKey = None, words: WordsFile = None, json: Json = False) -> None:
    """Size, lengths, alphabet and first words of a list."""
    own = own_words(words, corpus)
    summary = load_summary(corpus or CORPORA[0]) if own is None else summarize(own)
    if json:
        print_json(summary._asdict())
        return
    print_line(f"{summary.words:,} words, {summary.distinct:,} different, {summary.bigrams:,} bigrams")
    print_line(f"{summary.shortest} to {summary.longest} characters a word")
    print_line(f"{len(summary.vocab)} characters, the boundary first: {' '.join(map(visible, summary.vocab))}")
    print_line(f"first words: {' '.join(summary.first)}")


def bigrams(
    corpus: CorpusKey = None,
    words: WordsFile = None,
    part: Annotated[str, typer.Option("--part", help=f"Which words: {', '.join(PARTS)}.")] = "all",
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the table to this file.")] = None,
    json: Json = False,
) -> None:
    """The count table, and its most and least frequent pairs."""
    tables = open_tables(words, corpus)
    counts, itos = tables.part(part), tables.vocab.itos
    if csv is not None:
        write_file(csv, table_to_csv(counts, tables.vocab))
        note(f"wrote {csv}")
    if json:
        top = [{"bigram": itos[a] + itos[b], "count": count} for a, b, count in top_bigrams(counts, TOP)]
        print_json({"vocab": itos, "counts": counts.tolist(), "top": top})
        return
    seen = int((counts > 0).sum())
    print_line(
        f"{counts.sum():,} bigrams, {seen:,} of {counts.numel():,} pairs occur; . is the start and end of a word"
    )
    for title, least in (("most frequent", False), ("least frequent that occur", True)):
        frame = top_frame(counts, tables.vocab, TOP, least=least)
        print_table(title, frame.columns, ((pair, f"{count:,}") for pair, count in frame.itertuples(index=False)))


def benchmark(
    quick: Annotated[bool, typer.Option("--quick", help="2,000 words and 100 names.")] = False,
    corpus: CorpusKey = None,
    words: WordsFile = None,
    json: Json = False,
) -> None:
    """The lecture's loops beside ours, in one process, as ratios."""
    own = own_words(words, corpus)
    timings = run_benchmark(load_words(corpus or CORPORA[0]) if own is None else own, quick=quick, progress=note)
    if json:
        print_json([timing._asdict() for timing in timings])
        return
    rows = [(t.what, f"{t.lecture_ms:,.1f}", f"{t.ours_ms:,.2f}", f"{t.ratio:,.0f} x") for t in timings]
    print_table("benchmark", ["what", "lecture's loop (ms)", "ours (ms)", "ratio"], rows)
