"""The navigation, from the table of pages."""

import copy

import streamlit as st

from pages.components.contents import FIRST, PAGES
from pages.components.lesson import STYLE
from pages.components.links import keep_what_a_link_set

st.set_page_config(page_title="Bigram Lab", page_icon="🔡", layout="wide")
groups: dict[str, list] = {}
for row in PAGES:
    page = st.Page(row.file, title=row.title, icon=f":material/{row.icon}:", default=row.file == FIRST)
    groups.setdefault(row.group, []).append(page)
page = st.navigation(groups)
st.set_page_config(page_title="Bigram Lab" if page.title == "Start" else f"{page.title} · Bigram Lab")
st.html(STYLE)


@st.fragment
def show(page):
    """Run a page. A release or a changed control runs this again and nothing else: not the navigation above."""
    copy.copy(page).run()  # an object of Streamlit's runs once


with keep_what_a_link_set(page.url_path):
    show(page)
