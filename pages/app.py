"""Each page, between the navigation, its head and its foot."""

import streamlit as st

from pages.components.came_along import show_values_from_elsewhere
from pages.components.glossary import begin_terms
from pages.components.lecture import note_opened
from pages.components.links import persist_query_params
from pages.components.list_choice import choose_list
from pages.components.navigation import show_navigation
from pages.components.page_frame import foot, head
from pages.components.page_registry import FIRST, PAGES
from pages.components.server.page_html import title_of
from pages.components.server.run_queue import wait_for_turn
from pages.components.teacher_link import read_teacher_link, without_navigation

with wait_for_turn():
    pages = [st.Page(row.file, title=row.title, url_path=row.path, default=row.folder == FIRST) for row in PAGES]
    page = st.navigation(pages, position="hidden")
    shown = next(row for row in PAGES if row.path == page.url_path)
    st.set_page_config(page_title=title_of(shown), page_icon="🔡", layout="wide")
    begin_terms()
    choose_list()
    if not without_navigation():
        with st.sidebar:
            show_navigation(shown)
    read_teacher_link(shown)
    head(shown)
    chips = st.container(horizontal=True, key="along")
    with persist_query_params(page.url_path):
        page.run()
    note_opened(page.url_path)
    with chips:
        show_values_from_elsewhere(page.url_path)
    foot(shown)
