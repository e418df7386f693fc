"""The command that compares the counted model with the net: compare."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.models import Net, NetOptions
from analysis.commands.options import (
    DEFAULT_N,
    DEFAULT_SEED,
    DEFAULT_SMOOTHING,
    Json,
    SeedOption,
    Smoothing,
    StreamName,
    TableOptions,
    WordsNumber,
    real_words,
    value_of,
)
from analysis.commands.printing import note, or_dash, print_json, print_line, print_table
from analysis.commands.scoring import pair_label, score_keys
from analysis.words.lists import clean_word
from analysis.words.vocabulary import Vocabulary, display_char

if TYPE_CHECKING:
    import torch

    from analysis.counts.likelihood import Score
    from analysis.counts.tables import Tables
    from analysis.models.comparison import ModelComparison
    from analysis.net.distance import LamMatch, Match
    from analysis.samples.paired import PairedSample

FURTHEST = 3  # rows that the table for people shows


def compare(
    *,
    net: NetOptions,
    smoothing: Smoothing = DEFAULT_SMOOTHING,
    n: WordsNumber = DEFAULT_N,
    seed: SeedOption = DEFAULT_SEED,
    stream: StreamName = settings.STREAM.default,
    word: Annotated[
        list[str] | None, typer.Option("--word", metavar="WORD", help="A word to score with both; may be repeated.")
    ] = None,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Compare the counted model with the net: how much they differ, and the names of both from one stream."""
    number, names_seed = value_of(settings.N, n), value_of(settings.SEED, seed)
    fake, stream = value_of(settings.SMOOTHING, smoothing), value_of(settings.STREAM, stream)
    trained = net.read(names_seed)
    tables, words = source.open()
    from analysis.models.comparison import compare_with_net
    from analysis.models.likelihood import score_word
    from analysis.models.net import NetModel
    from analysis.models.table import CountedModel
    from analysis.net.distance import matching_lam, matching_smoothing
    from analysis.samples.paired import paired_samples, running_samples

    models = counted, learned = CountedModel(tables.all, fake), NetModel(trained.train(tables).weights)
    scores = [[score_word(clean_word(one), tables.vocab, model) for model in models] for one in word or []]
    compared = compare_with_net(tables, fake, learned.weights, train_weights(trained, tables))
    near, lam = matching_smoothing(tables.all, learned.probs), matching_lam(tables.all, counted.probs)
    running = running_samples(*models, tables.vocab, number, stream, names_seed)
    pairs = paired_samples(*models, tables.vocab, number, stream, names_seed)
    if json:
        scored = [[score_keys(score, tables.vocab) for score in pair] for pair in scores]
        print_json(
            comparison_keys(compared, near, lam, tables.vocab)
            | {"words_counts": running[0], "words_neural": running[1]}
            | paired_keys(pairs, real_words(words))
            | ({"words": [{"counts": one, "neural": other} for one, other in scored]} if word else {})
        )
        return
    print_comparison(compared, near, lam, smoothing, tables.vocab)
    print_names(running, pairs, f"stream {stream}, seed {names_seed}")
    for one, other in scores:
        print_word(one, other, tables.vocab)


def train_weights(net: Net, tables: Tables) -> torch.Tensor | None:
    """The weights (V, V) of the same net, trained on the train words only.

    None if there are no such words, if the net starts with the weights of another run (which may know the other
    words), or if it is trained on one word.
    """
    if net.only is not None or net.init not in settings.INIT.options or not tables.train.sum():
        return None
    note("the same net on the train words only:")
    return net.train(replace(tables, all=tables.train)).weights


def comparison_keys(compared: ModelComparison, near: Match, lam: LamMatch, vocab: Vocabulary) -> dict[str, Any]:
    """The numbers as `compare --json` prints them."""
    size, previous, following = compared.difference
    return {
        "kl": compared.kl,
        "kl_rows": compared.kl_rows,
        "max_abs_diff": size,
        "max_abs_diff_pair": vocab.itos[previous] + vocab.itos[following],
        "matching_smoothing": near.smoothing,
        "matching_lam": lam.lam,
        **{name: value for name, value in compared._asdict().items() if "nll" in name},
    }


def paired_keys(pairs: Sequence[PairedSample], real: Set[str] | None) -> dict[str, Any]:
    """The aligned names, how many are the same, and the figures of both lists."""
    from analysis.samples.paired import list_figures, same_names

    return {
        "aligned": [[pair.first, pair.second, pair.differs] for pair in pairs],
        "same": same_names(pairs),
        "figures_counts": list_figures([pair.first for pair in pairs], real)._asdict(),
        "figures_neural": list_figures([pair.second for pair in pairs], real)._asdict(),
    }


def print_comparison(compared: ModelComparison, near: Match, lam: LamMatch, smoothing: str, vocab: Vocabulary) -> None:
    """The numbers for people."""
    size, previous, following = compared.difference
    furthest = sorted(range(len(vocab)), key=lambda row: -compared.kl_rows[row])[:FURTHEST]
    rows = ", ".join(f"{display_char(vocab.itos[row])} {compared.kl_rows[row]:.4f}" for row in furthest)
    pair = display_char(vocab.itos[previous]) + display_char(vocab.itos[following])
    print_line(f"kl of the counted model (smoothing {smoothing}) to the net: {compared.kl:.7f} nats")
    print_line(f"rows that are furthest apart: {rows} nats")
    print_line(f"largest difference of a probability: {size:.4f}, at {pair}")
    print_line(f"nearest smoothing: {near.smoothing:.5g} fake counts per cell, {near.kl:.3g} nats left over")
    print_line(f"nearest lambda, trained to its end: {lam.lam:.5g}, {lam.kl:.3g} nats left over")
    nlls = [
        ("all, fitted on all", compared.nll_counts, compared.nll_neural),
        ("train, fitted on train", compared.train_nll_counts, compared.train_nll_neural),
        ("dev, fitted on train", compared.dev_nll_counts, compared.dev_nll_neural),
    ]
    shown = [(name, *(or_dash(nll, ".6f", "-") for nll in both)) for name, *both in nlls]
    print_table("nll of words, nats per character", ["words", "counts", "net"], shown)


def print_names(running: tuple[list[str], list[str]], pairs: Sequence[PairedSample], drawn: str) -> None:
    """Both running lists, then names of both that start at the same place of the stream; `drawn` names the stream."""
    from analysis.samples.paired import list_figures, same_names

    rows = [(one, other, "" if one == other else "differ") for one, other in zip(*running, strict=True)]
    print_table(f"names, {drawn}", ["counts", "net", ""], rows)
    aligned = [(one, other, "" if at is None else at + 1) for one, other, _, at in pairs]
    print_table("both from the same place of it", ["counts", "net", "differ at letter"], aligned)
    counts, net = (list_figures(words) for words in ([pair.first for pair in pairs], [pair.second for pair in pairs]))
    print_line(
        f"{same_names(pairs)} of {len(pairs)} are the same; mean length {counts.mean_length:.2f} and "
        f"{net.mean_length:.2f} letters, of one letter {counts.one_letter} and {net.one_letter}"
    )


def print_word(counted: Score, learned: Score, vocab: Vocabulary) -> None:
    """A word letter by letter, scored by both models, for people."""
    pairs = zip(counted.letters, learned.letters, strict=True)
    rows = [(pair_label(one, vocab), f"{one.prob:.4f}", f"{other.prob:.4f}") for one, other in pairs]
    print_table(counted.word, ["bigram", "probability, counts", "probability, net"], rows)
    print_line(f"mean nll {counted.nll:.4f} by counts, {learned.nll:.4f} by the net, nats per character")
