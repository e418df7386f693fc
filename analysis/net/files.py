"""A training run as a file, as `train --json` prints it. Other commands can continue it, score and sample with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch

from analysis.net.optimum import optimum_nll
from analysis.net.training import Run
from analysis.words.vocabulary import Vocabulary

KEYS = ("loss", "nll", "weights", "vocab", "final_loss", "final_nll", "optimum_nll")
MAX_BYTES = 50_000_000  # a run with 256 characters has about 2 MB


def run_to_dict(run: Run, vocab: Vocabulary) -> dict[str, Any]:
    """A run as `train --json` prints it: losses in nats, weights (V x V), row by row."""
    values = (
        run.loss,
        run.nll,
        run.weights.tolist(),
        vocab.itos,
        run.final_loss,
        run.final_nll,
        optimum_nll(run.counts, run.lam),
    )
    return dict(zip(KEYS, values, strict=True))


def read_weights(path: Path | str, vocab: Vocabulary) -> torch.Tensor:
    """The weights (V, V), float64, of a file that `train --json` printed.

    Raises ValueError, one line, if it cannot be read, is incomplete, is not a run, or
    has another alphabet than `vocab`.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES)
    except OSError as error:
        raise ValueError(f"{path}: cannot be read ({error.strerror})") from None
    try:
        run = json.loads(data)
    except (ValueError, RecursionError):
        raise ValueError(f"{path}: expected a run that train --json printed, got no complete JSON") from None
    if not isinstance(run, dict) or not set(KEYS) <= set(run):
        raise ValueError(f"{path}: expected a run that train --json printed, got JSON without {', '.join(KEYS)}")
    if run["vocab"] != list(vocab.itos):
        raise ValueError(f"{path}: expected a run over {''.join(vocab.itos)}, got one over another alphabet")
    try:
        weights = torch.tensor(run["weights"], dtype=torch.float64)
    except (TypeError, ValueError, OverflowError):
        weights = torch.empty(0)
    if weights.shape != (len(vocab), len(vocab)) or not weights.isfinite().all():
        raise ValueError(f"{path}: expected weights of {len(vocab)} x {len(vocab)} finite numbers, got others")
    return weights
