"""Values that a link has set are kept when the visitor changes the page, and when they go back."""

import contextlib
from urllib.parse import parse_qs

import streamlit as st

from analysis.words.vocabulary import display_char
from pages.components.page_registry import CONTROLS, PAGES
from pages.components.streamlit_seams import history_query


@contextlib.contextmanager
def persist_query_params(path: str):
    """Put this around the run of a page: values that came with a link survive the first change of page.

    Streamlit 1.67 keeps the value of a bound widget on another page only if the visitor
    has changed it. A value that came from the address is lost, in the widget and in
    the address. Here both are set again; from then on Streamlit keeps them.
    """
    state = st.session_state
    if state.get("page_open") != path:
        state["page_open"] = path
        state.pop("live_page", None)  # so that a newly opened page reads its address
    if _read_again_after_going_back(path):
        state.pop("linked", None)
    if "linked" in state and path != state["first_page"]:
        for key in state["linked"]:
            if key in state:
                value = state[key] = state[key]
                if key in controls_of(path):
                    st.query_params[key] = in_address(value)
        del state["linked"]  # not before: the next message may stop this run half-way
    yield
    if "first_page" not in state:
        state["first_page"] = path
        state["linked"] = [key for key in CONTROLS if key in st.query_params]  # nonsense and defaults are gone by now


def _read_again_after_going_back(path: str) -> bool:
    """True if the visitor came here by Back or Forward; then the values of the address are set again."""
    query = history_query()
    if query is None:
        return False
    for key, values in parse_qs(query).items():
        if key in controls_of(path) and key not in st.query_params:
            st.query_params[key] = values if len(values) > 1 else values[0]
    return True


def controls_of(path: str) -> tuple[str, ...]:
    """The keys of the controls of the page with this address."""
    return next(page.controls for page in PAGES if page.path == path)


def in_address(value: object) -> str | list[str]:
    """A control's value as the address has it: 100, not 100.0. For a list, the address has the key several times."""
    if isinstance(value, list):
        return value
    return display_char(value) if isinstance(value, str) else str(value).lower().removesuffix(".0")
