"""The published figures: their table, where a click chooses one, and the chosen one in full."""

import streamlit as st

from analysis.published.figures import Result, load_figures, load_sources, note_of, recompute
from analysis.published.frames import SIGNS, figures_frame, values_frame
from analysis.words.names import WordsMissing, find_names, names_file
from pages.components.controls.refusals import check_option, refuse
from pages.components.links import open_page

TABLE = "figures"
LAST = "last_figure"  # going back to the page with the browser, Streamlit forgets what a control held
COLUMNS = {
    "verdict": st.column_config.Column("", width=95),
    "figure": st.column_config.Column("Figure", width=270),
    "source": st.column_config.Column("Source", width=65),
    "published": st.column_config.Column("Published", width=125),
    "ours": st.column_config.Column("Ours", width=125),
    "difference": st.column_config.Column("Difference", width=80),
    "note": st.column_config.Column("Note", width=600),
}


def words_are_here() -> bool:
    """Whether names.txt is on this machine; the network is not asked."""
    try:
        return find_names() is not None
    except WordsMissing:
        return False


def offer_the_words() -> None:
    """Say what is missing without the words, and a button that brings them."""
    st.info(
        "Some figures need the names themselves. On this machine is only how often letters follow each other in them; "
        "the names are 228 kB on GitHub."
    )
    if st.button("Bring the names", icon=":material/download:"):
        try:
            names_file()
        except WordsMissing as missing:
            st.error(str(missing))
        else:
            st.rerun()


@st.cache_resource(show_spinner="Working out every published figure again …")
def results(have_words: bool) -> list[Result]:
    """Every published figure, worked out again, once a server; `have_words`: whether the words are on this machine."""
    return [recompute(figure, have_words=have_words) for figure in load_figures()]


def part_choice() -> str | None:
    """Which part of the figures the table shows, None for all."""
    parts = list(dict.fromkeys(figure.part for figure in load_figures()))
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
    table = f"{TABLE} {keys[0]}"  # other figures are another table: a click into one whose lines have changed is lost

    def pick() -> None:
        selection = st.session_state[table]["selection"]
        if selection["rows"] not in ([], rows):
            st.session_state["figure"] = keys[
                selection["rows"][0]
            ]  # the box of another row; a cell picked before stays
        elif selection["cells"] and selection["rows"] == rows:
            st.session_state["figure"] = keys[selection["cells"][0][0]]

    rows = [keys.index(chosen)] if chosen in keys else []
    st.session_state[table] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    st.dataframe(
        figures_frame(shown),
        key=table,
        on_select=pick,
        selection_mode=["single-row", "single-cell"],
        hide_index=True,
        height=300,
        column_config=COLUMNS,
        alt="Every published figure beside ours: verdict, figure, source, published, ours, difference, note.",
    )


def one_figure(result: Result) -> None:
    """One figure in full: who published it, every value beside ours, what to know, and the way to its page."""
    figure = result.figure
    text, values = st.columns([1.3, 1], gap="medium")
    with text:
        st.subheader(figure.name)
        st.markdown(f"**{SIGNS[result.verdict]} {result.verdict}**")
        st.markdown("\n".join(f"- **{letters}**: {load_sources()[letters]}" for letters in figure.source.split()))
        st.markdown(note_of(result))
        st.code(f"python -m analysis {figure.command}", language="bash")
        settings = dict(figure.open)
        if not settings:
            st.caption("No page shows this figure yet; the command prints it.")
        elif st.button("Open its page with these settings", icon=":material/open_in_new:"):
            open_page(settings.pop("page"), settings)
    with values:
        st.dataframe(values_frame(result), hide_index=True)
