"""What does this word mean?"""

from pathlib import Path

import streamlit as st

from pages.components.glossary import Term, show_with_terms, terms
from pages.components.live import source
from pages.components.page_registry import PAGES
from pages.components.texts import blocks_as_html, texts

STYLE = """<style>
.entries {columns: 18rem; column-gap: 3rem}
.entry.entry {break-inside: avoid}
.entry summary {cursor: pointer; padding: .5rem 0; font-weight: 600}
</style>"""
_open_linked = st.components.v2.component(
    "open_linked", html="<i hidden></i>\n", js=source(Path(__file__).parent / "open_linked.js")
)
t = texts(__file__)


def explained(term: Term) -> str:
    """A term as a fold in Markdown: its name; and, after a click, what it means, other names, and where to see it."""
    page = next(page for page in PAGES if page.folder == term.page)
    also = t("also", names=term.also) if term.also else ""
    text = f"{term.text} {also} {t('see', title=page.title, page=page.path)}"
    return f"<details class='entry' id='{term.anchor}'><summary>{term.name}</summary>\n\n{text}\n\n</details>"


show_with_terms(t("try"))
entries = blocks_as_html("\n\n".join(map(explained, terms())), with_html=True)
st.html(f"{STYLE}<div class='text entries'>{entries}</div>")
_open_linked(key="open_linked")
