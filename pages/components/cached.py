"""What pages read once a server, for all sessions: of tables each gets a copy, arrays refuse to be changed."""

import base64
from dataclasses import replace

import numpy as np
import streamlit as st

from analysis.counts.bigrams import encode_words
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import Tables, load_tables
from analysis.samples.letters import METHODS
from analysis.samples.names import OWN_ROW, sample_words
from analysis.samples.replay import SlowMotion, slow_motion
from analysis.settings import CORPUS, DRAW, PART
from analysis.streams import open_stream
from analysis.streams.numbers import twister_uniforms, uniform_rows
from analysis.views.slider import SMOOTHING_SCALE, nll_curves
from analysis.words.names import WordsMissing, find_names, load_words


def tables(corpus: str = CORPUS.default) -> Tables:
    """The shipped tables of a built-in list: a copy for each that asks, as a tensor cannot be made read-only."""
    known = _shipped_tables(corpus)
    return replace(known, **{part: known.part(part).clone() for part in PART.options})


@st.cache_resource
def _shipped_tables(corpus: str) -> Tables:
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


@st.cache_data(max_entries=200, show_spinner=False)
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


@st.cache_resource(max_entries=1, show_spinner="Reading the names …")
def all_names() -> frozenset[str]:
    """The different names of the lecture's list, to tell which others are real; where they are on this machine."""
    return frozenset(load_words("names"))


@st.cache_resource(max_entries=2, show_spinner="Reading the names …")
def word_ids(corpus: str = CORPUS.default) -> np.ndarray:
    """All words of a list as one row of ids; where the words are on this machine."""
    return _read_only(encode_words(load_words(corpus), tables(corpus).vocab))


@st.cache_data(max_entries=2, show_spinner=False)
def ids_for_browser(corpus: str = CORPUS.default) -> str:
    """The same as text for the browser: a byte an id, in base64."""
    return base64.b64encode(word_ids(corpus).astype(np.uint8).tobytes()).decode()


def _read_only(numbers: np.ndarray) -> np.ndarray:
    numbers.setflags(write=False)
    return numbers


def words_are_here() -> bool:
    """Whether names.txt is on this machine; the network is not asked."""
    try:
        return find_names() is not None
    except WordsMissing:
        return False
