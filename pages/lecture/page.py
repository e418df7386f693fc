"""Where in the lecture is it?"""

import streamlit as st

from pages.components.guess import show_guesses
from pages.components.lecture import chapters, exercises, opened_views
from pages.components.page_registry import PAGES
from pages.components.texts import texts
from pages.lecture.table import chapters_table, is_opened

t = texts(__file__)
opened = opened_views()
count = sum(is_opened(chapter, opened) for chapter in chapters())
st.markdown(t("opened_of", opened=count, all=len(chapters())))
st.caption(t("how"))
show_guesses({page.path: page.title for page in PAGES})
chapters_table(chapters(), t("columns.time"), opened)
st.header(t("exercises"))
st.markdown(t("exercises_text"))
chapters_table(exercises(), t("columns.exercise"), opened)
