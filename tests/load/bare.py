"""A bare Streamlit app to measure against, a text, a slider and a chart: `uvicorn tests.load.bare:app`."""

from pathlib import Path

import streamlit as st

app = st.App(Path(__file__).parent / "bare_page.py")
