"""Says in the file `runs` that it runs, and ends once the file `go` is there."""

import os
import time
from pathlib import Path

import streamlit as st

from pages.components.server import run_queue

if "QUEUE_FOLDER" in os.environ:  # else it is only imported, to look for doctests
    run_queue.LONGEST_WAIT = 30
    folder = Path(os.environ["QUEUE_FOLDER"])
    with run_queue.wait_for_turn():
        st.write("It is this page's turn.")
        with (folder / "runs").open("a") as file:
            file.write("run\n")
        while not (folder / "go").exists():
            time.sleep(0.01)
