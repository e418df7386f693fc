"""The part of Baselines about longer contexts: how large their tables are, and how empty."""

import streamlit as st

from analysis.counts.contexts.sizes import context_sizes
from analysis.views.count_charts import context_lines
from analysis.views.count_tables import cells_frame, contexts_frame
from pages.components.list_at_hand import list_at_hand
from pages.components.texts import texts

t = texts(__file__)


def longer_contexts() -> None:
    """How large a table with longer contexts is, and how few of its cells are ever seen."""
    st.markdown(t("contexts.text"))
    words = list_at_hand()
    contexts = context_sizes(words.seen, len(words.tables.vocab), words.summary.bigrams)
    picture, table = st.columns([2, 3])
    picture.vega_lite_chart(cells_frame(contexts), context_lines(), height=300, alt=t("contexts.alt"))
    labels, number = t("contexts.columns"), st.column_config.NumberColumn
    formats = {"cells": "localized", "seen": "localized", "share": "percent", "examples": "%.1f"}
    columns = labels | {key: number(labels[key], format=one) for key, one in formats.items()}
    table.dataframe(contexts_frame(contexts), hide_index=True, column_config=columns)
