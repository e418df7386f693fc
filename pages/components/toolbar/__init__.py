"""The toolbar next to the title of every page: copy the link, share the view, reset the page. It also keeps one history
entry for each action.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from analysis.counts.word_list import WordList
from pages.components.cached import table_text
from pages.components.list_at_hand import cached_by_list, is_own
from pages.components.live import source
from pages.components.page_registry import CONTROLS
from pages.components.server.headers import POLICY
from pages.components.texts import texts

OTHER_SITES = POLICY["frame-ancestors"] not in ("'self'", "'none'")  # True if the server lets some show its pages
FEW = 20  # words: with so few, the pairs can be put together again to the words
HERE = Path(__file__).parent
t = texts(__file__)
_tools = st.components.v2.component(
    "tools",
    html=t.html(HERE / "toolbar.html"),
    css=(HERE / "toolbar.css").read_text("utf-8"),
    js=source(HERE / "toolbar.js"),
)


def tools() -> None:
    """Show the toolbar. *Copy link* on a visitor's own list gives a link that carries its table of counts."""
    of_list = _link_of_list() if is_own() else {"own": False, "table": "", "sees": ""}
    _tools(key="tools", width="content", data=of_list | {"controls": CONTROLS, "frames": OTHER_SITES})


@cached_by_list(show_spinner=False)
def _link_of_list(words: WordList) -> dict[str, Any]:
    """An own list's table as text, and a line: what others will see of the list, or why a link cannot carry it."""
    try:
        table = table_text()
    except ValueError as error:
        return {"own": True, "table": "", "sees": str(error)}
    few = words.summary.words <= FEW
    return {"own": True, "table": table, "sees": t("toolbar.sees_words") if few else t("toolbar.sees")}
