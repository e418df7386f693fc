"""What a link has set goes along to the next page."""

import contextlib

import streamlit as st

from analysis.frames import visible

KEYS = ("smoothing", "row", "seed", "two_marks", "n", "stream", "draw", "draws")


@contextlib.contextmanager
def keep_what_a_link_set(path: str):
    """Around the run of a page: values that came with a link survive the first change of pages.

    Streamlit 1.67 takes a bound value along to another page only once it has been
    moved by hand; one seeded from the address is lost there, in the widget and in
    the address. Here both are set again; from then on Streamlit does it.
    """
    state = st.session_state
    if "linked" in state and path != state["first_page"]:
        for key in state.pop("linked"):
            if key in state:
                value = state[key] = state[key]
                st.query_params[key] = visible(value) if isinstance(value, str) else str(value).lower()
    yield
    if "first_page" not in state:
        state["first_page"] = path
        state["linked"] = [key for key in KEYS if key in st.query_params]  # nonsense and defaults are gone by now
