"""The published figures: calculated again, once per server, and their table, where a click chooses one."""

import streamlit as st

from analysis.published.figures import load_figures
from analysis.published.frames import figures_frame
from analysis.published.results import AGREES, DIFFERS, FITTED, NEEDS_WORDS, SLIP, Result, recompute
from analysis.published.wording import count_verdicts
from pages.components.address import write_address
from pages.components.controls.refusals import check_option, refuse
from pages.components.streamlit_seams import history_query
from pages.components.teacher_link import picture_only
from pages.components.texts import texts

t = texts(__file__)

TABLE = "figures"
VERDICTS = {"agrees": AGREES, "fitted": FITTED, "slip": SLIP, "differs": DIFFERS, "needs_words": NEEDS_WORDS}
OURS = "own"  # in place of a verdict: our own values
VERDICT = "verdict"
UNTICKED = "unticked"  # how often the box of the chosen row was clicked
LAST = "last_figure"  # after Back in the browser, Streamlit forgets the value of a control
WIDTHS = {"verdict": 96, "figure": 360, "source": 70, "published": 125, "ours": 125, "difference": 90}
ON_SLIDE = {"verdict": 96, "figure": 235, "published": 115, "ours": 115}  # no room for the others


@st.cache_resource(show_spinner="Working out every published figure again …")
def results(have_words: bool) -> list[Result]:
    """Every figure, calculated again, once per server; figures of others first. `have_words`: names are available."""
    figures = sorted(load_figures(), key=lambda figure: figure.own)
    return [recompute(figure, have_words=have_words) for figure in figures]


def verdict_choice(figures: list[Result]) -> str | None:
    """A button for each verdict, with how many figures have it: the table shows those alone. None: all of them."""
    published, own = (count_verdicts(figures, own=own) for own in (False, True))
    texts_of = t("verdicts")
    counts = {
        key: published.get(verdict, 0)
        for key, verdict in VERDICTS.items()
        if verdict in published or verdict == DIFFERS
    } | {OURS: sum(own.values())}
    check_option(VERDICT, list(counts), t("parts.all"), t("parts.happens"))
    # Streamlit's own binding would write the label with its number into the address.
    linked = st.query_params.get(VERDICT)
    if VERDICT not in st.session_state or history_query() is not None:
        st.session_state[VERDICT] = linked if linked in counts else None
    chosen = st.pills(
        t("verdict.label"),
        list(counts),
        key=VERDICT,
        format_func=lambda key: f"{counts[key]} {texts_of[key]['label']}",
    )
    write_address(VERDICT, {VERDICT: chosen})
    st.caption(texts_of[chosen]["help"] if chosen else t("verdict.all", published=sum(published.values())))
    return chosen


def how_many_slips(figures: list[Result]) -> tuple[int, int]:
    """How many figures others have published, and how many of them are wrong in the source."""
    published = count_verdicts(figures, own=False)
    return sum(published.values()), published.get(SLIP, 0)


def part_of(figures: list[Result], part: str | None, verdict: str | None = None) -> list[Result]:
    """The figures of one part, or our own values; with a verdict those alone; for None, all of them."""
    if verdict == OURS:
        figures = [result for result in figures if result.figure.own]
    elif verdict:
        figures = [result for result in figures if result.verdict == VERDICTS[verdict] and not result.figure.own]
    if part == t("parts.own"):
        return [result for result in figures if result.figure.own]
    return [result for result in figures if part in (None, result.figure.part)]


def part_choice() -> str | None:
    """Which part of the figures the table shows, None for all."""
    parts = [*dict.fromkeys(figure.part for figure in load_figures()), t("parts.own")]
    check_option("part", parts, t("parts.all"), t("parts.happens"))
    return st.pills(t("parts.label"), parts, key="part", bind="query-params")


def figure_of_link() -> str:
    """The key of the figure that the link names; without one, the figure that was shown last, or else the first."""
    keys = [figure.key for figure in load_figures()]
    linked = st.query_params.get("figure") or st.session_state.get(LAST, keys[0])
    if linked not in keys:
        refuse(t("figure.refused", linked=linked), keys[0])
        return keys[0]
    st.session_state[LAST] = linked
    return linked


def figure_choice() -> str:
    """The key of the figure that is shown in full. It is kept when the visitor comes back from another page."""
    last = figure_of_link()
    if "figure" not in st.session_state and "figure" not in st.query_params:
        st.session_state["figure"] = last
    st.session_state[LAST] = st.selectbox(
        t("figure.label"),
        [figure.key for figure in load_figures()],
        key="figure",
        bind="query-params",
        help=t("figure.help"),
    )
    return st.session_state[LAST]


def figures_table(shown: list[Result], chosen: str) -> None:
    """A table of all figures; a click on a row chooses its figure."""
    if not shown:
        st.caption(t("nothing"))
        return
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

    columns, helps, widths = t("columns"), t("column_help"), ON_SLIDE if picture_only() else WIDTHS
    st.session_state[table] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    st.dataframe(
        figures_frame(shown),
        key=table,
        on_select=pick,
        selection_mode=["single-row", "single-cell"],
        hide_index=True,
        height=min(300, 35 * (len(shown) + 1) + 3),  # no empty lines below a few
        column_config={
            key: st.column_config.Column(columns[key], width=width, help=helps.get(key))
            for key, width in widths.items()
        },
        column_order=list(widths),
        alt=t("figures_alt"),
    )
