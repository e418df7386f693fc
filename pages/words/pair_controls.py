"""The controls of the dictionary of pairs: the searched text, and the order."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analysis.counts.bigrams.dictionary import Pair, as_found
from analysis.settings import ORDER
from pages.components.controls.choices import one_of
from pages.components.controls.refusals import refuse
from pages.components.texts import as_markdown, texts

t = texts(__file__)


def order_choice() -> str:
    """Which pairs come first."""
    return one_of(ORDER.name, ORDER.label, ORDER.options, ORDER.default, ORDER.help)


def search_box(counted: Mapping[Pair, int], boundary: str) -> str:
    """The searched text; empty for all pairs. If no pair can contain it, a line says so, and all pairs are shown.

    The boundary of the list stands for either mark.
    """
    text = st.text_input(
        t("search.label"),
        "",
        key="search",
        bind="query-params",
        placeholder=t("search.placeholder"),
        help=t("search.help", boundary=as_markdown(boundary)),
    ).strip()
    found = as_found(counted, text, boundary)
    if found is not None:
        if found != text:
            refuse(t("search.small", text=text), found)
        return found
    refuse(t("search.refused", text=text), t("search.all"), t("search.happens"))
    return ""
