"""Commands that train the net: train, compare."""

from __future__ import annotations

from typing import Annotated

import typer

from analysis import settings
from analysis.commands.models import Epochs, Init, InitSeed, Lam, LearningRate, NetOptions, train_net
from analysis.commands.options import (
    DEFAULT_N,
    DEFAULT_SEED,
    DEFAULT_SMOOTHING,
    CorpusKey,
    Json,
    SeedOption,
    Smoothing,
    StreamName,
    WordsFile,
    WordsNumber,
    open_tables,
)
from analysis.commands.printing import print_json, print_line, print_table
from analysis.counts.smoothing import smoothed_probs
from analysis.net.comparison import kl, largest_difference, matching_smoothing, twin_samples
from analysis.net.files import run_to_dict
from analysis.net.forward import net_probs
from analysis.net.optimum import optimum_nll
from analysis.streams import open_stream
from analysis.views.tables import loss_frame
from analysis.words.vocabulary import visible


def train(
    epochs: Epochs = None,
    learning_rate: LearningRate = None,
    lam: Lam = None,
    seed: Annotated[str | None, typer.Option("--seed", metavar="S", help="Seed of the first weights.")] = None,
    init: Init = None,
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    json: Json = False,
) -> None:
    """Train the one-layer softmax net: every loss, and the weights."""
    tables = open_tables(words_file, corpus)
    run = train_net(tables, NetOptions(epochs, learning_rate, lam, init, seed), settings.SEED.default)
    if json:
        print_json(run_to_dict(run, tables.vocab))
        return
    shown = loss_frame(run)
    every = max(1, len(shown) // 10)
    rows = [
        (f"{epoch:,}", f"{loss:.6f}", f"{nll:.6f}")
        for epoch, loss, nll in shown.itertuples(index=False)
        if epoch < 3 or epoch % every == 0 or epoch == len(shown) - 1
    ]
    print_table("training", ["epoch", "loss", "nll"], rows)
    print_line("the loss of W after so many updates; loss = nll + penalty, both in nats per character")
    print_line(f"the best net at this lambda has nll {optimum_nll(tables.all, run.lam):.6f}")


def compare(
    epochs: Epochs = None,
    learning_rate: LearningRate = None,
    lam: Lam = None,
    init: Init = None,
    init_seed: InitSeed = None,
    smoothing: Smoothing = DEFAULT_SMOOTHING,
    n: WordsNumber = DEFAULT_N,
    seed: SeedOption = DEFAULT_SEED,
    stream: StreamName = settings.STREAM.default,
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    json: Json = False,
) -> None:
    """The counted model beside the net: how much they differ, and the names of both from one stream."""
    number, names_seed = settings.N.check(n), settings.SEED.check(seed)
    open_stream(stream, names_seed)  # a wrong name is refused before the net is trained
    tables = open_tables(words_file, corpus)
    counted = smoothed_probs(tables.all, settings.SMOOTHING.check(smoothing))
    run = train_net(tables, NetOptions(epochs, learning_rate, lam, init, init_seed), names_seed)
    learned = net_probs(run.weights)
    divergence, cell = kl(tables.all, counted, learned), largest_difference(counted, learned)
    match = matching_smoothing(tables.all, learned)
    drawn = twin_samples(counted, learned, tables.vocab, number, stream, names_seed)
    if json:
        print_json(
            {
                "kl": divergence,
                "max_abs_diff": cell.size,
                "words_counts": drawn[0],
                "words_neural": drawn[1],
                "matching_smoothing": match.smoothing,
            }
        )
        return
    pair = visible(tables.vocab.itos[cell.previous]) + visible(tables.vocab.itos[cell.next])
    print_line(f"kl of the counted model (smoothing {smoothing}) to the net: {divergence:.7f} nats")
    print_line(f"largest difference of a probability: {cell.size:.4f}, at {pair}")
    print_line(f"nearest smoothing: {match.smoothing:.5g} fake counts per cell, {match.kl:.3g} nats left over")
    rows = [(a, b, "" if a == b else "differ") for a, b in zip(*drawn, strict=True)]
    print_table(f"names, stream {stream}, seed {names_seed}", ["counts", "net", ""], rows)
