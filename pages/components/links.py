"""What a link has set goes along to the next page, and is there again on the way back."""

import contextlib
from urllib.parse import parse_qsl

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis.words.vocabulary import display_char
from pages.components.contents import CONTROLS, PAGES


@contextlib.contextmanager
def keep_what_a_link_set(path: str):
    """Around the run of a page: values that came with a link survive the first change of pages.

    Streamlit 1.67 takes a bound value along to another page only once it has been
    moved by hand; one seeded from the address is lost there, in the widget and in
    the address. Here both are set again; from then on Streamlit does it.
    """
    state = st.session_state
    if _read_again_after_going_back(path):
        state.pop("linked", None)
    if "linked" in state and path != state["first_page"]:
        for key in state.pop("linked"):
            if key in state:
                value = state[key] = state[key]
                if key in controls_of(path):
                    st.query_params[key] = in_address(value)
    yield
    if "first_page" not in state:
        state["first_page"] = path
        state["linked"] = [key for key in CONTROLS if key in st.query_params]  # nonsense and defaults are gone by now


def _read_again_after_going_back(path: str) -> bool:
    """Whether one came by Back or Forward; then the page is to show what its address says.

    Streamlit 1.67 takes those values out of the address that the page before had too, and so shows their defaults.
    """
    run = get_script_run_ctx()
    if run is None or not run.is_history_navigation:
        return False
    with run.session_state.query_params() as params:
        params.set_initial_query_params(run.query_string)
    for key, value in parse_qsl(run.query_string):
        if key in controls_of(path) and key not in st.query_params:
            st.query_params[key] = value
    return True


def controls_of(path: str) -> tuple[str, ...]:
    """The keys of the controls of the page with this address."""
    return next(page.controls for page in PAGES if page.path == path)


def in_address(value: object) -> str:
    """A control's value as the address holds it: 100, not 100.0."""
    return display_char(value) if isinstance(value, str) else str(value).lower().removesuffix(".0")
