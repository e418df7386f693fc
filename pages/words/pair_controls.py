"""The controls of the dictionary of pairs: what is searched, in which order, and how many steps of counting."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analysis.counts.bigrams.dictionary import Pair, as_found
from analysis.settings import ORDER, STEP
from pages.components.controls.choices import one_of
from pages.components.controls.numbers import number_box
from pages.components.controls.refusals import refuse


def order_choice() -> str:
    """Which pairs stand first."""
    return one_of(ORDER.name, ORDER.label, ORDER.options, ORDER.default, ORDER.help)


def search_box(counted: Mapping[Pair, int]) -> str:
    """What pairs are looked for; empty for all of them. What is in no pair, one line says, and all are shown."""
    text = st.text_input(
        "Find pairs",
        "",
        key="search",
        bind="query-params",
        placeholder="m, em, <S>e …",
        help="A character or two next to each other. <S> is the start of a name, <E> its end; “.” finds both.",
    ).strip()
    found = as_found(counted, text)
    if found is not None:
        if found != text:
            refuse(f"{text}: the names are written with small letters", found)
        return found
    refuse(f"search must be in one of the {len(counted):,} pairs that occur, got {text}", "every pair", "is shown")
    return ""


def step_box(last: int) -> int:
    """How many pairs have been counted. Beyond the last of them one line says so, and all are counted."""
    step = number_box(STEP)
    if step <= last:
        return step
    refuse(f"step must be a whole number from 1 to {last} here, got {step}", last)
    return last
