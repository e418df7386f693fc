"""What every page is made of: its question, its numbers, what opens on demand, and "Run this yourself"."""

import ast
import functools
import html
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.recipes import Recipe
from pages.components.controls.refusals import check_flag
from pages.components.toolbar import tools

STYLE = """<style>
[data-testid=stMainBlockContainer] {padding: 3.5rem clamp(1rem, 3vw, 5rem) 6rem}
[data-testid=stMain] [data-testid=stPageLink-NavLink] {padding-left: 0}
.numbers.numbers {display: flex; flex-wrap: wrap; gap: .4rem 2rem; margin: 0; padding: 0}
.numbers div {margin: 0; min-width: 7rem}
.numbers dt {font-size: .85rem; max-width: 16rem}
.numbers summary {cursor: help; text-decoration: underline dotted; text-underline-offset: .2em; list-style: none}
.numbers dd {margin: 0; font-size: 1.6rem; line-height: 1.3; font-variant-numeric: tabular-nums}
.numbers small {font-size: .8rem; opacity: .85}
[data-testid=stCaptionContainer] {color: inherit; opacity: .85}
[data-testid=stCaptionContainer] a {color: inherit}
.refused.refused {margin: 0; font-size: .85rem; overflow-wrap: anywhere}
</style>"""


@functools.cache
def question_of(page: Path) -> tuple[str, str]:
    """The one question of a page, and the few words a newcomer needs: the docstring of its file.

    Read once, at the warm-up: Python 3.11 cannot parse in two threads at once (it may raise SystemError).
    """
    title, _, text = ast.get_docstring(ast.parse(page.read_text(encoding="utf-8"))).partition("\n\n")
    return title, text


def question(title: str, text: str) -> None:
    """Show them, and the tools of every page beside them."""
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        st.title(title, width="content")
        tools()
    st.markdown(text)


def numbers(*figures: tuple[str, str, str, str]) -> None:
    """Figures in one line, each with its name, value and unit; a click, a tap or Enter on the name says what it is."""
    cells = [
        f"<div><dt><details><summary>{html.escape(name)}</summary>{html.escape(text)}</details></dt>"
        f"<dd>{html.escape(value)} <small>{html.escape(unit)}</small></dd></div>"
        for name, value, unit, text in figures
    ]
    st.html(f"<dl class='numbers'>{''.join(cells)}</dl>")


def digits(frame: pd.DataFrame, count: int) -> None:
    """A table whose numbers all have so many digits after the point. (A Styler of pandas takes ten times as long.)"""
    st.dataframe(frame, column_config=dict.fromkeys(frame.columns, st.column_config.NumberColumn(format=f"%.{count}f")))


def lazy_expander(label: str, key: str, icon: str):
    """An expander whose content is made only when it is open: `if (place := lazy_expander(...)).open: with place: ...`.

    Open or closed is in the link.
    """
    check_flag(key, False)
    return st.expander(label, icon=icon, key=key, bind="query-params")


TORCH_LINES = "Or in torch, with the lecture's names.txt beside them:"


def run_this_yourself(recipe: Recipe, lines: str = TORCH_LINES) -> None:
    """The command and the lines that print the numbers on the screen at the current settings."""
    place = lazy_expander("Run this yourself", "recipe", ":material/terminal:")
    if place.open:
        with place:
            st.caption("In the project's folder, the command:")
            st.code("\n".join(recipe.commands), language="bash")
            st.caption(lines)
            st.code(recipe.code, language="python")
