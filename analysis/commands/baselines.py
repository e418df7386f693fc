"""The command that compares a bigram with simpler models: baselines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis import settings
from analysis.commands.options import (
    DEFAULT_N,
    DEFAULT_SEED,
    DEFAULT_SMOOTHING,
    Json,
    ListOptions,
    SeedOption,
    Smoothing,
    WordsNumber,
    real_words,
    value_of,
)
from analysis.commands.printing import or_dash, print_json, print_line, print_table

if TYPE_CHECKING:
    from analysis.counts.baselines import Baseline
    from analysis.counts.baselines.contexts import Context
    from analysis.counts.baselines.lengths import Lengths

LIKELIEST = 5


def baselines(
    *,
    smoothing: Smoothing = DEFAULT_SMOOTHING,
    n: WordsNumber = DEFAULT_N,
    seed: SeedOption = DEFAULT_SEED,
    source: ListOptions,
    json: Json = False,
) -> None:
    """Is a bigram any good? Compare it with simpler models and with the list; and what longer contexts would take.

    Names are drawn as in the lecture (as sample --stream lecture draws them). Only the bigram has fake counts.
    """
    fake, number = value_of(settings.SMOOTHING, smoothing), value_of(settings.N, n)
    start = value_of(settings.SEED, seed)
    given = source.open()
    from analysis.counts.baselines import compare_baselines
    from analysis.counts.baselines.contexts import context_sizes
    from analysis.counts.baselines.lengths import lengths_of_list, lengths_of_model
    from analysis.counts.baselines.likely import most_likely_words, share_of_list
    from analysis.samples.names import sample_words
    from analysis.streams import open_stream

    tables, known = given.tables, real_words(given)
    models = compare_baselines(tables, fake)
    listed, longest = lengths_of_list(given.lengths), max(given.lengths)
    lengths = [lengths_of_model(model.probs, longest) for model in models]
    in_list = [None if known is None else share_of_list(known, tables.vocab, model.probs) for model in models]
    drawn = [sample_words(model.probs, tables.vocab, number, open_stream("lecture", start)) for model in models]
    likeliest = most_likely_words(models[-1].probs, tables.vocab, LIKELIEST)
    contexts = context_sizes(given.seen, len(tables.vocab), int(tables.all.sum()))
    if json:
        print_json(
            {
                "models": [
                    {"model": model.name, "nll": model.nll, "perplexity": model.perplexity, "dev_nll": model.dev_nll}
                    | {"lengths": long._asdict(), "in_list": share, "words": words}
                    for model, long, share, words in zip(models, lengths, in_list, drawn, strict=True)
                ],
                "list": {"lengths": listed._asdict(), "longest": longest},
                "likeliest": [likely._asdict() for likely in likeliest],
                "contexts": [context._asdict() for context in contexts],
            }
        )
        return
    print_models(models)
    rows = [("the list", listed, 1.0), *zip([model.name for model in models], lengths, in_list, strict=True)]
    print_lengths(rows, longest)
    likely_words = ", ".join(f"{likely.word or '(empty)'} {likely.prob:.2%}" for likely in likeliest)
    print_line(f"likeliest words of the bigram: {likely_words}")
    print_line(f"words drawn from each, seed {start}:")
    for model, words in zip(models, drawn, strict=True):
        print_line(f"  {model.name}: {', '.join(word or '(empty)' for word in words)}")
    print_contexts(contexts)


def print_models(models: Iterable[Baseline]) -> None:
    """How well each model predicts."""
    rows = [
        (model.name, f"{model.nll:.4f}", f"{model.perplexity:.4f}", or_dash(model.dev_nll, ".4f")) for model in models
    ]
    print_table("how well each predicts", ["model", "nll", "perplexity", "dev nll"], rows)
    print_line("nll in nats per character, lower is better; dev nll: counted on train, scored on held-out words")


def print_lengths(rows: Iterable[tuple[str, Lengths, float | None]], longest: int) -> None:
    """How long the words of the list and of each model are, and how many of them are in the list."""
    cells = [
        (name, f"{x.mean:.4f}", *(f"{share:.2%}" for share in (*x.shares[:2], x.longer)), or_dash(in_list, ".2%"))
        for name, x, in_list in rows
    ]
    columns = ["words of", "mean letters", "no letter", "one letter", f"over {longest} letters", "in the list"]
    print_table("how long their words are", columns, cells)


def print_contexts(contexts: Iterable[Context]) -> None:
    """How large the tables of longer contexts are, and how empty."""
    rows = [(x.letters, f"{x.cells:,}", f"{x.seen:,}", f"{x.share:.2%}", f"{x.examples:.1f}") for x in contexts]
    columns = ["letters of context", "cells", "ever seen", "share", "examples a cell seen"]
    print_table("longer contexts", columns, rows)
