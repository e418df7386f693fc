"""A page of its own for the tests: the live table over other lists of words, `?list=3`, `120`, `one` or `spaces`."""

import streamlit as st

from analysis.counts.smoothing import smoothing_effect
from analysis.counts.tables import count_tables
from analysis.views.slider import SMOOTHING_SCALE, nll_curves
from pages.components.controls.choices import row_choice
from pages.components.controls.numbers import smoothing_box
from pages.components.lesson import question
from pages.components.live.table import Number, live_table
from pages.components.sources import uniforms

THAI = [chr(0x0E01 + i) for i in range(46)] + [chr(0x0B85 + i) for i in (0, 1, 2, 3, 4, 5, 9, 10, 11, 13, 14, 15, 16)]
MANY = [*THAI, *(chr(0x0391 + i) for i in range(17)), *(chr(0x0410 + i) for i in range(43))]
LISTS = {
    "3": ["ab", "ba", "a", "bb", "aab", "abba", "b", "ba", "ab", "aa"],
    "120": ["".join(MANY[i : i + 7]) for i in range(len(MANY))] * 3,
    "one": ["ava"],
    "spaces": ["a b", "b a", "a\u0301x b", "x", "b", "ab", "a", "xa", "x b", "b x"],
}


def show() -> None:
    """The page."""
    tables = count_tables(LISTS[st.query_params.get("list", "3")])
    question("Another alphabet", "")
    box = smoothing_box()
    row_choice(tables.vocab)
    live_table(
        tables,
        smoothing_effect(tables, box),
        uniforms(1, 4),
        shown=[Number("nll", "nll", "nats", 4, "")],
        curves=nll_curves(tables, SMOOTHING_SCALE),
    )
    st.expander("End")


if __name__ == "__main__":  # as Streamlit runs it; the tests only import it
    show()
