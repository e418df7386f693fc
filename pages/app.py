"""The navigation, made from the table of pages, and the head and the foot of each page."""

import streamlit as st

from pages import components
from pages.components.came_along import show_values_from_elsewhere
from pages.components.glossary import begin_terms
from pages.components.lecture import note_opened
from pages.components.links import persist_query_params
from pages.components.list_choice import choose_list
from pages.components.page_frame import STYLE, foot, head
from pages.components.page_registry import FIRST, PAGES
from pages.components.server.page_titles import title_of
from pages.components.server.run_queue import wait_for_turn
from pages.components.texts import texts

t = texts(components.__file__)
with wait_for_turn():
    # Before st.navigation: otherwise the browser tab gets the page's icon, loaded from another site.
    st.set_page_config(page_title=t("app"), page_icon="🔡", layout="wide")
    groups: dict[str, list] = {}
    for row in PAGES:
        icon = f":material/{row.icon}:"
        title = f"{row.number}. {row.title}" if row.number else row.title
        page = st.Page(row.file, title=title, icon=icon, url_path=row.path, default=row.folder == FIRST)
        groups.setdefault(row.group, []).append(page)
    page = st.navigation(groups, expanded=True)  # with a box in the sidebar it would be folded
    shown = next(row for row in PAGES if row.path == page.url_path)
    st.set_page_config(page_title=title_of(shown))
    st.html(STYLE)
    begin_terms()
    choose_list()
    head(shown)
    chips = st.container(horizontal=True)
    with persist_query_params(page.url_path):
        page.run()
    note_opened(page.url_path)
    with chips:
        show_values_from_elsewhere(page.url_path)
    foot(shown)
