"""The table of pages."""

import streamlit as st

st.set_page_config(page_title="Bigram Lab", page_icon="🔡", layout="wide")
st.navigation(
    {
        "": [st.Page("start.py", title="Start", icon=":material/home:", default=True)],
        "Count": [
            st.Page("bigrams.py", title="Bigram table", icon=":material/grid_on:"),
            st.Page("smoothing.py", title="Smoothing", icon=":material/tune:"),
        ],
    }
).run()
