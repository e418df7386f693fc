"""What pages read once a server, shared by all sessions: never change it."""

import numpy as np
import streamlit as st

from analysis.sampling import OWN_ROW
from analysis.tables import Tables, load_tables
from analysis.uniforms import uniform_rows
from pages.components.live_table import nll_curve


@st.cache_resource
def tables(corpus: str = "names") -> Tables:
    """The shipped tables of a built-in list."""
    return load_tables(corpus)


@st.cache_resource
def curve(corpus: str = "names") -> dict | None:
    """The nll of its train and dev words at every position of the smoothing slider."""
    return nll_curve(tables(corpus))


@st.cache_resource(max_entries=1000)
def uniforms(seed: int, n: int) -> np.ndarray:
    """A row of uniforms for each of n names."""
    return uniform_rows(seed, n, OWN_ROW)
