"""The options that name a model - counts, a net trained now, or the file of a run - and the model they name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import torch
import typer

from analysis import settings
from analysis.commands.printing import note
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import Tables
from analysis.net.files import read_weights
from analysis.net.forward import initial_weights, net_probs
from analysis.net.training import Run, train

Model = Annotated[str, typer.Option("--model", help="counts, neural (a net trained now), or a file of train --json.")]
# None: not given. What belongs to a net is refused beside another model, so that no option does nothing.
Epochs = Annotated[str | None, typer.Option("--epochs", metavar="E", help=settings.EPOCHS.help)]
LearningRate = Annotated[str | None, typer.Option("--learning-rate", metavar="R", help=settings.LEARNING_RATE.help)]
Lam = Annotated[str | None, typer.Option("--lam", metavar="L", help=settings.LAM.help)]
Init = Annotated[str | None, typer.Option("--init", help=f"First weights: {settings.INIT.listed}, or a file of a run.")]
InitSeed = Annotated[str | None, typer.Option("--init-seed", metavar="S", help="Seed of the first weights.")]


@dataclass(frozen=True)
class NetOptions:
    """The options of a net as they were given, None where not."""

    epochs: str | None = None
    learning_rate: str | None = None
    lam: str | None = None
    init: str | None = None
    init_seed: str | None = None

    @property
    def given(self) -> list[str]:
        """The names of the options that were given, as they are written."""
        return ["--" + name.replace("_", "-") for name, value in vars(self).items() if value is not None]


def train_net(tables: Tables, options: NetOptions, seed: int) -> Run:
    """Train the net on all words as the options say; `seed` is that of the first weights if they name none."""

    def value(setting: settings.Setting, given: str | None) -> float:
        return setting.check(setting.default if given is None else given)

    epochs, lam = value(settings.EPOCHS, options.epochs), value(settings.LAM, options.lam)
    learning_rate = value(settings.LEARNING_RATE, options.learning_rate)
    init_seed = seed if options.init_seed is None else settings.SEED.check(options.init_seed)
    init = settings.INIT.default if options.init is None else options.init
    if init in settings.INIT.options:
        weights = initial_weights(init, len(tables.vocab), init_seed)
    else:
        if options.init_seed is not None:
            raise ValueError(f"the seed of first weights is for random ones, got --init {init}")
        weights = read_named("init", settings.INIT.options, init, tables)
    run = train(
        tables.all,
        weights,
        epochs=epochs,
        learning_rate=learning_rate,
        lam=lam,
        progress=lambda epoch, loss: note(f"epoch {epoch}: loss {loss:.7g} nats"),
    )
    if run.diverged:
        short = f", and was stopped after {len(run.loss)} of {epochs} epochs" if len(run.loss) < epochs else ""
        start = [*run.loss, run.final_loss][0]
        note(
            f"warning: the run diverged: the loss went from {start:.4g} to {run.final_loss:.4g} nats{short}; "
            "a smaller learning rate or lambda helps"
        )
    return run


def model_probs(model: str, tables: Tables, smoothing: str | None, net: NetOptions, seed: int) -> torch.Tensor:
    """P(next | previous) (V, V) of the model that the options name. ValueError for options of another model."""
    if model != "neural" and net.given:
        raise ValueError(f"{', '.join(net.given)}: for --model neural only, got --model {model}")
    if model == "counts":
        return smoothed_probs(
            tables.all, settings.SMOOTHING.check(settings.SMOOTHING.default if smoothing is None else smoothing)
        )
    if smoothing is not None:
        raise ValueError(f"--smoothing is for --model counts only, got --model {model}")
    if model == "neural":
        return net_probs(train_net(tables, net, seed).weights)
    return net_probs(read_named("model", settings.MODEL.options, model, tables))


def read_named(option: str, names: tuple[str, ...], value: str, tables: Tables) -> torch.Tensor:
    """The weights of the file that an option names; where it is no file either, what it could have been."""
    if not Path(value).is_file():
        raise ValueError(f"{option} must be {', '.join(names)} or a file of train --json, got {value}")
    return read_weights(value, tables.vocab)
