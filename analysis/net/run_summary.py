"""The end of a run: its loss and nll, and how far it is from the best possible net."""

from __future__ import annotations

from typing import NamedTuple

from analysis.net.optimum import best_of
from analysis.net.training import Run


class RunSummary(NamedTuple):
    """The end of a run, in nats per character. `epoch` counts the updates until the last finite loss.

    `penalty` is `loss` minus `nll`. `best_nll` is the nll of the net with the lowest loss at this lambda; `gap` is how
    much higher the loss of this run is than the loss of that net.
    """

    epoch: int
    nll: float
    loss: float
    penalty: float
    best_nll: float
    gap: float


def summarize_run(run: Run) -> RunSummary:
    """The end of a run: its last finite nll and loss, and the best that is possible on its counts and lambda."""
    best_nll, best_loss = best_of(run.counts, run.lam)
    penalized = run.final_loss - run.final_nll
    return RunSummary(len(run.loss), run.final_nll, run.final_loss, penalized, best_nll, run.final_loss - best_loss)
