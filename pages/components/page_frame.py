"""The parts that every page has, from top to bottom: its place on the way and in the lecture, its question and one
sentence; after the picture a row of numbers, parts that open on a click, what to notice, "Run this yourself"; and the
way to the pages before and after.
"""

import html
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.recipes import Recipe
from pages.components.folds import lazy_expander
from pages.components.glossary import show_with_terms, text_with_terms
from pages.components.navigation import steps_beside
from pages.components.page_registry import STEPS, VIDEO, Page
from pages.components.teacher_link import picture_only
from pages.components.texts import as_html, texts
from pages.components.toolbar import tools

t = texts(__file__)

STYLE = "".join(
    f"<style>{Path(__file__).with_name(name).read_text('utf-8')}</style>" for name in ("page_frame.css", "paper.css")
)


def head(page: Page) -> None:
    """Show the place of a page on the way and in the lecture, the toolbar, the page's question, and one sentence."""
    if picture_only():
        tools(page)  # hidden, but it keeps the history in order
        return
    with st.container(key="head", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(f"<p class='place'>{_place(page)}</p>", width="content")
        tools(page)
    st.html(f"<h1>{html.escape(page.texts('question'))}</h1>{text_with_terms(page.texts('intro'))}")


def _place(page: Page) -> str:
    """Where a page stands, as HTML: "3 of 13", and a link to the moment in the lecture; else its group."""
    place = t("way.place", number=page.number, of=len(STEPS)) if page.number else page.group
    if not page.at:
        return place
    at = t("way.lecture", time=page.at)
    return f"{place} · <a href='{html.escape(VIDEO)}&amp;t={page.seconds}s' target='_blank'>{at}</a>"


def foot(page: Page) -> None:
    """Show what was learned on a page, and links to the pages before and after; nothing on a page that is no step."""
    if not page.number:
        return
    learned = as_html(t("way.learned", learned=page.texts("learned")))
    st.html(f"<hr class='end'><div class='learned answer'>{learned}</div>{steps_beside(page)}")


class Number(NamedTuple):
    """A number on a page: label, value and unit as text, and an explanation."""

    label: str
    value: str
    unit: str
    help: str


def numbers(*figures: Number | tuple[str, str, str, str]) -> None:
    """Show numbers in one row; a click, a tap or Enter on a label opens its explanation."""
    cells = [
        f"<div><dt><details><summary>{html.escape(label)}</summary>{html.escape(text)}</details></dt>"
        f"<dd translate='no'>{html.escape(value)} <small>{html.escape(unit)}</small></dd></div>"
        for label, value, unit, text in figures
    ]
    st.html(f"<dl class='numbers'>{''.join(cells)}</dl>")


def plain_text(text: str) -> None:
    """Show a text with words of a visitor as it is, not as Markdown."""
    st.html(f"<p style='margin: 0; overflow-wrap: anywhere'>{html.escape(text)}</p>")


def code_as_html(code: str) -> str:
    """A few lines of code that are in sight as a page opens, as HTML: `st.code` first loads 1.6 MB."""
    return f"<pre class='code-lines' translate='no'><code>{html.escape(code)}</code></pre>"


def digits(frame: pd.DataFrame, count: int) -> None:
    """Show a table with `count` digits after the point. (A Styler of pandas takes ten times as long.)"""
    st.dataframe(frame, column_config=dict.fromkeys(frame.columns, st.column_config.NumberColumn(format=f"%.{count}f")))


def what_to_notice(text: str, plain: tuple[str, ...] = ()) -> None:
    """The list of what to notice on a page, under its heading. No term is marked in `plain`, the list's own words."""
    show_with_terms(f"## {t('notice')}\n\n{text}", plain)


def run_this_yourself(recipe: Recipe, lines: str = "") -> None:
    """The commands and the script that print the numbers on the screen now.

    `lines` is the caption of the script, or says why there is none.
    """
    place = lazy_expander(t("recipe.label"), "recipe", ":material/terminal:")
    if place.open:
        with place:
            source = recipe.source
            st.caption(t("recipe.command")[source.kind])
            st.code("\n".join(recipe.commands), language="bash")
            if not recipe.code:
                st.caption(lines or t("recipe.needs_words"))
                return
            of_file = t("recipe.script", file=source.file, save=source.save)[source.kind]
            st.caption(lines or (of_file if recipe.reads_file else t("recipe.no_file")))
            st.code(recipe.code, language="python")
