"""The model that options name: counts, a net trained now, or the file of a run.

`read_model` looks at the options alone; its model works the probabilities out when it is asked for them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import settings
from analysis.commands.options import DEFAULT_SMOOTHING, NetOptions, value_of
from analysis.commands.printing import note
from analysis.words.vocabulary import BOUNDARY

if TYPE_CHECKING:
    import torch

    from analysis.counts.tables import Tables
    from analysis.net.training import Run


@dataclass(frozen=True)
class Net:
    """A net to be trained now; `init` is the name of first weights or the file of a run."""

    epochs: int
    learning_rate: float
    lam: float
    init: str
    init_seed: int
    skip: int
    only: str | None

    impossible = "the net gives it a probability of 0, to rounding"

    def train(self, tables: Tables) -> Run:
        """Train on all words, or on the one that was named; progress and a warning on standard error."""
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

    def probs(self, tables: Tables) -> torch.Tensor:
        """P(next | previous) (V, V), after training."""
        from analysis.net.forward import net_probs

        return net_probs(self.train(tables).weights)

    def mass(self, tables: Tables, probs: torch.Tensor) -> torch.Tensor:
        """What its rows are before they are divided: a net has no counts, and its `probs` sum to 1 already."""
        return probs


@dataclass(frozen=True)
class Trained:
    """The net of a run that `train --json` printed."""

    file: str
    impossible = Net.impossible

    def probs(self, tables: Tables) -> torch.Tensor:
        """P(next | previous) (V, V)."""
        from analysis.net.files import read_weights
        from analysis.net.forward import net_probs

        return net_probs(read_weights(self.file, tables.vocab))

    mass = Net.mass


@dataclass(frozen=True)
class Counted:
    """The counted model."""

    smoothing: float
    impossible = "that pair was never counted; smoothing above 0 allows it"

    def probs(self, tables: Tables) -> torch.Tensor:
        """P(next | previous) (V, V)."""
        from analysis.counts.smoothing import smoothed_probs

        return smoothed_probs(tables.all, self.smoothing)

    def mass(self, tables: Tables, probs: torch.Tensor) -> torch.Tensor:
        """What the rows of its `probs` are before they are divided (V, V), float64: counts and fake counts."""
        from analysis.counts.smoothing import with_fake_counts

        return with_fake_counts(tables.all, self.smoothing)


def read_net(options: NetOptions, seed: int) -> Net:
    """The net that the options name; `seed` is that of the first weights if they name none."""

    def value(setting: settings.Setting, given: str | None) -> float:
        return setting.default if given is None else value_of(setting, given)

    init = settings.INIT.default if options.init is None else options.init
    if init not in settings.INIT.options:
        check_file("--init", settings.INIT.options, init)
    if options.init_seed is not None and init not in settings.SEEDED:
        raise ValueError(f"the seed of first weights is for random ones, got --init {init}")
    if options.skip is not None and init not in settings.SKIPPED:
        raise ValueError(f"--skip is for --init {' and '.join(settings.SKIPPED)}, got --init {init}")
    return Net(
        value(settings.EPOCHS, options.epochs),
        value(settings.LEARNING_RATE, options.learning_rate),
        value(settings.LAM, options.lam),
        init,
        seed if options.init_seed is None else value_of(settings.SEED, options.init_seed, "--init-seed"),
        value(settings.SKIP, options.skip),
        options.only,
    )


def read_model(model: str, smoothing: str | None, net: NetOptions, seed: int) -> Counted | Net | Trained:
    """The model that the options name. ValueError for options of another model."""
    if model != "neural" and net.given:
        raise ValueError(f"{', '.join(net.given)}: for --model neural only, got --model {model}")
    if model == "counts":
        return Counted(value_of(settings.SMOOTHING, DEFAULT_SMOOTHING if smoothing is None else smoothing))
    if smoothing is not None:
        raise ValueError(f"--smoothing is for --model counts only, got --model {model}")
    if model == "neural":
        return read_net(net, seed)
    check_file("--model", settings.MODEL.options, model)
    return Trained(model)


def check_file(option: str, names: tuple[str, ...], value: str) -> None:
    """Where an option names no file either, say what it could have been: ValueError."""
    if not os.path.isfile(value):
        raise ValueError(f"{option} must be {', '.join(names)} or a file of train --json, got {value}")
