"""Where the names themselves are not on this machine: a line that says so, and a button that downloads them."""

from __future__ import annotations

import streamlit as st

from analysis.words.names import WordsMissing, names_file

FAILED = "download_failed"


def offer_download(what: str) -> None:
    """Say that `what` needs the names, and let a visitor download them, once for the whole server."""
    st.info(
        f"{what} the names themselves. This machine has only the counts: how often each letter follows another. The "
        "names are a file of 228 kB on GitHub."
    )
    st.button("Bring the names", icon=":material/download:", on_click=_download)
    if FAILED in st.session_state:
        st.error(st.session_state[FAILED])


def _download() -> None:
    st.session_state.pop(FAILED, None)
    try:
        names_file()
    except WordsMissing as missing:
        st.session_state[FAILED] = missing.brief
