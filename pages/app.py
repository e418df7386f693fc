"""The navigation, made from the table of pages, and the head of each page: its title, question and introduction."""

import streamlit as st

from pages import components
from pages.components.links import persist_query_params
from pages.components.list_choice import choose_list
from pages.components.page_frame import STYLE, question
from pages.components.page_registry import FIRST, PAGES
from pages.components.server.page_titles import title_of
from pages.components.server.run_queue import wait_for_turn
from pages.components.teacher_link import read_teacher_link, without_navigation
from pages.components.texts import texts

t = texts(components.__file__)
with wait_for_turn():
    # Before st.navigation: otherwise the browser tab gets the page's icon, loaded from another site.
    st.set_page_config(page_title=t("app"), page_icon="🔡", layout="wide")
    groups: dict[str, list] = {}
    for row in PAGES:
        icon = f":material/{row.icon}:"
        page = st.Page(row.file, title=row.title, icon=icon, url_path=row.path, default=row.folder == FIRST)
        groups.setdefault(row.group, []).append(page)
    where = "hidden" if without_navigation() else "sidebar"
    page = st.navigation(groups, expanded=True, position=where)  # with a box in the sidebar it would be folded
    shown = next(row for row in PAGES if row.path == page.url_path)
    st.set_page_config(page_title=title_of(shown))
    st.html(STYLE)
    choose_list()
    read_teacher_link(shown)
    question(shown.texts("question"), shown.texts("intro"))
    with persist_query_params(page.url_path):
        page.run()
