"""The table of pages."""

import streamlit as st

from pages.components.links import keep_what_a_link_set

st.set_page_config(page_title="Bigram Lab", page_icon="🔡", layout="wide")
page = st.navigation(
    {
        "": [st.Page("start.py", title="Start", icon=":material/home:", default=True)],
        "Count": [
            st.Page("bigrams.py", title="Bigram table", icon=":material/grid_on:"),
            st.Page("smoothing.py", title="Smoothing", icon=":material/tune:"),
            st.Page("sampling.py", title="Sampling", icon=":material/casino:"),
        ],
        "Compare": [st.Page("reproduce.py", title="Does it reproduce?", icon=":material/fact_check:")],
    }
)
with keep_what_a_link_set(page.url_path):
    page.run()
