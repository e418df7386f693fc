"""The command that sets the counted model beside the net: compare."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from analysis import settings
from analysis.commands.comparing_text import print_beside, print_twins, print_word
from analysis.commands.models import Net, read_net
from analysis.commands.options import (
    DEFAULT_N,
    DEFAULT_SEED,
    DEFAULT_SMOOTHING,
    CorpusKey,
    CountsFile,
    Epochs,
    Init,
    InitSeed,
    Json,
    Lam,
    LearningRate,
    NetOptions,
    Only,
    SeedOption,
    Skip,
    Smoothing,
    StreamName,
    WordsFile,
    WordsNumber,
    open_tables,
    own_words,
    value_of,
)
from analysis.commands.printing import note, print_json
from analysis.commands.scoring import score_keys
from analysis.words.lists import clean_word
from analysis.words.names import real_names
from analysis.words.vocabulary import Vocabulary

if TYPE_CHECKING:
    import torch

    from analysis.counts.tables import Tables
    from analysis.models.comparison import ModelComparison
    from analysis.net.distance import LamMatch, Match
    from analysis.samples.paired import PairedSample


def compare(
    epochs: Epochs = None,
    learning_rate: LearningRate = None,
    lam: Lam = None,
    init: Init = None,
    init_seed: InitSeed = None,
    skip: Skip = None,
    only: Only = None,
    smoothing: Smoothing = DEFAULT_SMOOTHING,
    n: WordsNumber = DEFAULT_N,
    seed: SeedOption = DEFAULT_SEED,
    stream: StreamName = settings.STREAM.default,
    word: Annotated[
        list[str] | None, typer.Option("--word", metavar="WORD", help="A word to score by both; as often as you like.")
    ] = None,
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    counts_file: CountsFile = None,
    json: Json = False,
) -> None:
    """The counted model beside the net: how much they differ, and the names of both from one stream."""
    number, names_seed = value_of(settings.N, n), value_of(settings.SEED, seed)
    fake, stream = value_of(settings.SMOOTHING, smoothing), value_of(settings.STREAM, stream)
    net = read_net(NetOptions(epochs, learning_rate, lam, init, init_seed, skip, only), names_seed)
    given = None if counts_file is None else open_tables(words_file, corpus, counts_file)
    own = own_words(words_file, corpus) if given is None else None
    from analysis.counts.likelihood import score_word
    from analysis.counts.smoothing import smoothed_probs
    from analysis.counts.tables import count_tables, load_tables
    from analysis.models.comparison import compare_with_net
    from analysis.net.distance import matching_lam, matching_smoothing
    from analysis.net.forward import net_probs
    from analysis.samples.paired import paired_samples, running_samples

    tables = given or (load_tables(corpus or settings.CORPUS.default) if own is None else count_tables(own))
    weights = net.train(tables).weights
    models = smoothed_probs(tables.all, fake), net_probs(weights)
    scores = [[score_word(clean_word(one), tables.vocab, probs) for probs in models] for one in word or []]
    beside = compare_with_net(tables, fake, weights, train_weights(net, tables))
    near, lam = matching_smoothing(tables.all, models[1]), matching_lam(tables.all, models[0])
    draws = (tables.vocab, number, stream, names_seed)
    real = None if given else real_names() if own is None else set(own)
    running, twins = running_samples(*models, *draws), paired_samples(*models, *draws)
    if json:
        keys = beside_keys(beside, near, lam, tables.vocab) | {"words_counts": running[0], "words_neural": running[1]}
        scored = [[score_keys(score, tables.vocab) for score in pair] for pair in scores]
        words = {"words": [{"counts": counted, "neural": learned} for counted, learned in scored]} if word else {}
        print_json(keys | twin_keys(twins, real) | words)
        return
    print_beside(beside, near, lam, smoothing, tables.vocab)
    print_twins(running, twins, f"stream {stream}, seed {names_seed}")
    for counted, learned in scores:
        print_word(counted, learned, tables.vocab)


def train_weights(net: Net, tables: Tables) -> torch.Tensor | None:
    """The weights (V, V) of the same net trained on the train words alone.

    None where there are no such words, and for a net that would not be of these words alone: one that began with the
    weights of a run, or is trained on one word.
    """
    if net.only is not None or net.init not in settings.INIT.options or not tables.train.sum():
        return None
    note("the same net on the train words alone:")
    return net.train(replace(tables, all=tables.train)).weights


def beside_keys(beside: ModelComparison, near: Match, lam: LamMatch, vocab: Vocabulary) -> dict:
    """The numbers as `compare --json` prints them."""
    size, previous, following = beside.difference
    return {
        "kl": beside.kl,
        "kl_rows": beside.kl_rows,
        "max_abs_diff": size,
        "max_abs_diff_pair": vocab.itos[previous] + vocab.itos[following],
        "matching_smoothing": near.smoothing,
        "matching_lam": lam.lam,
        **{name: value for name, value in beside._asdict().items() if "nll" in name},
    }


def twin_keys(twins: list[PairedSample], real: Set[str] | None) -> dict:
    """The aligned names, how many are the same, and the figures of both lists."""
    from analysis.samples.paired import list_figures, same_names

    return {
        "aligned": [[twin.first, twin.second, twin.differs] for twin in twins],
        "same": same_names(twins),
        "figures_counts": list_figures([twin.first for twin in twins], real)._asdict(),
        "figures_neural": list_figures([twin.second for twin in twins], real)._asdict(),
    }
