"""Your own list: bring it, see what was found in it, use it on every page."""

import streamlit as st

from analysis.recipes.pages import own_list_recipe
from pages.components.guess import guess_number
from pages.components.list_at_hand import KEPT, is_own, list_at_hand
from pages.components.page_frame import run_this_yourself
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.own_list.bringing import bring
from pages.own_list.forgetting import forget_button
from pages.own_list.reading import choose_format, read_brought
from pages.own_list.report import save_button, show_list_in_use, show_report, use_button

LETTERS = 20  # of the list in the guess
t = texts(__file__)
pairs = (LETTERS + 1) ** 2
why = t("guess.why", letters=LETTERS, characters=LETTERS + 1, pairs=pairs)
guess_number(t("guess.ask", letters=LETTERS), pairs, within=pairs // 10, unit=t("guess.unit"), why=why, digits=0)
brought, read, words = bring(), None, list_at_hand()
if brought is not None:
    st.header(t("found.title"))
    read = read_brought(brought, choose_format(brought))
    if read is not None:
        show_report(read)
        use_button(read.words, brought)
        words = read.words
if is_own():
    show_list_in_use(read and read.words)
if brought is not None or KEPT in st.session_state:
    forget_button()
rest_of_page()
save_button(words)
st.caption(t("private"))
run_this_yourself(own_list_recipe(words))
