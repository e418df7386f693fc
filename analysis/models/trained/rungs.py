"""The rungs of the ladder that are trained: what their files say of how they were made and how well they predict."""

from __future__ import annotations

import math
import time
from pathlib import Path
from typing import Any

from analysis.counts.word_list import WordList
from analysis.models.likelihood import mean_nll
from analysis.models.mean import MeanModel
from analysis.models.ngrams.choose import read_name
from analysis.models.ngrams.ladder import Rung
from analysis.models.trained.files import Record, hash_of, model_of, read_run, read_trained, shipped_path
from analysis.models.trained.model import TrainedModel
from analysis.models.trained.nets import NETS
from analysis.words.split import split_weights, split_words


def shipped_rungs(listed: WordList | None = None) -> list[Rung]:
    """The nets that come with this project, in the order of `NETS`; with a list, only those trained on its words."""
    known = None if listed is None else _hash_of_train(listed)
    runs = {name: read_run(shipped_path(name)) for name in NETS}
    ours = {name: run for name, run in runs.items() if known in (None, run[0].words)}
    return [_rung(name, record, model_of(record, tensors)) for name, (record, tensors) in ours.items()]


def shipped_nets(listed: WordList | None = None) -> dict[str, TrainedModel]:
    """The nets that come with this project, by name; with a list, only those trained on its words.

    Raises ValueError, as `read_trained` does, for a list with other characters.
    """
    known, vocab = (None, None) if listed is None else (_hash_of_train(listed), listed.tables.vocab)
    runs = {name: read_run(shipped_path(name))[0] for name in NETS}
    return {name: read_trained(shipped_path(name), vocab)[1] for name in NETS if known in (None, runs[name].words)}


def trained_rung(path: Path | str, listed: WordList) -> Rung:
    """The net of a file. Raises ValueError, one line, as `read_trained` does, or if it is trained on another list."""
    record, model = read_trained(path)
    _check_words(record, listed, path)
    if not record.finished:
        raise ValueError(f"{path}: expected a finished run, got {record.done:,} of {record.recipe.steps:,} steps")
    return _rung(str(path), record, model)


def mean_rung(name: str, listed: WordList) -> Rung:
    """The mean of models by name, such as gru+kn:5: nets that come with this project, and counts of the train words.

    `seconds`: of the training, and to count and score here. Raises ValueError for an unknown name, a net that is
    trained on other words, or a list that is too short.
    """
    start, vocab = time.perf_counter(), listed.tables.vocab
    parts, weights = split_words(listed.words), split_weights(listed.weights)
    models: list[Any] = []  # all of them know how many `numbers` they store
    trained = 0.0
    for one in name.split("+"):
        if one in NETS:
            record, model = read_trained(shipped_path(one), vocab)
            _check_words(record, listed, one)
            models.append(model)
            trained += record.seconds
        elif (ngram := read_name(one)) is not None:
            models.append(ngram.count(parts.train, vocab, weights.train))
        else:
            raise ValueError(
                f"a mean is of {', '.join(NETS)} and models such as kn:5, joined by +, got {one!r} in {name}"
            )
    mean = MeanModel(models)
    train, dev, test = (mean_nll(part, vocab, mean, times) for part, times in zip(parts, weights, strict=True))
    numbers, seconds = sum(model.numbers for model in models), trained + time.perf_counter() - start
    return Rung(name, mean.k, numbers, None, train, dev, test, test / math.log(2), round(seconds, 3))


def _hash_of_train(listed: WordList) -> str:
    return hash_of(split_words(listed.words).train, split_weights(listed.weights).train)


def _check_words(record: Record, listed: WordList, called: Path | str) -> None:
    if record.words != _hash_of_train(listed):
        raise ValueError(f"{called}: expected a model trained on the train words of this list, got one of another list")


def _rung(name: str, record: Record, model: TrainedModel) -> Rung:
    train, dev, test = record.train_nll, record.dev_nll, record.test_nll
    assert None not in (train, dev, test)  # of a finished run, as `read_run` checks
    return Rung(name, model.k, model.numbers, None, train, dev, test, test / math.log(2), record.seconds)  # type: ignore[arg-type,operator]
