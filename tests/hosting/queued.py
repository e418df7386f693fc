"""A server whose page runs in turn: for test_run_queue.py."""

from pathlib import Path

import streamlit as st

app = st.App(Path(__file__).parent / "queued_page.py")
