"""Commands that train the net: train, compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from analysis import settings
from analysis.commands.models import read_net
from analysis.commands.options import (
    DEFAULT_N,
    DEFAULT_SEED,
    DEFAULT_SMOOTHING,
    CorpusKey,
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
    value_of,
)
from analysis.commands.printing import print_json, print_line, print_table
from analysis.words.vocabulary import visible

if TYPE_CHECKING:
    from analysis.net.training import Run


def train(
    epochs: Epochs = None,
    learning_rate: LearningRate = None,
    lam: Lam = None,
    seed: Annotated[str | None, typer.Option("--seed", metavar="S", help="Seed of the first weights.")] = None,
    init: Init = None,
    skip: Skip = None,
    only: Only = None,
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    json: Json = False,
) -> None:
    """Train the one-layer softmax net: every loss, and the weights."""
    if seed is not None:
        value_of(settings.SEED, seed)
    net = read_net(NetOptions(epochs, learning_rate, lam, init, seed, skip, only), settings.SEED.default)
    tables = open_tables(words_file, corpus)
    from analysis.net.files import run_to_dict
    from analysis.net.optimum import optimum_nll

    run = net.train(tables)
    if json:
        print_json(run_to_dict(run, tables.vocab))
        return
    print_table("training", ["epoch", "loss", "nll"], losses_table(run))
    print_line("the loss of W after so many updates; loss = nll + penalty, both in nats per character")
    print_line(f"the best net at this lambda has nll {optimum_nll(run.counts, run.lam):.6f}")


def losses_table(run: Run) -> list[tuple[str, str, str]]:
    """Rows of epoch, loss and nll: the first three, every tenth part of the run, and the last."""
    losses, nlls = [*run.loss, run.final_loss], [*run.nll, run.final_nll]
    every = max(1, len(losses) // 10)
    shown = sorted({*range(min(3, len(losses))), *range(0, len(losses), every), len(losses) - 1})
    return [(f"{epoch:,}", show_loss(losses[epoch]), show_loss(nlls[epoch])) for epoch in shown]


def show_loss(loss: float) -> str:
    """A loss for people: six places, or six digits and a power of ten where it has run away.

    >>> show_loss(2.4540144892), show_loss(5.47544e143)
    ('2.454014', '5.47544e+143')
    """
    return f"{loss:.6f}" if loss < 1e6 else f"{loss:.6g}"


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
    corpus: CorpusKey = None,
    words_file: WordsFile = None,
    json: Json = False,
) -> None:
    """The counted model beside the net: how much they differ, and the names of both from one stream."""
    number, names_seed = value_of(settings.N, n), value_of(settings.SEED, seed)
    fake, stream = value_of(settings.SMOOTHING, smoothing), value_of(settings.STREAM, stream)
    net = read_net(NetOptions(epochs, learning_rate, lam, init, init_seed, skip, only), names_seed)
    tables = open_tables(words_file, corpus)
    from analysis.counts.smoothing import smoothed_probs
    from analysis.net.comparison import kl, largest_difference, matching_smoothing, twin_samples

    counted, learned = smoothed_probs(tables.all, fake), net.probs(tables)
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
