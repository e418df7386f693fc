"""Where in the lecture is it?"""

import streamlit as st

from pages.components.guess import show_guesses
from pages.components.lecture import chapters, exercises, opened_views, parts
from pages.components.page_registry import PAGES
from pages.components.texts import texts
from pages.lecture.table import chapters_in_parts, count_opened

t = texts(__file__)
opened = opened_views()
st.markdown(t("opened_of", opened=count_opened(chapters(), opened), all=len(chapters())))
st.caption(t("how"))
show_guesses({page.path: page.title for page in PAGES})
chapters_in_parts({**parts(), t("exercises"): exercises()}, opened)
