"""The navigation, from the table of pages, and what stands over each page."""

from pathlib import Path

import streamlit as st

from pages.components.contents import FIRST, PAGES
from pages.components.lesson import STYLE, question, question_of
from pages.components.links import keep_what_a_link_set
from pages.components.server.run_queue import wait_for_turn

HERE = Path(__file__).parent
with wait_for_turn():
    st.set_page_config(page_title="Bigram Lab", page_icon="🔡", layout="wide")
    groups: dict[str, list] = {}
    for row in PAGES:
        page = st.Page(row.file, title=row.title, icon=f":material/{row.icon}:", default=row.file == FIRST)
        groups.setdefault(row.group, []).append(page)
    page = st.navigation(groups)
    st.set_page_config(page_title="Bigram Lab" if page.title == "Start" else f"{page.title} · Bigram Lab")
    st.html(STYLE)
    question(*next(question_of(HERE / row.file) for row in PAGES if row.path == page.url_path))
    with keep_what_a_link_set(page.url_path):
        page.run()
