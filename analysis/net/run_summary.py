"""The end of a run: its loss and nll, and how much is left to the best net there is."""

from __future__ import annotations

from typing import NamedTuple

from analysis.net.optimum import best_of
from analysis.net.training import Run


class RunSummary(NamedTuple):
    """The end of a run, in nats per character: `epoch` says how many updates that was, the last finite one.

    `penalty` is what `loss` has beyond `nll`; `best_nll` is the nll of the net of lowest loss at this lambda, and `gap`
    what the loss is above that one's loss.
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
