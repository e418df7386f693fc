"""What pages read once a server, for all sessions: of tables each gets a copy, arrays refuse to be changed."""

from typing import NamedTuple

import numpy as np
import pandas as pd
import streamlit as st
import torch

from analysis.counts.bigrams import count_bigrams
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import Tables, load_tables
from analysis.net.forward import initial_weights, net_probs
from analysis.net.progress import Progress, progress
from analysis.net.regularization import SwitchedOn, switch_on_penalty
from analysis.net.training import train
from analysis.samples.letters import METHODS
from analysis.samples.names import OWN_ROW, sample_words
from analysis.samples.replay import SlowMotion, slow_motion
from analysis.settings import CORPUS, DRAW, ONLY, SEED
from analysis.streams import open_stream
from analysis.streams.numbers import twister_uniforms, uniform_rows
from analysis.views.slider import SMOOTHING_SCALE, model_curves, nll_curves
from analysis.views.tables import loss_frame


@st.cache_data  # a copy for each that asks: a tensor cannot be made read-only
def tables(corpus: str = CORPUS.default) -> Tables:
    """The shipped tables of a built-in list."""
    return load_tables(corpus)


@st.cache_resource
def curves(corpus: str = CORPUS.default) -> dict | None:
    """The nll of its train and dev words at every position of the smoothing slider."""
    return nll_curves(tables(corpus), SMOOTHING_SCALE)


@st.cache_resource(max_entries=1000)
def uniforms(seed: int, n: int) -> np.ndarray:
    """A row of uniforms for each of n names."""
    return _read_only(uniform_rows(seed, n, OWN_ROW))


@st.cache_resource(max_entries=1000)
def stream_uniforms(seed: int, size: int) -> np.ndarray:
    """The first uniforms of the lecture's stream: as many as a few names of `size` characters take at any smoothing."""
    return _read_only(twister_uniforms(seed).take(40 * size))


@st.cache_data(max_entries=200, show_spinner="Drawing names …")
def sampled(stream: str, smoothing: float, seed: int, n: int, corpus: str = CORPUS.default) -> list[str]:
    """n names of a stream."""
    known = tables(corpus)
    return sample_words(smoothed_probs(known.all, smoothing), known.vocab, n, open_stream(stream, seed))


@st.cache_resource(max_entries=200)
def draws_of_names(stream: str, smoothing: float, seed: int, n: int, corpus: str = CORPUS.default) -> SlowMotion:
    """The same names draw by draw, as many draws as are shown."""
    probs, at_start = smoothed_probs(tables(corpus).all, smoothing), open_stream(stream, seed)
    return slow_motion(probs, n, at_start, most=DRAW.high)


@st.cache_data(max_entries=50, show_spinner="Drawing letters …")
def letters_of_row(
    method: str, stream: str, smoothing: float, seed: int, row: str, count: int, corpus: str = CORPUS.default
) -> np.ndarray:
    """So many letters (ids) drawn from one row, by one of the three `METHODS`."""
    known = tables(corpus)
    return METHODS[method](smoothed_probs(known.all, smoothing)[known.vocab.id_of(row)], stream, seed, count)


class Learned(NamedTuple):
    """A run without its checkpoints, which would take 12 MB: its losses by epoch, W (V, V), and how far it came."""

    losses: pd.DataFrame
    weights: torch.Tensor
    reached: Progress
    diverged: bool


def trained_on(only: str) -> torch.Tensor:
    """The counts (V, V) of all names, or of one word alone."""
    known = tables()
    return known.all if only == ONLY.default else count_bigrams([only], known.vocab)


@st.cache_data(max_entries=200)
def learned(only: str, init: str, seed: int, learning_rate: float, lam: float, epochs: int) -> Learned:
    """A net, trained from first weights."""
    counts = trained_on(only)
    first = initial_weights(init, counts.shape[0], seed)
    run = train(counts, first, epochs=epochs, learning_rate=learning_rate, lam=lam)
    return Learned(loss_frame(run), run.weights, progress(run), run.diverged)


@st.cache_data(max_entries=200)
def names_of_net(only: str, init: str, seed: int, learning_rate: float, lam: float, epochs: int, n: int) -> list[str]:
    """n names of such a net, of the lecture's stream and seed."""
    probs = net_probs(learned(only, init, seed, learning_rate, lam, epochs).weights)
    return sample_words(probs, tables().vocab, n, open_stream("lecture", SEED.default))


@st.cache_resource
def model_curves_of(corpus: str = CORPUS.default) -> dict:
    """nll and mean entropy of the best net over lambda, and of the counted table over the smoothing."""
    return model_curves(tables(corpus).all)


@st.cache_resource
def penalty_switched_on() -> SwitchedOn:
    """The published run of a GPU: 200 epochs, then 200 with a penalty."""
    return switch_on_penalty(tables().all, initial_weights("cuda", len(tables().vocab), SEED.default))


def _read_only(numbers: np.ndarray) -> np.ndarray:
    numbers.setflags(write=False)
    return numbers
