"""The model that the options choose: counts, a net trained now, or the file of a run.

`read_model` and `NetOptions.read` use only the options, so that wrong options are refused before slow work starts.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.options import DEFAULT_SMOOTHING, value_of
from analysis.commands.printing import note
from analysis.words.vocabulary import BOUNDARY

if TYPE_CHECKING:
    import torch

    from analysis.counts.tables import Tables
    from analysis.models.table import TableModel
    from analysis.net.training import Run

Model = Annotated[str, typer.Option("--model", help="counts, neural (a net trained now), or a file of train --json.")]
# None: not given. Options of a net are refused with another model, so that no option is silently ignored.
Epochs = Annotated[str | None, typer.Option("--epochs", metavar="E", help=settings.EPOCHS.help)]
LearningRate = Annotated[str | None, typer.Option("--learning-rate", metavar="R", help=settings.LEARNING_RATE.help)]
Lam = Annotated[str | None, typer.Option("--lam", metavar="L", help=settings.LAM.help)]
Init = Annotated[str | None, typer.Option("--init", help=f"First weights: {settings.INIT.listed}, or a file of a run.")]
InitSeed = Annotated[str | None, typer.Option("--init-seed", metavar="S", help="Seed of the first weights.")]
Skip = Annotated[str | None, typer.Option("--skip", metavar="K", help=settings.SKIP.help)]
Only = Annotated[str | None, typer.Option("--only", metavar="WORD", help="Train the net on this word only.")]


@dataclass(frozen=True)
class NetOptions:
    """The options of a net as given; None if not given."""

    epochs: Epochs = None
    learning_rate: LearningRate = None
    lam: Lam = None
    init: Init = None
    init_seed: InitSeed = None
    skip: Skip = None
    only: Only = None

    @property
    def given(self) -> list[str]:
        """The names of the given options, as typed."""
        return ["--" + name.replace("_", "-") for name, value in vars(self).items() if value is not None]

    def read(self, seed: int) -> Net:
        """The net of the options; `seed` is for the first weights, without --init-seed. ValueError for bad options."""

        def value(setting: Any, given: str | None) -> Any:
            return setting.default if given is None else value_of(setting, given)

        init = settings.INIT.default if self.init is None else self.init
        if init not in settings.INIT.options:
            check_file("--init", settings.INIT.options, init)
        if self.init_seed is not None and init not in settings.SEEDED:
            raise ValueError(f"--init-seed is for random first weights, got --init {init}")
        if self.skip is not None and init not in settings.SKIPPED:
            raise ValueError(f"--skip is for --init {' and '.join(settings.SKIPPED)}, got --init {init}")
        return Net(
            value(settings.EPOCHS, self.epochs),
            value(settings.LEARNING_RATE, self.learning_rate),
            value(settings.LAM, self.lam),
            init,
            seed if self.init_seed is None else value_of(settings.SEED, self.init_seed, "--init-seed"),
            value(settings.SKIP, self.skip),
            self.only,
        )


@dataclass(frozen=True)
class Net:
    """A net to be trained now; `init` is an option of --init or the file of a run."""

    epochs: int
    learning_rate: float
    lam: float
    init: str
    init_seed: int
    skip: int
    only: str | None

    def train(self, tables: Tables) -> Run:
        """Train on all words, or on the word of --only; progress and a warning go to standard error."""
        from analysis.net.files import read_weights
        from analysis.net.forward import initial_weights
        from analysis.net.training import train

        built_in = self.init in settings.INIT.options
        run = train(
            self._counts(tables),
            initial_weights(self.init, len(tables.vocab), self.init_seed, self.skip)
            if built_in
            else read_weights(self.init, tables.vocab),
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
        if not self.only or BOUNDARY in self.only:
            raise ValueError(f"--only must be a word with a letter and without {BOUNDARY!r}, got {self.only!r}")
        return count_bigrams([self.only], tables.vocab)


def read_model(model: str, smoothing: str | None, net: NetOptions, seed: int) -> Callable[[Tables], TableModel]:
    """A function from tables to the model that the options choose. ValueError for options of another model."""
    if model != "neural" and net.given:
        raise ValueError(f"{', '.join(net.given)}: for --model neural only, got --model {model}")
    if smoothing is not None and model != "counts":
        raise ValueError(f"--smoothing is for --model counts only, got --model {model}")
    fake = value_of(settings.SMOOTHING, DEFAULT_SMOOTHING if smoothing is None else smoothing)
    trained = net.read(seed) if model == "neural" else None
    if model not in settings.MODEL.options:
        check_file("--model", settings.MODEL.options, model)

    def open_model(tables: Tables) -> TableModel:
        from analysis.models.net import NetModel
        from analysis.models.table import CountedModel
        from analysis.net.files import read_weights

        if model == "counts":
            return CountedModel(tables.all, fake)
        return NetModel(read_weights(model, tables.vocab) if trained is None else trained.train(tables).weights)

    return open_model


def check_file(option: str, names: tuple[str, ...], value: str) -> None:
    """Raise ValueError, with what is allowed, if the value of an option is not a file."""
    if not os.path.isfile(value):
        raise ValueError(f"{option} must be {', '.join(names)} or a file of train --json, got {value}")
