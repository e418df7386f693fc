"""Chips for values that were set on another page: each names the value and that page, and a click sets it back.

The same parameter has the same value on every page. If smoothing is set to 1,000 on one page, the next page has it too,
and shows other names than the lecture. A chip says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from analysis import settings
from analysis.settings.numbers import with_commas
from pages.components.links import controls_of, in_address
from pages.components.page_registry import PAGES
from pages.components.streamlit_seams import history_query
from pages.components.texts import as_markdown, texts

SET_ON, SEEN = "set_on", "values_seen"  # keys in the session: by parameter, the page that set it; a hash of its value
FIRST_SET = "first_set_on"  # the same page for each value that there was: Back brings a value, but does not set it
DEFAULTS = "defaults"  # key in the session while a page runs: by parameter, what sets it back on that page
LABELS = {one.name: one.label for one in vars(settings).values() if isinstance(one, settings.Setting | settings.Choice)}
t = texts(__file__)


def note_default(key: str, default: Any, with_it: Mapping[str, Any] | None = None) -> None:
    """Note what a parameter is on a page that nobody has changed, as the session has it. Every control calls it.

    `with_it`: the defaults of parameters that are set back together with it.
    """
    st.session_state.setdefault(DEFAULTS, {})[key] = {key: default, **(with_it or {})}


def show_values_from_elsewhere(path: str) -> None:
    """Show the chips of the page with this address. Call it when the page has run: then its address is written."""
    state = st.session_state
    set_on, seen, first = (state.setdefault(kept, {}) for kept in (SET_ON, SEEN, FIRST_SET))
    defaults = state.pop(DEFAULTS, {})  # not kept: a default can be a word of an own list
    titles = {page.path: page.title for page in PAGES}
    for key in controls_of(path):
        if key not in state or key not in defaults:
            continue
        value = hash(repr(state[key]))  # not the value: a word of an own list may be forgotten
        if seen.get(key) != value:
            seen[key] = value
            set_on[key] = path if state[key] != defaults[key][key] else None  # nobody has set a default
            if history_query() is not None:
                set_on[key] = first.get((key, value), set_on[key])
            first[key, value] = set_on[key]
        if key in st.query_params and set_on[key] not in (None, path):  # the default of this page is not in the address
            known = state[key]
            shown = as_markdown(with_commas(known) if isinstance(known, float) else str(in_address(known)))
            st.button(
                t("along.chip", label=_label(key), value=shown, page=titles[set_on[key]]),
                key=f"along_{key}",
                icon=":material/undo:",
                type="tertiary",
                help=t("along.help"),
                on_click=_set_back,
                args=(defaults[key],),
            )


def _label(key: str) -> str:
    return LABELS.get(key) or t("along.labels").get(key, key)


def _set_back(defaults: Mapping[str, Any]) -> None:
    st.session_state.update(defaults)
