"""The command that trains the net: train."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from analysis import settings
from analysis.commands.lists import TableOptions
from analysis.commands.models import NetOptions
from analysis.commands.options import Json, Option
from analysis.commands.printing import Table, print_answer

if TYPE_CHECKING:
    from analysis.net.training import Run


@dataclass(frozen=True)
class TrainOptions(NetOptions):
    """The options of a net, where the seed of the first weights is the only one: --seed."""

    init_seed: Annotated[int | None, Option("Seed of the first weights.", "S", "--seed", settings.SEED)] = None


def train(*, net: TrainOptions, source: TableOptions, json: Json = False) -> None:
    """Train the one-layer softmax net: every loss, and the weights."""
    wanted = net.read(settings.SEED.default)
    tables, _ = source.open()
    from analysis.net.files import run_to_dict

    run = wanted.train(tables)
    print_answer(json, run_to_dict(run, tables.vocab) if json else {}, for_people(run))


def for_people(run: Run) -> Iterator[str | Table]:
    """Epoch, loss and nll: the first three, every tenth part of the run, and the last; and the best possible nll."""
    from analysis.net.optimum import optimum_nll

    losses, nlls = [*run.loss, run.final_loss], [*run.nll, run.final_nll]
    every = max(1, len(losses) // 10)
    shown = sorted({*range(min(3, len(losses))), *range(0, len(losses), every), len(losses) - 1})
    rows = [(f"{epoch:,}", show_loss(losses[epoch]), show_loss(nlls[epoch])) for epoch in shown]
    yield Table("training", ["epoch", "loss", "nll"], rows)
    yield "the loss of W after so many updates; loss = nll + penalty, both in nats per character"
    yield f"the best net at this lambda has nll {optimum_nll(run.counts, run.lam):.6f}"


def show_loss(loss: float) -> str:
    """A loss for people: six decimals, or six digits and a power of ten if it is huge.

    >>> show_loss(2.4540144892), show_loss(5.47544e143)
    ('2.454014', '5.47544e+143')
    """
    return f"{loss:.6f}" if loss < 1e6 else f"{loss:.6g}"
