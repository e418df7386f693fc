"""Your own list: bring it, see what was found in it, use it on every page."""

import streamlit as st

from pages.components.list_at_hand import is_own, list_at_hand
from pages.components.texts import texts
from pages.own_list.bringing import bring, forget_button
from pages.own_list.reading import choose_format, read_brought
from pages.own_list.report import show_report, use_button

t = texts(__file__)
brought = bring()
if brought is not None:
    st.header(t("found.title"))
    report = read_brought(brought, choose_format(brought))
    if report is not None:
        show_report(report)
        use_button(report, brought)
if is_own():
    words = list_at_hand()
    st.success(t("use.in_use") if words.has_words else t("use.table"))
    forget_button()
st.caption(t("private"))
