"""What Baselines shows of longer contexts: how large their tables are, and how empty."""

import streamlit as st

from analysis.counts.baselines.contexts import context_sizes, load_seen
from analysis.settings import CORPUS
from analysis.views.count_charts import context_lines
from analysis.views.count_tables import cells_frame, contexts_frame
from pages.components.cached import tables

CONTEXTS_TEXT = (
    "Two letters of context would tell more than one, and four more again. But each further letter makes the table 27 "
    "times as large, and the list stays as long as it is: most cells are never seen, and those that are rest on fewer "
    "and fewer examples. **That is why the second half of the lecture learns a net instead of counting**: a net can "
    "take in more letters without a cell for each combination."
)


def longer_contexts() -> None:
    """How large a table of longer contexts is, and how little of it is ever seen."""
    st.markdown(CONTEXTS_TEXT)
    known = tables()
    contexts = context_sizes(load_seen(CORPUS.default), len(known.vocab), int(known.all.sum()))
    picture, table = st.columns(2)
    alt = "Cells of the table with 1 to 4 letters of context, and how many are ever seen, on a logarithmic axis."
    picture.vega_lite_chart(cells_frame(contexts), context_lines(), height=300, alt=alt)
    columns = {
        "letters": "Letters of context",
        "cells": st.column_config.NumberColumn("Cells", format="localized"),
        "seen": st.column_config.NumberColumn("Ever seen", format="localized"),
        "share": st.column_config.NumberColumn("Share", format="percent"),
        "examples": st.column_config.NumberColumn("Examples for each cell seen", format="%.1f"),
    }
    table.dataframe(contexts_frame(contexts), hide_index=True, column_config=columns)
