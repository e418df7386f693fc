"""The navigation, from the table of pages, and what stands over each page."""

import copy
from pathlib import Path

import streamlit as st

from pages.components.links import persist_query_params
from pages.components.page_frame import STYLE, question, question_of
from pages.components.page_registry import FIRST, PAGES

HERE = Path(__file__).parent
st.set_page_config(page_title="Bigram Lab", page_icon="🔡", layout="wide")
groups: dict[str, list] = {}
for row in PAGES:
    page = st.Page(
        row.file, title=row.title, icon=f":material/{row.icon}:", url_path=row.path, default=row.folder == FIRST
    )
    groups.setdefault(row.group, []).append(page)
page = st.navigation(groups)
st.set_page_config(page_title="Bigram Lab" if page.title == "Start" else f"{page.title} · Bigram Lab")
st.html(STYLE)
question(*next(question_of(HERE / row.file) for row in PAGES if row.path == page.url_path))


@st.fragment
def show(page):
    """Run a page. A release or a changed control runs this again and nothing else: not what stands over it."""
    copy.copy(page).run()  # an object of Streamlit's runs once


with persist_query_params(page.url_path):
    show(page)
