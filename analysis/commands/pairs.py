"""The two models of compare: what is typed for each, and the same models made from the train words alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis import settings
from analysis.commands.models import NetOptions, parts_of, read_model, weights_path
from analysis.commands.printing import note
from analysis.settings.numbers import show_number
from analysis.words.split import split_weights, split_words

if TYPE_CHECKING:
    from analysis.counts.tables import Tables
    from analysis.counts.word_list import WordList
    from analysis.models.base import Model

COUNTS, NEURAL = settings.MODEL.options


@dataclass(frozen=True)
class Side:
    """One of the two models: `name` as typed, the options that are for it, and what opens it."""

    name: str
    smoothing: float | None
    net: NetOptions
    open: Callable[[Tables, WordList | None], Model]

    @property
    def title(self) -> str:
        """The model in a sentence."""
        fake = show_number(settings.SMOOTHING.default if self.smoothing is None else self.smoothing)
        return {COUNTS: f"the counted model (smoothing {fake})", NEURAL: "the net"}.get(self.name, self.name)

    @property
    def column(self) -> str:
        """The model at the head of a column."""
        return "net" if self.name == NEURAL else self.name

    @property
    def is_trained_before(self) -> bool:
        """True if the model, or a part of a mean, is a net that ladder train made."""
        return any(weights_path(part) for part in parts_of(self.name))

    def open_of_train(self, tables: Tables, train: WordList | None) -> Model | None:
        """The same model, made from the train words alone. `train`: these words; None if the tables are enough.

        None if there are no train words, if none of them has as many letters as the model looks at, or if the model may
        know other words: a file of train --json, a net that starts with one or is trained on one word, or a net that
        ladder train made from other words.
        """
        parts = parts_of(self.name)
        if not tables.train.any() or not all(self._knows_only(part, train) for part in parts):
            return None
        if NEURAL in parts:
            note("the same net on the train words only:")
        return self.open(replace(tables, all=tables.train), train)

    def _knows_only(self, part: str, train: WordList | None) -> bool:
        from analysis.models.ngrams.choose import MIX, read_name
        from analysis.models.trained.files import hash_of, read_run

        if part == NEURAL:
            return self.net.only is None and self.net.init in (None, *settings.INIT.options)
        if (path := weights_path(part)) is not None:
            return train is not None and read_run(path)[0].words == hash_of(train.words, train.weights)
        if (ngram := read_name(part)) is not None:
            return ngram.family == MIX or train is None or ngram.letters <= max(map(len, train.words))
        return part == COUNTS


def read_sides(names: Sequence[str], smoothing: float | None, net: NetOptions, seed: int) -> tuple[Side, Side]:
    """The two models. One name: this model and the net. No name: the counted model and the net.

    The smoothing and the options of a net are for the last model that takes them. ValueError for a third name, or as
    `read_model` raises it.
    """
    if len(names) > 2:
        raise ValueError(f"--model: expected one or two models, got {len(names)}")
    first, second = (*names, NEURAL) if len(names) == 1 else names or (COUNTS, NEURAL)
    smoothings = (None, smoothing) if second == COUNTS else (smoothing, None)
    nets = (NetOptions(), net) if second == NEURAL else (net, NetOptions())
    one, other = (
        Side(name, fake, options, read_model(name, fake, options, seed))
        for name, fake, options in zip((first, second), smoothings, nets, strict=True)
    )
    return one, other


def train_words(listed: WordList) -> WordList:
    """The train words of a list, as a list; with their weights, if it has some."""
    weights = split_weights(listed.weights).train
    own = tuple(split_words(listed.words).train)
    return replace(listed, own=own, weights=None if weights is None else tuple(weights))
