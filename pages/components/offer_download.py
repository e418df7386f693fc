"""A line and a button for pages that need the names themselves: the button downloads them, once for all visitors."""

from __future__ import annotations

import streamlit as st

from analysis.settings import CORPUS
from analysis.words.names import WordsMissing, names_file
from pages.components.list_at_hand import list_at_hand
from pages.components.texts import texts

t = texts(__file__)

FAILED = "download_failed"


def offer_download(what: str) -> None:
    """Show that `what` needs the words of the list. For the lecture's list, a button downloads them for the server."""
    words = list_at_hand()
    if words.key != CORPUS.default:
        st.info(t("download.counted", what=what) if words.has_words else t("download.table", what=what))
        return
    st.info(t("download.needed", what=what))
    st.button(t("download.button"), icon=":material/download:", on_click=_download)
    if FAILED in st.session_state:
        st.error(st.session_state[FAILED])


def _download() -> None:
    st.session_state.pop(FAILED, None)
    try:
        names_file()
    except WordsMissing as missing:
        st.session_state[FAILED] = missing.brief
