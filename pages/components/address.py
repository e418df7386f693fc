"""Write values into the address of the page."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def write_address(owner: str, texts: Mapping[str, str | None]) -> None:
    """Make the address hold these texts by key; a key with None is taken out. `owner` remembers what was written last.

    The address that this run knows may be older than that, so both are compared.
    """
    sent, address = st.session_state.get(f"{owner}_address", {}), st.query_params
    for key, text in texts.items():
        if address.get(key) == text == sent.get(key):
            continue
        if text is not None:
            address[key] = text
        elif key in address or key in sent:
            address[key] = ""  # it can only be removed if this run knows it
            del address[key]
    st.session_state[f"{owner}_address"] = {key: text for key, text in texts.items() if text is not None}
