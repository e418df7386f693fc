"""What Make names calculates: the probabilities of the chosen model, and the words that it gives."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.counts.word_list import WordList
from analysis.models.likelihood import Judged, judge_words
from analysis.models.table import TableModel
from analysis.models.temperature import with_temperature
from analysis.net.forward import net_probs
from analysis.samples.make import Wish, make_words
from analysis.settings import EPOCHS, INIT, LAM, LEARNING_RATE, LONGEST, ONLY, SEED
from analysis.streams import open_stream
from pages.components.cached import all_words, tables
from pages.components.cached_nets import learned
from pages.components.controls.refusals import refuse
from pages.components.list_at_hand import cached_by_list


class Found(NamedTuple):
    """Words with their nll, how many were drawn to find them, and the line that says that they are too few, or ""."""

    words: list[Judged]
    tries: int
    shortfall: str


def checked_wish(start: str, shortest: int, longest: int) -> Wish:
    """The wish of the controls. If no word can fit them, one line says so, and the highest limit is used."""
    try:
        return Wish(start, shortest, longest)
    except ValueError as error:
        most = LONGEST.on_page.default
        refuse(str(error), most)
        return Wish(start, shortest, most)


def probs_of(model: str, smoothing: float) -> torch.Tensor:
    """P(next | previous) of a model (V, V): the smoothed counts, or a net with the first settings of *Training*."""
    if model == "counts":
        return smoothed_probs(tables().all, smoothing)
    run = ONLY.default, INIT.default, SEED.default, LEARNING_RATE.default, LAM.default, EPOCHS.default
    return net_probs(learned(*run).weights)


@cached_by_list(max_entries=100, show_spinner=False)
def made(
    words: WordList,
    model: str,
    smoothing: float,
    temperature: float,
    seed: int,
    n: int,
    wish: Wish,
    new: bool,
    sort: str,
) -> Found:
    """n words that fit a wish. With `new`, none is in the list; raises WordsMissing if its words are not here."""
    vocab, probs = words.tables.vocab, probs_of(model, smoothing)
    wish = replace(wish, known=all_words()) if new else wish
    drawn = make_words(TableModel(with_temperature(probs, temperature)), vocab, n, open_stream("lecture", seed), wish)
    return Found(judge_words(drawn.words, vocab, TableModel(probs), sort), drawn.tries, drawn.shortfall)
