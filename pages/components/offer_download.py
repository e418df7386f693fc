"""Where the names themselves are not on this machine: a line that says so, and a button that brings them."""

from __future__ import annotations

import streamlit as st

from analysis.words.names import WordsMissing, names_file


def offer_download(what: str) -> None:
    """Say that `what` needs the names, and let a visitor bring them, once for the whole server."""
    st.info(
        f"{what} the names themselves. This machine has only the counts: how often each letter follows another. The "
        "names are a file of 228 kB on GitHub."
    )
    if st.button("Bring the names", icon=":material/download:"):
        try:
            names_file()
        except WordsMissing as missing:
            st.error(missing.brief)
        else:
            st.rerun()
