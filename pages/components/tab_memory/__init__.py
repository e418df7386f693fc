"""The browser's tab keeps a visitor's own list, because a reload begins a new session on the server.

The list is in the tab's own storage (sessionStorage): no other tab and no server can read it, and it is gone when the
tab is closed. The server gets it back only if the tab opens `corpus=own` in a session without such a list.
"""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path

import streamlit as st

from analysis.counts.word_list import WordList, list_of_words
from analysis.words.lists import SHARED
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.report import read_list
from pages.components.list_at_hand import KEPT, NAME, OWN, use_own_list
from pages.components.live import source

MOST = 900_000  # characters: an answer of the tab may have 1 MB, see maxWidgetStateSize in .streamlit/config.toml
LIMITS = SHARED._replace(bytes=10_000_000)  # JSON has more bytes than the same list as lines
ANSWERED, IN_TAB = "tab_answered", "list_in_tab"  # keys in the session
_memory = st.components.v2.component(
    "tab_memory", html="<i hidden></i>\n", js=source(Path(__file__).parent / "tab_memory.js")
)


def keep_in_tab() -> None:
    """Let the tab keep the visitor's list, if the session has one, and forget one that the session has forgotten."""
    state = st.session_state
    if KEPT in state and state[KEPT].has_words:
        state[IN_TAB] = True
        _memory(key="tab_memory", data={"ask": False, "list": _packed(state[NAME], state[KEPT])})
    elif IN_TAB in state:
        _memory(key="tab_memory", data={"ask": False, "list": ""})


def ask_tab() -> None:
    """Ask the tab for the list, and stop this run. Its answer begins a run in which `tab_has_answered`."""
    _memory(key="tab_memory", data={"ask": True, "list": ""}, on_answer_change=_take)
    st.stop()


def tab_has_answered() -> bool:
    """True if the tab of this session was asked and has answered, with a list or without one."""
    return ANSWERED in st.session_state


def _take() -> None:
    """Use the list that the tab has kept. An answer that is not such a list changes nothing."""
    answer = st.session_state["tab_memory"].get("answer")
    st.session_state[ANSWERED] = True
    try:
        use_own_list(unpack_list(answer.get("list", "")))
    except (AttributeError, ValueError, KeyError, TypeError):
        return


@st.cache_resource(scope="session", max_entries=1, show_spinner=False)
def _packed(name: str, _words: WordList) -> str:
    return pack_list(_words)


def pack_list(words: WordList) -> str:
    """A list with its words as a text for the tab; "" if the tab could not send it back."""
    texts = words.words
    if words.weights is None:
        rows: list = list(texts)
    else:
        rows = [{"word": word, "count": times} for word, times in zip(texts, words.weights, strict=True)]
    data = gzip.compress(json.dumps(rows, ensure_ascii=False).encode(), 6)
    text = "\n".join([words.title, words.noun, words.nouns, base64.b64encode(data).decode()])
    return text if len(text) <= MOST else ""


def unpack_list(text: str) -> WordList:
    """The list in a text of `pack_list`, checked like every list from outside. ValueError for any other text."""
    title, noun, nouns, packed = text.split("\n")
    data = base64.b64decode(packed, validate=True)
    report = read_list(data, "list.json", ListFormat(guess=True), LIMITS)
    return list_of_words(report.words, OWN, title, noun, nouns, report.weights)
