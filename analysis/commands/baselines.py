"""The command that compares a bigram with simpler models: baselines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analysis.commands.lists import ListOptions, real_words
from analysis.commands.options import Json, SeedOption, Smoothing, WordsNumber
from analysis.commands.printing import Table, or_dash, print_answer

LIKELIEST = 5


def baselines(
    *, smoothing: Smoothing, n: WordsNumber, seed: SeedOption, source: ListOptions, json: Json = False
) -> None:
    """Is a bigram any good? Compare it with simpler models and with the list; and what longer contexts would take.

    Names are drawn as in the lecture (as sample --stream lecture draws them). Only the bigram has fake counts.
    """
    given = source.open()
    from analysis.counts.baselines import compare_baselines
    from analysis.counts.baselines.lengths import lengths_of_list, lengths_of_model
    from analysis.counts.baselines.likely import most_likely_words, shares_of_list
    from analysis.counts.contexts.sizes import context_sizes
    from analysis.samples.names import sample_words
    from analysis.streams import open_stream

    tables, known = given.tables, real_words(given)
    models = compare_baselines(tables, smoothing)
    listed, longest = lengths_of_list(given.lengths), max(given.lengths)
    lengths = [lengths_of_model(model.probs, longest) for model in models]
    probs = [model.probs for model in models]
    in_list = [None] * len(models) if known is None else shares_of_list(known, tables.vocab, probs)
    drawn = [sample_words(model.probs, tables.vocab, n, open_stream("lecture", seed)) for model in models]
    likeliest = most_likely_words(models[-1].probs, tables.vocab, LIKELIEST)
    contexts = context_sizes(given.seen, len(tables.vocab), int(tables.all.sum()))
    keys = {
        "models": [
            {"model": model.name, "nll": model.nll, "perplexity": model.perplexity, "dev_nll": model.dev_nll}
            | {"lengths": long._asdict(), "in_list": share, "words": words}
            for model, long, share, words in zip(models, lengths, in_list, drawn, strict=True)
        ],
        "list": {"lengths": listed._asdict(), "longest": longest},
        "likeliest": [likely._asdict() for likely in likeliest],
        "contexts": [context._asdict() for context in contexts],
    }
    print_answer(json, keys, for_people(keys, seed))


def for_people(keys: dict[str, Any], seed: int) -> Iterator[str | Table]:
    """The keys of --json as tables and lines."""
    from analysis.views.captions import percent

    models, longest = keys["models"], keys["list"]["longest"]
    nlls = [(x["model"], f"{x['nll']:.4f}", f"{x['perplexity']:.4f}", or_dash(x["dev_nll"], ".4f")) for x in models]
    yield Table("how well each predicts", ["model", "nll", "perplexity", "dev nll"], nlls)
    yield "nll in nats per character, lower is better; dev nll: counted on train, scored on held-out words"
    of_list = {"model": "the list", "lengths": keys["list"]["lengths"], "in_list": 1.0}
    lengths = [
        (
            one["model"],
            f"{one['lengths']['mean']:.4f}",
            *(percent(share, 2) for share in (*one["lengths"]["shares"][:2], one["lengths"]["longer"])),
            "–" if one["in_list"] is None else percent(one["in_list"], 2),
        )
        for one in (of_list, *models)
    ]
    columns = ["words of", "mean letters", "no letter", "one letter", f"over {longest} letters", "in the list"]
    yield Table("how long their words are", columns, lengths)
    likely_words = ", ".join(f"{x['word'] or '(empty)'} {percent(x['prob'], 2)}" for x in keys["likeliest"])
    yield f"likeliest words of the bigram: {likely_words}"
    yield f"words drawn from each, seed {seed}:"
    for one in models:
        yield f"  {one['model']}: {', '.join(word or '(empty)' for word in one['words'])}"
    cells = [
        (x["letters"], f"{x['cells']:,}", f"{x['seen']:,}", percent(x["share"], 2), f"{x['examples']:.1f}")
        for x in keys["contexts"]
    ]
    yield Table("longer contexts", ["letters of context", "cells", "ever seen", "share", "examples a cell seen"], cells)
