"""The model that the options choose: counts, a net trained now or before, the file of a run, longer contexts.

`read_model` and `NetOptions.read` use only the options, so that wrong options are refused before slow work starts.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from analysis import settings
from analysis.commands.options import Option, given_options
from analysis.commands.printing import note
from analysis.models.trained.recipes import RECIPES
from analysis.words.lists import clean_word

if TYPE_CHECKING:
    import torch

    from analysis.counts.tables import Tables
    from analysis.counts.word_list import WordList
    from analysis.models.base import Model
    from analysis.net.training import Run

NGRAMS = ("add:K", "add:K:S", "wb:K", "kn:K", "mix")
NETS = tuple(RECIPES)
WEIGHTS = ".safetensors"  # the files of ladder train
MODEL_HELP = (
    "counts; neural: a net trained now; or a file of train --json. Counts of K letters: add:K:S (S fake counts), wb:K "
    "(Witten-Bell), kn:K (Kneser-Ney), such as kn:5; mix: three Kneser-Ney models in one. These need the words of the "
    f"list. Nets trained on the lecture's names: {', '.join(NETS)}; or a file of ladder train. With +, the mean of "
    "several: gru+kn:5."
)
ModelName = Annotated[str, Option(MODEL_HELP)]
INIT_HELP = f"First weights: {settings.INIT.listed}, or a file of a run."


@dataclass(frozen=True)
class NetOptions:
    """The options of a net; None if not given: with another model they are refused, so that none is ignored."""

    epochs: Annotated[int | None, Option(metavar="E", setting=settings.EPOCHS)] = None
    learning_rate: Annotated[float | None, Option(metavar="R", setting=settings.LEARNING_RATE)] = None
    lam: Annotated[float | None, Option(metavar="L", setting=settings.LAM)] = None
    init: Annotated[str | None, Option(INIT_HELP)] = None
    init_seed: Annotated[int | None, Option("Seed of the first weights.", "S", setting=settings.SEED)] = None
    skip: Annotated[int | None, Option(metavar="K", setting=settings.SKIP)] = None
    only: Annotated[str | None, Option("Train the net on this word only.", "WORD")] = None

    def read(self, seed: int) -> Net:
        """The net of the options; `seed` is for the first weights, without --init-seed. ValueError for bad options."""
        net = Net(**{"init_seed": seed} | {name: value for name, value in vars(self).items() if value is not None})
        if net.init not in settings.INIT.options:
            check_file("--init", settings.INIT.options, net.init)
        if self.init_seed is not None and net.init not in settings.SEEDED:
            raise ValueError(f"--init-seed is for random first weights, got --init {net.init}")
        if self.skip is not None and net.init not in settings.SKIPPED:
            raise ValueError(f"--skip is for --init {' and '.join(settings.SKIPPED)}, got --init {net.init}")
        return net


@dataclass(frozen=True)
class Net:
    """A net to be trained now; `init` is an option of --init or the file of a run."""

    init_seed: int
    epochs: int = settings.EPOCHS.default
    learning_rate: float = settings.LEARNING_RATE.default
    lam: float = settings.LAM.default
    init: str = settings.INIT.default
    skip: int = settings.SKIP.default
    only: str | None = None

    def train(self, tables: Tables) -> Run:
        """Train on all words, or on the word of --only; progress and a warning go to standard error."""
        from analysis.net.files import read_weights
        from analysis.net.forward import initial_weights
        from analysis.net.training import train

        if self.init in settings.INIT.options:
            weights = initial_weights(self.init, len(tables.vocab), self.init_seed, self.skip)
        else:
            weights = read_weights(self.init, tables.vocab)
        run = train(
            self._counts(tables),
            weights,
            epochs=self.epochs,
            learning_rate=self.learning_rate,
            lam=self.lam,
            progress=lambda epoch, loss: note(f"epoch {epoch}: loss {loss:.7g} nats"),
        )
        if run.diverged:
            short = f", and was stopped after {len(run.loss)} of {self.epochs} epochs"
            start = [*run.loss, run.final_loss][0]
            note(
                f"warning: the run diverged: the loss went from {start:.4g} to {run.final_loss:.4g} nats"
                f"{short if len(run.loss) < self.epochs else ''}; a smaller learning rate or lambda helps"
            )
        return run

    def _counts(self, tables: Tables) -> torch.Tensor:
        from analysis.counts.bigrams import count_bigrams

        if self.only is None:
            return tables.all
        word, mark = clean_word(self.only), tables.vocab.boundary
        if not word or mark in word:
            raise ValueError(f"--only must be a word with a letter and without {mark!r}, got {self.only!r}")
        return count_bigrams([word], tables.vocab)


def read_model(
    model: str, smoothing: float | None, net: NetOptions, seed: int, option: str = "--model"
) -> Callable[[Tables, WordList | None], Model]:
    """A function from tables and their list to the model that the options choose.

    ValueError for options of another model. The function raises ValueError if the model needs words and there is only a
    table, and WordsMissing if they cannot be downloaded.
    """
    if len(names := parts_of(model)) > 1:
        parts = [read_model(part, smoothing, net, seed, option) for part in names]
        return lambda tables, listed: mean_of([part(tables, listed) for part in parts])
    if model != "neural" and (given := given_options(net)):
        raise ValueError(f"{', '.join(given)}: for {option} neural only, got {option} {model}")
    if smoothing is not None and model != "counts":
        raise ValueError(f"--smoothing is for {option} counts only, got {option} {model}")
    from analysis.models.ngrams.choose import read_name

    trained = net.read(seed) if model == "neural" else None
    ngram = read_name(model)
    if model not in (*settings.MODEL.options, *NETS) and ngram is None:
        check_file(option, (*settings.MODEL.options, *NGRAMS, *NETS), model, "train --json or ladder train")

    def open_model(tables: Tables, listed: WordList | None) -> Model:
        from analysis.models.net import NetModel
        from analysis.models.table import CountedModel
        from analysis.net.files import read_weights

        if (path := weights_path(model)) is not None:
            from analysis.models.trained.files import read_trained

            return read_trained(path, tables.vocab)[1]
        if ngram is not None:
            if listed is None:
                raise ValueError(f"{option} {model} needs whole words, and a table of counts has none")
            return ngram.count(listed.words, tables.vocab, listed.weights)
        if model == "counts":
            return CountedModel(tables.all, settings.SMOOTHING.default if smoothing is None else smoothing)
        return NetModel(read_weights(model, tables.vocab) if trained is None else trained.train(tables).weights)

    return open_model


def parts_of(model: str) -> list[str]:
    """The models of a mean, such as gru+kn:5; a model that is no mean is its only part."""
    return [model] if os.path.isfile(model) else model.split("+")


def weights_path(model: str) -> Path | None:
    """The file of ladder train that a model is read from; None for a model of another kind."""
    if model in NETS:
        from analysis.models.trained.files import shipped_path

        return shipped_path(model)
    return Path(model) if model.endswith(WEIGHTS) else None


def mean_of(models: list[Model]) -> Model:
    """The mean of some models."""
    from analysis.models.mean import MeanModel

    return MeanModel(models)


def check_file(option: str, names: tuple[str, ...], value: str, command: str = "train --json") -> None:
    """Raise ValueError, with what is allowed, if the value of an option is not a file, such as a command writes."""
    if not os.path.isfile(value):
        raise ValueError(f"{option} must be {', '.join(names)} or a file of {command}, got {value or 'nothing'}")
