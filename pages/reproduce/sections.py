"""The published figures: worked out again once a server, and their table, where a click chooses one."""

import streamlit as st

from analysis.published.figures import load_figures
from analysis.published.frames import figures_frame
from analysis.published.results import Result, recompute
from pages.components.controls.refusals import check_option, refuse

TABLE = "figures"
UNTICKED = "unticked"  # how often the box of the chosen row was clicked
LAST = "last_figure"  # going back to the page with the browser, Streamlit forgets what a control held
OWN_VALUES = "Our own values"  # shown alone, like a part
COLUMNS = {
    "verdict": st.column_config.Column("", width=78),
    "figure": st.column_config.Column("Figure", width=400),
    "source": st.column_config.Column(
        "Source", width=70, help="Who published it; the letters stand for the sources below."
    ),
    "published": st.column_config.Column("Published", width=128),
    "ours": st.column_config.Column("Ours", width=120),
    "difference": st.column_config.Column("Difference", width=77),
}


@st.cache_resource(show_spinner="Working out every published figure again …")
def results(have_words: bool) -> list[Result]:
    """Every figure, worked out again, once a server, those of others first; `have_words`: whether they are here."""
    figures = sorted(load_figures(), key=lambda figure: figure.own)
    return [recompute(figure, have_words=have_words) for figure in figures]


def part_of(figures: list[Result], part: str | None) -> list[Result]:
    """The figures of one part, of our own alone, or, for None, all of them."""
    if part == OWN_VALUES:
        return [result for result in figures if result.figure.own]
    return [result for result in figures if part in (None, result.figure.part)]


def part_choice() -> str | None:
    """Which part of the figures the table shows, None for all."""
    parts = [*dict.fromkeys(figure.part for figure in load_figures()), OWN_VALUES]
    check_option("part", parts, "all of them", "are shown")
    return st.pills(
        "Show only",
        parts,
        key="part",
        bind="query-params",
    )


def figure_choice() -> str:
    """Which published figure is shown in full: its key. It is still there when one comes back from another page."""
    keys = [figure.key for figure in load_figures()]
    linked = st.query_params.get("figure")
    if linked and linked not in keys:
        refuse(f"figure must be one of this table, got {linked}", keys[0])
    if not linked and "figure" not in st.session_state and LAST in st.session_state:
        st.session_state["figure"] = st.session_state[LAST]
    st.session_state[LAST] = st.selectbox(
        "Figure: its name in links and on the command line",
        keys,
        key="figure",
        bind="query-params",
        help="Type to search. A click on a row of the table chooses too.",
    )
    return st.session_state[LAST]


def figures_table(shown: list[Result], chosen: str) -> None:
    """All of them, a line each; a click on a line chooses its figure."""
    keys = [result.figure.key for result in shown]
    rows = [keys.index(chosen)] if chosen in keys else []
    # Other figures are another table, or a click into one whose lines have changed is lost.
    table = f"{TABLE} {keys[0]} {len(keys)} {st.session_state.get(UNTICKED, 0)}"

    def pick() -> None:
        selection = st.session_state[table]["selection"]
        if selection["rows"] not in ([], rows):  # the box of another row; a cell clicked before stays with it
            st.session_state["figure"] = keys[selection["rows"][0]]
        elif rows and not selection["rows"]:  # the box of the chosen row: it stays chosen, in a table made anew
            st.session_state[UNTICKED] = st.session_state.get(UNTICKED, 0) + 1
        elif selection["cells"]:
            st.session_state["figure"] = keys[selection["cells"][0][0]]

    st.session_state[table] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    st.dataframe(
        figures_frame(shown),
        key=table,
        on_select=pick,
        selection_mode=["single-row", "single-cell"],
        hide_index=True,
        height=300,
        column_config=COLUMNS,
        alt="Figures beside ours: verdict, figure, source, published, ours, difference.",
    )
