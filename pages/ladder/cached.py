"""What the page knows of the lecture's names: the models and how well each predicts, once per server process."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import streamlit as st
import torch

from analysis.counts.word_list import WordList, load_list
from analysis.models.base import Model
from analysis.models.ngrams.ladder import Rung, climb
from analysis.models.table import CountedModel
from analysis.models.trained.model import TrainedModel
from analysis.models.trained.rungs import shipped_nets, shipped_rungs
from analysis.models.trained.side_by_side import SMOOTHING, next_probs_of_each, side_by_side
from analysis.samples.names import sample_from_each

SHOWN = 10  # names of each model
MOST = 6  # letters of context that are counted
Ladder = dict[str, Model]  # by name


@functools.cache
def lecture_list() -> WordList:
    """The lecture's names, read once: the nets are trained on them."""
    return load_list()


@st.cache_resource(show_spinner=False)
def nets() -> dict[str, TrainedModel]:
    """The trained nets."""
    return shipped_nets()


@st.cache_resource(show_spinner=False)
def models(with_words: bool) -> Ladder:
    """The bigram, with words also counts of 5 letters, and the nets; all of them know only the train words."""
    return side_by_side(lecture_list(), nets(), with_words=with_words)


@st.cache_resource(show_spinner=False)
def all_rungs(with_words: bool) -> list[Rung]:
    """How well each model predicts; without words, the nets alone."""
    words = lecture_list()
    if with_words:
        return [*climb(words.words, words.tables.vocab, MOST), *shipped_rungs()]
    return shipped_rungs()


def bigram_nll() -> float:
    """The nll of the bigram on dev, counted on train, nats per character."""
    tables = lecture_list().tables
    return CountedModel(tables.train, SMOOTHING).nll_of_counts(tables.dev)


def next_rows(texts: Sequence[str], with_words: bool) -> dict[str, torch.Tensor]:
    """P(next) (N, V) after each of N beginnings, by model."""
    ids = [lecture_list().tables.vocab.encode(text)[1:-1] for text in texts]
    return next_probs_of_each(models(with_words), ids)


@st.cache_data(max_entries=200, show_spinner=False)
def names_drawn(seed: int, with_words: bool) -> dict[str, list[str]]:
    """Names of each model, from the same stream of random numbers."""
    return sample_from_each(models(with_words), lecture_list().tables.vocab, SHOWN, seed)
