"""The folded part of Normalization about what a division costs: once or at each letter, in place or not."""

from __future__ import annotations

import streamlit as st
import torch

from analysis.counts.normalization.costs import LETTERS, storages, time_rows
from pages.components.folds import fold
from pages.components.page_frame import Number, numbers
from pages.components.texts import texts

t = texts(__file__)


def costs_and_memory(table: torch.Tensor) -> None:
    """Folded: the cost of a division at each letter, and which line makes a new table."""
    place = fold("costs", t("costs.title"))
    if place.open:
        with place:
            once_or_each_time(table)
            st.subheader(t("storage.title"))
            storage(table)


def once_or_each_time(table: torch.Tensor) -> None:
    """The button that measures on this machine, and the result."""
    st.markdown(t("costs.text"))

    def measure() -> None:
        st.session_state["row_times"] = time_rows(table)

    st.button(t("costs.button", letters=LETTERS), icon=":material/timer:", on_click=measure)
    if times := st.session_state.get("row_times"):
        numbers(
            Number(value=f"{times.each_ms:.2f}", **t("costs.each", letters=LETTERS)),
            Number(value=f"{times.once_ms:.2f}", **t("costs.once")),
            Number(value=f"{times.ratio:.1f}", **t("costs.ratio")),
        )
    st.caption(t("costs.command"))


def storage(table: torch.Tensor) -> None:
    """Two ways to write the right division, and which of them makes a new table."""
    st.markdown(t("storage.text"))
    columns = t("storage.columns")
    lines = [dict(zip(columns, (one.code, one.where, one.old_first_sum), strict=True)) for one in storages(table)]
    number = st.column_config.NumberColumn(columns["old_first_sum"], format="localized")
    st.dataframe(lines, hide_index=True, column_config=columns | {"old_first_sum": number})
    st.markdown(t("storage.why"))
