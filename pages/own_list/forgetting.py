"""The button that takes a visitor's own list, and all that was worked out from it, out of the session."""

from __future__ import annotations

import streamlit as st

from pages.components.list_at_hand import forget_own_list
from pages.components.texts import texts
from pages.own_list.bringing import BROUGHT, PASTED, ROUND
from pages.own_list.reading import forget_reports

t = texts(__file__)


def forget_button() -> None:
    """Show the button."""
    st.button(t("use.forget"), on_click=_forget, icon=":material/delete:")


def _forget() -> None:
    state = st.session_state
    for key in (BROUGHT, PASTED):
        state.pop(key, None)
    state[ROUND] = state.get(ROUND, 0) + 1
    forget_reports()
    forget_own_list()
