"""The toolbar next to the title of every page: copy the link, share the view, reset the page. It also keeps one history
entry for each action, and takes the clicks on links to other pages.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from analysis.counts.word_list import WordList
from pages.components.cached import first_word, table_text
from pages.components.controls.words import KEY as WORD
from pages.components.list_at_hand import cached_by_list, is_own, list_at_hand
from pages.components.live import source
from pages.components.navigation import open_page
from pages.components.page_registry import CONTROLS, Page
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


def tools(page: Page) -> None:
    """Show the toolbar. If a link to another page was clicked, show that page.

    *Copy link* on a visitor's own list gives a link that carries its table of counts. On a page with a box for words,
    the link also has the word that the box shows: others could not know it.
    """
    shows_word = WORD in page.controls and list_at_hand().has_words
    of_list = _link_of_list(shows_word) if is_own() else {"own": False, "table": "", "word": "", "sees": ""}
    data = of_list | {"controls": CONTROLS, "frames": OTHER_SITES}
    open_page(_tools(key="tools", width="content", data=data, on_page_change=lambda: None).page)


@cached_by_list(show_spinner=False)
def _link_of_list(words: WordList, shows_word: bool) -> dict[str, Any]:
    """An own list's table as text, and a line: what others will see of the list, or why a link cannot carry it."""
    try:
        table = table_text()
    except ValueError as error:
        return {"own": True, "table": "", "word": "", "sees": str(error)}
    sees = "words" if words.summary.words <= FEW else "word" if shows_word else "pairs"
    return {"own": True, "table": table, "word": first_word() if shows_word else "", "sees": t("toolbar.sees")[sees]}
