"""Count tables for pages: read once a server, shared by all sessions. Never change them."""

import streamlit as st

from analysis.tables import Tables, load_tables


@st.cache_resource
def tables(corpus: str = "names") -> Tables:
    """The shipped tables of a built-in list."""
    return load_tables(corpus)
