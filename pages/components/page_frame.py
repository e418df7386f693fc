"""The parts that every page has, from top to bottom: its place on the way and in the lecture, its question and one
sentence; after the picture a row of numbers, parts that open on a click, what to notice, "Run this yourself"; and the
way to the pages before and after.
"""

import html
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.recipes import Recipe
from analysis.words.vocabulary import FORMULA
from pages.components.controls.refusals import check_flag
from pages.components.glossary import show_with_terms, text_with_terms
from pages.components.list_at_hand import list_at_hand
from pages.components.navigation import steps_beside
from pages.components.page_registry import STEPS, VIDEO, Page
from pages.components.streamlit_seams import history_query
from pages.components.teacher_link import picture_only
from pages.components.texts import as_html, texts
from pages.components.toolbar import tools

t = texts(__file__)

STYLE = """<style>
[data-testid=stMainBlockContainer] {padding: .9rem clamp(1rem, 3vw, 5rem) 4rem}
[data-testid=stMainBlockContainer] > [data-testid=stVerticalBlock] {gap: .6rem}
[data-testid=stHeader] {background: none}
[data-testid=stHeader], [data-testid=stHeader] * {pointer-events: none}
[data-testid=stHeader] :is(button, button *) {pointer-events: auto}
[data-testid=stHeader] button {backdrop-filter: blur(.5rem)}
[data-testid=stStatusWidget] {position: fixed; top: 3.2rem; right: 1rem}
.st-key-head {padding-right: 2.2rem; gap: .3rem 1rem}
[data-testid=stHeader]:has([data-testid=stExpandSidebarButton]) ~ [data-testid=stMain] {--bar: 3rem}
[data-testid=stHeader]:has([data-testid=stExpandSidebarButton]) ~ * .st-key-head > :first-child {margin-left: 2rem}
.st-key-head > :last-child {margin-left: auto}
[data-testid=stMain] h1 {font-size: 1.9rem; line-height: 1.15; padding: 0; margin: 0}
.place.place {margin: 0; font-size: .875rem; opacity: .85; line-height: 1.6}
:is(.place, .text, .learned) a {color: inherit}
.text > :first-child {margin-top: 0}
.text > :last-child {margin-bottom: 0}
.text li {margin: .2em 0}
.end.end {margin: 2rem 0 1rem; border: 0; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent)}
.learned {margin: 0 0 1rem}
@media (max-width: 640px) {
  [data-testid=stMain] h1 {font-size: 1.45rem}
  [data-testid=stMain] :is([data-testid=stMarkdownContainer], .text) {line-height: 1.45}
}
[data-testid=stMain] h2 {font-size: 1.3rem; padding: .8rem 0 .4rem}
.text > h2 {margin: 0; font-weight: 600}
[data-testid=stMain] h3 {font-size: 1.1rem; padding: .6rem 0 .1rem}
[data-testid=stSidebarUserContent] {padding: 0 0 1rem}
/* While a part opens it must not scroll: a list opened in it would close at once. */
[data-testid=stExpander] details[style*=hidden] {overflow: clip !important}
[data-testid=stLayoutWrapper]:has(> :is(.st-key-messages, .st-key-along:empty, .st-key-rest_of_page)) {display: none}
.st-key-opened_views, .st-key-open_linked {display: none}
.numbers.numbers {display: flex; flex-wrap: wrap; gap: .4rem 2rem; margin: 0; padding: 0}
.numbers div {margin: 0; min-width: 7rem}
.numbers dt {font-size: .85rem; max-width: 16rem}
.numbers summary {cursor: help; text-decoration: underline dotted; text-underline-offset: .2em; list-style: none}
.numbers dd {margin: 0; font-size: 1.6rem; line-height: 1.3; font-variant-numeric: tabular-nums}
.numbers small {font-size: .8rem; opacity: .85}
[data-testid=stCaptionContainer] {color: inherit; opacity: .85}
[data-testid=stCaptionContainer] a {color: inherit}
.code-lines.code-lines {margin: 0; padding: .7rem .9rem; border-radius: .5rem; font-size: .875rem; line-height: 1.5}
.code-lines {background: color-mix(in srgb, currentColor 5%, transparent)}
.code-lines {white-space: pre-wrap; overflow-wrap: anywhere}
.teacher-note.teacher-note {margin: 0; padding: .2rem .8rem; border-left: 3px solid; overflow-wrap: anywhere}
.refused.refused {margin: 0; font-size: .85rem; overflow-wrap: anywhere}
</style>"""
STYLE += f"<style>{(Path(__file__).parent / 'paper.css').read_text('utf-8')}</style>"


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


def code_lines(code: str) -> str:
    """A few lines of code that are in sight as a page opens, as HTML: `st.code` first loads 1.6 MB."""
    return f"<pre class='code-lines' translate='no'><code>{html.escape(code)}</code></pre>"


def digits(frame: pd.DataFrame, count: int) -> None:
    """Show a table with `count` digits after the point. (A Styler of pandas takes ten times as long.)"""
    st.dataframe(frame, column_config=dict.fromkeys(frame.columns, st.column_config.NumberColumn(format=f"%.{count}f")))


def fold(name: str, question: str):
    """A part of a page behind its question: `if (place := fold("steps", ...)).open: with place: ...`."""
    return lazy_expander(f"**{question}**", name)


def open_linked_folds(**folds: str) -> None:
    """Open each of these folds if a link names a value that is set in it: `open_linked_folds(real="smoothing seed")`.

    Call it before `live_page`, which takes refused values and defaults out of the address. Values that came along from
    another page open nothing.
    """
    state, address = st.session_state, st.query_params
    if "first_page" in state and history_query() is None:
        return
    for name, keys in folds.items():
        if name not in state and name not in address and any(key in address for key in keys.split()):
            state[name] = True


def what_to_notice(text: str, plain: tuple[str, ...] = ()) -> None:
    """The list of what to notice on a page, under its heading. No term is marked in `plain`, the list's own words."""
    show_with_terms(f"## {t('notice')}\n\n{text}", plain)


def lazy_expander(label: str, key: str, icon: str | None = None):
    """An expander whose content is made only when it is open: `if (place := lazy_expander(...)).open: with place: ...`.

    The link says whether it is open.
    """
    check_flag(key, False)
    return st.expander(label, icon=icon, key=key, bind="query-params")


def settings_fold(defaults: Mapping[str, object]):
    """The fold *More settings*. `defaults` maps each parameter in it to its default on this page.

    None if it is closed and every setting has its default: then its boxes need not be made. Streamlit needs a tenth of
    a second for six of them, even if nobody sees them.
    """
    place = lazy_expander(t("more"), "more", ":material/tune:")
    known = {**defaults, **st.query_params}
    if history_query() is None:  # after Back or Forward, the address alone says what the settings are
        known |= {key: value for key, value in st.session_state.items() if key in defaults}
    changed = any(str(known[key]).removesuffix(".0") != str(default) for key, default in defaults.items())
    return place if place.open or changed else None


def table_expander(label: str = ""):
    """The lazy expander for the numbers of a page as a table. In a link, `table` is the table of an own list."""
    return lazy_expander(label or t("table.label"), "as_table", ":material/table:")


def save_hint() -> None:
    """Show how to save a table. Streamlit writes its cells as they are, so formulas of a spreadsheet among them too."""
    odd = not set(list_at_hand().tables.vocab.itos).isdisjoint(FORMULA)
    st.caption(f"{t('table.save')} {t('table.formulas')}" if odd else t("table.save"))


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
