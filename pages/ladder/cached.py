"""What the page knows of the lecture's names: the models and how well each predicts, once per server process."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import streamlit as st
import torch

from analysis.counts.word_list import WordList, load_list
from analysis.models.base import Model, next_after
from analysis.models.ngrams.choose import read_name
from analysis.models.ngrams.ladder import Rung, climb
from analysis.models.table import CountedModel
from analysis.models.trained.files import read_trained, shipped_path
from analysis.models.trained.model import TrainedModel
from analysis.models.trained.nets import NETS
from analysis.models.trained.rungs import shipped_rungs
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from analysis.words.split import split_words

SHOWN = 10  # names of each model
MOST = 6  # letters of context that are counted
COUNTS = "kn:5"  # the best that counts alone
SMOOTHING = 1.0  # of the bigram, as in the lecture
Ladder = dict[str, Model]  # by name


@functools.cache
def lecture_list() -> WordList:
    """The lecture's names, read once: the nets are trained on them."""
    return load_list()


@st.cache_resource(show_spinner=False)
def nets() -> dict[str, TrainedModel]:
    """The trained nets."""
    return {name: read_trained(shipped_path(name))[1] for name in NETS}


@st.cache_resource(show_spinner=False)
def models(with_words: bool) -> Ladder:
    """The bigram, with words also counts of 5 letters, and the nets; all of them know only the train words."""
    words = lecture_list()
    known: Ladder = {"bigram": CountedModel(words.tables.train, SMOOTHING)}
    name = read_name(COUNTS)
    if with_words and name is not None:
        known[COUNTS] = name.count(split_words(words.words).train, words.tables.vocab)
    return known | nets()


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
    return {name: next_after(model, ids) for name, model in models(with_words).items()}


@st.cache_data(max_entries=200, show_spinner=False)
def names_drawn(seed: int, with_words: bool) -> dict[str, list[str]]:
    """Names of each model, from the same stream of random numbers."""
    vocab = lecture_list().tables.vocab
    return {
        name: sample_words(model, vocab, SHOWN, open_stream("lecture", seed))
        for name, model in models(with_words).items()
    }
