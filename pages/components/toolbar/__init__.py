"""The toolbar next to the title of every page: copy the link, reset the page. It also keeps one history entry for each
action.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.components.live import source
from pages.components.texts import texts

HERE = Path(__file__).parent
_tools = st.components.v2.component(
    "tools",
    html=texts(__file__).html(HERE / "toolbar.html"),
    css=(HERE / "toolbar.css").read_text("utf-8"),
    js=source(HERE / "toolbar.js"),
)


def tools() -> None:
    """Show the toolbar."""
    _tools(key="tools", width="content")
