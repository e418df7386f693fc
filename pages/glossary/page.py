"""What does this word mean?"""

import streamlit as st

from pages.components.glossary import Term, show_with_terms, terms
from pages.components.page_registry import PAGES
from pages.components.texts import texts

STYLE = """<style>
.st-key-terms [data-testid=stMarkdownContainer] {columns: 26rem; column-gap: 3rem}
.st-key-terms h2 {font-size: 1.15rem; line-height: 1.3; padding: .9rem 0 0; break-after: avoid}
.st-key-terms p {break-inside: avoid}
</style>"""
t = texts(__file__)


def explained(term: Term) -> str:
    """A term in Markdown: a heading, which is its anchor, what it means, other names, and where to see it."""
    page = next(page for page in PAGES if page.folder == term.page)
    also = t("also", names=term.also) if term.also else ""
    return f"## {term.name}\n{term.text} {also} {t('see', title=page.title, page=page.path)}"


show_with_terms(t("try"))
st.html(STYLE)
st.markdown(" · ".join(f"[{term.name}](#{term.anchor})" for term in terms()))
with st.container(key="terms"):
    st.markdown("\n\n".join(map(explained, terms())))
