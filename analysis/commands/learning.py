"""The command that trains the net: train."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from analysis import settings
from analysis.commands.models import Epochs, Init, Lam, LearningRate, NetOptions, Only, Skip
from analysis.commands.options import Json, TableOptions, value_of
from analysis.commands.printing import print_json, print_line, print_table

if TYPE_CHECKING:
    from analysis.net.training import Run


def train(
    *,
    epochs: Epochs = None,
    learning_rate: LearningRate = None,
    lam: Lam = None,
    seed: Annotated[str | None, typer.Option("--seed", metavar="S", help="Seed of the first weights.")] = None,
    init: Init = None,
    skip: Skip = None,
    only: Only = None,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Train the one-layer softmax net: every loss, and the weights."""
    if seed is not None:
        value_of(settings.SEED, seed)
    net = NetOptions(epochs, learning_rate, lam, init, seed, skip, only).read(settings.SEED.default)
    tables, _ = source.open()
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
    """A loss for people: six decimals, or six digits and a power of ten if it is huge.

    >>> show_loss(2.4540144892), show_loss(5.47544e143)
    ('2.454014', '5.47544e+143')
    """
    return f"{loss:.6f}" if loss < 1e6 else f"{loss:.6g}"
