"""What pages know about the list at hand. Of a built-in list it is calculated once per server process, for everybody.

Tables are copied for each caller; arrays are read-only.
"""

from __future__ import annotations

import base64
from dataclasses import replace

import numpy as np
import streamlit as st

from analysis.counts.bigrams import encode_words
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.table_text import encode_table
from analysis.counts.tables import Tables
from analysis.counts.word_list import WordList
from analysis.samples.letters import METHODS
from analysis.samples.names import OWN_ROW, sample_words
from analysis.samples.replay import SlowMotion, slow_motion
from analysis.settings import CORPUS, DRAW, PART, SEED, WORD
from analysis.streams import open_stream
from analysis.streams.numbers import twister_uniforms, uniform_rows
from analysis.views.slider import SMOOTHING_SCALE, nll_curves
from analysis.words.lists import SHARED
from analysis.words.vocabulary import letters_of
from pages.components.list_at_hand import cached_by_list, list_at_hand


def tables() -> Tables:
    """The counts of the current list: a copy for each caller, because a tensor cannot be made read-only."""
    known = list_at_hand().tables
    return replace(known, **{part: known.part(part).clone() for part in PART.options})


@cached_by_list(st.cache_resource)
def curves(words: WordList) -> dict | None:
    """The nll of the train and dev words at every position of the smoothing slider."""
    return nll_curves(words.tables, SMOOTHING_SCALE)


@st.cache_resource(max_entries=1000)
def uniforms(seed: int, n: int) -> np.ndarray:
    """A row of uniforms for each of n names."""
    return _read_only(uniform_rows(seed, n, OWN_ROW))


@st.cache_resource(max_entries=1000)
def stream_uniforms(seed: int, size: int) -> np.ndarray:
    """The first uniforms of the lecture's stream: enough for a few names at any smoothing; `size` is V."""
    return _read_only(twister_uniforms(seed).take(40 * size))


@cached_by_list(max_entries=200, show_spinner=False)
def sampled(words: WordList, stream: str, smoothing: float, seed: int, n: int) -> list[str]:
    """n names, drawn with a stream."""
    known = words.tables
    return sample_words(smoothed_probs(known.all, smoothing), known.vocab, n, open_stream(stream, seed))


@cached_by_list(st.cache_resource, max_entries=200)
def draws_of_names(words: WordList, stream: str, smoothing: float, seed: int, n: int) -> SlowMotion:
    """The same names draw by draw, up to the highest draw that a page can show."""
    return slow_motion(smoothed_probs(words.tables.all, smoothing), n, open_stream(stream, seed), most=DRAW.high)


@cached_by_list(max_entries=50, show_spinner="Drawing letters …")
def letters_of_row(
    words: WordList, method: str, stream: str, smoothing: float, seed: int, row: str, count: int
) -> np.ndarray:
    """`count` letters (ids), drawn from one row by one of the three `METHODS`."""
    known = words.tables
    return METHODS[method](smoothed_probs(known.all, smoothing)[known.vocab.id_of(row)], stream, seed, count)


@cached_by_list(st.cache_resource, max_entries=2, show_spinner="Reading the words …")
def all_words(words: WordList) -> frozenset[str]:
    """The different words of the list. Raises WordsMissing if they are not on this machine."""
    return frozenset(words.words)


@cached_by_list(st.cache_resource, max_entries=2, show_spinner="Reading the words …")
def word_ids(words: WordList) -> np.ndarray:
    """All words of the list as one row of ids. Raises WordsMissing if they are not on this machine."""
    return _read_only(encode_words(words.words, words.tables.vocab))


@cached_by_list(max_entries=2, show_spinner=False)
def ids_for_browser(words: WordList) -> str:
    """The same as text for the browser: two bytes for each id, the low one first, in base64."""
    return base64.b64encode(word_ids().astype("<u2").tobytes()).decode()


def _read_only(numbers: np.ndarray) -> np.ndarray:
    numbers.setflags(write=False)
    return numbers


@cached_by_list(show_spinner=False)
def first_word(words: WordList) -> str:
    """The word that a box shows at first: the lecture's, the list's first, or, of a table alone, an invented one."""
    if words.key == CORPUS.default:
        return WORD
    known = words.tables
    listed = words.summary.first or sample_words(
        smoothed_probs(known.all, 0.0), known.vocab, 1, open_stream("lecture", SEED.default)
    )
    return listed[0][: SHARED.letters] or letters_of(known.vocab)[0]


@cached_by_list(show_spinner=False)
def table_text(words: WordList) -> str:
    """The counts as a link carries them. Raises ValueError, one line, if they are too many for a link."""
    return encode_table(words.tables.vocab, words.tables.all)
