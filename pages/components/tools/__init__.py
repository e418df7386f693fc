"""The tools beside the title of every page: copy the view's link, reset the page; and one history entry an action."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.components.live import source

HERE = Path(__file__).parent
HTML = """<div class="tools">
  <button class="copy" type="button" title="Copy the address of this view: it opens with the same settings">Copy link</button>
  <button class="reset" type="button" title="All settings as they were at first">Reset</button>
</div>
"""
CSS = """.tools { display: flex; gap: 0.4rem; font-family: var(--st-font); }
.tools button {
  font: inherit; font-size: 0.85rem; padding: 0.25rem 0.7rem; color: var(--st-text-color); cursor: pointer; white-space: nowrap;
  background: var(--st-secondary-background-color); border: 1px solid var(--st-border-color); border-radius: 0.4rem;
}
.tools button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
"""
_tools = st.components.v2.component("tools", html=HTML, css=CSS, js=source(HERE / "tools.js"))


def tools() -> None:
    """Show them."""
    _tools(key="tools", width="content")
