"""The rungs of the ladder that are trained: what their files say of how they were made and how well they predict."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch

from analysis.models.ngrams.ladder import Rung
from analysis.models.trained.files import Record, hash_of, model_of, read_run, shipped_path
from analysis.models.trained.nets import NETS
from analysis.words.split import split_words


def shipped_rungs(words: Sequence[str] | None = None) -> list[Rung]:
    """The nets that come with this project, in the order of `NETS`; with `words`, only those trained on them."""
    known = None if words is None else hash_of(split_words(words).train)
    runs = {name: read_run(shipped_path(name)) for name in NETS}
    return [_rung(name, record, tensors) for name, (record, tensors) in runs.items() if known in (None, record.words)]


def trained_rung(path: Path | str, words: Sequence[str]) -> Rung:
    """The net of a file. Raises ValueError, one line, as `read_run` does, or if it knows other words than `words`."""
    record, tensors = read_run(path)
    if record.words != hash_of(split_words(words).train):
        raise ValueError(f"{path}: expected a model trained on the train words of this list, got one of other words")
    if not record.finished:
        raise ValueError(f"{path}: expected a finished run, got {record.done:,} of {record.recipe.steps:,} steps")
    return _rung(str(path), record, tensors)


def _rung(name: str, record: Record, tensors: dict[str, torch.Tensor]) -> Rung:
    model = model_of(record, tensors)
    train, dev, test = record.train_nll, record.dev_nll, record.test_nll
    assert None not in (train, dev, test)  # of a finished run, as `read_run` checks
    return Rung(name, model.k, model.numbers, None, train, dev, test, test / math.log(2), record.seconds)  # type: ignore[arg-type,operator]
