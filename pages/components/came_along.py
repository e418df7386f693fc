"""Chips for values that were set on another page: each names the value and that page, and a click sets it back.

The same parameter has the same value on every page. If smoothing is set to 1,000 on one page, the next page has it too,
and shows other names than the lecture. A chip says so.
"""

from __future__ import annotations

import streamlit as st

from analysis import settings
from pages.components.links import controls_of, in_address
from pages.components.page_registry import FIRST, PAGES
from pages.components.texts import texts

SET_ON, SEEN = (
    "set_on",
    "values_seen",
)  # keys in the session: by parameter, the page that set it, a hash of its value
SETTINGS = {one.name: one for one in vars(settings).values() if isinstance(one, settings.Setting | settings.Choice)}
t = texts(__file__)


def show_values_from_elsewhere(path: str) -> None:
    """Show the chips of the page with this address. Call it when the page has run: then its address is written."""
    state = st.session_state
    set_on, seen = state.setdefault(SET_ON, {}), state.setdefault(SEEN, {})
    titles = {page.path: page.title for page in PAGES}
    for key in controls_of(path):
        value = hash(repr(state.get(key)))  # not the value: a word of an own list may be forgotten
        if key in state and seen.get(key) != value:
            set_on[key], seen[key] = path, value
        if key in st.query_params and set_on.get(key, path) != path:  # a default is not in the address
            name = SETTINGS[key].label if key in SETTINGS else key
            label = t("along.chip", label=name, value=in_address(state[key]), page=titles[set_on[key]])
            st.button(
                label,
                key=f"along_{key}",
                icon=":material/undo:",
                type="tertiary",
                help=t("along.help"),
                on_click=_set_back,
                args=(key, path or FIRST),
            )


def _set_back(key: str, page: str) -> None:
    """Set a value back to the default of the page. A live page does this by itself if it finds no value."""
    state = st.session_state
    if key in state.get(f"{page}_address", {}):
        del state[key]
    elif key in SETTINGS:  # a control of Streamlit would read the address again if it found no value
        setting = SETTINGS[key]
        state[key] = type(state[key])(getattr(setting, "on_page", setting).default)
