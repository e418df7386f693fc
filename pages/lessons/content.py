"""The texts of each lesson with their numbers, calculated from the lecture's list, whatever list is at hand."""

from __future__ import annotations

from typing import Any

import streamlit as st

from analysis.counts.word_list import load_list
from analysis.lessons import add_one, hidden_bug, two_roads
from pages.components.texts import texts

t = texts(__file__)


@st.cache_data(show_spinner=False)
def add_one_texts() -> dict[str, Any]:
    """Why add one?"""
    return t("add_one", **add_one(load_list()))


@st.cache_data(show_spinner=False)
def hidden_bug_texts() -> dict[str, Any]:
    """The bug that hides in the loss."""
    return t("hidden_bug", **hidden_bug(load_list().tables))


@st.cache_data(show_spinner=False)
def two_roads_texts() -> dict[str, Any]:
    """Two roads to one table."""
    return t("two_roads", **two_roads(load_list()))
