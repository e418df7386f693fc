"""The chapters or the exercises as a table; on a phone, each of them as a block."""

from __future__ import annotations

import html
from collections.abc import Iterable

import streamlit as st

from pages.components.lecture import Chapter, View
from pages.components.texts import as_html, texts

t = texts(__file__)

STYLE = """<style>
.chapters.chapters {width: 100%; border-collapse: collapse; line-height: 1.4; font-size: .95rem}
.chapters th {font-size: .8rem; font-weight: 400; text-align: left; padding: .2rem 1.5rem .2rem 0}
.chapters td {vertical-align: top; padding: .45rem 1.5rem .45rem 0}
.chapters tbody tr {border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent)}
.chapters a {color: var(--st-link-color, inherit)}
.chapters .time {font-variant-numeric: tabular-nums; white-space: nowrap}
.chapters .what {width: 38%}
.chapters .status {white-space: nowrap; font-size: .85rem; padding-right: 0}
.chapters ul.views {list-style: none; margin: 0; padding: 0}
.chapters .views li {margin: 0; padding: 0 0 .2rem}
@media (max-width: 640px) {
  .chapters thead {position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden}
  .chapters.chapters, .chapters tbody, .chapters td {display: block}
  .chapters tr {display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; padding: .5rem 0}
  .chapters td.what, .chapters td:nth-child(3) {grid-column: 1 / -1; width: auto}
  .chapters td {padding: 0}
  .chapters .status {grid-area: 1 / 2}
}
</style>"""


def chapters_table(chapters: Iterable[Chapter], first_column: str, opened: set[str]) -> None:
    """Show a row for each chapter: its time, what happens, its views, and whether one of them has been opened."""
    columns = t("columns")
    titles = (first_column, columns["what"], columns["view"], columns["opened"])
    head = "".join(f"<th scope='col'>{html.escape(title)}</th>" for title in titles)
    rows = "".join(_row(chapter, opened) for chapter in chapters)
    st.html(f"{STYLE}<table class='chapters'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")


def is_opened(chapter: Chapter, opened: set[str]) -> bool:
    """True if one of the views of a chapter has been opened."""
    return any(view.address in opened for view in chapter.views)


def _row(chapter: Chapter, opened: set[str]) -> str:
    name = html.escape(chapter.name)
    if chapter.seconds is not None:
        label = html.escape(t("status.video", time=chapter.name))
        name = f'<a href="{html.escape(chapter.video)}" target="_blank" aria-label="{label}">{name}</a>'
    views = "".join(f"<li>{_view(view, view.address in opened)}</li>" for view in chapter.views)
    status = t("status.opened") if is_opened(chapter, opened) else t("status.not_yet")
    return (
        f"<tr><td class='time'>{name}</td><td class='what'>{as_html(chapter.what)}</td>"
        f"<td><ul class='views'>{views}</ul></td><td class='status'>{html.escape(status)}</td></tr>"
    )


def _view(view: View, opened: bool) -> str:
    """The link of a view and what to see there. The address is relative, and "./" is the first page."""
    link, label = html.escape(view.address or "./"), html.escape(view.label)
    mark = f"<span role='img' aria-label='{html.escape(t('status.mark'))}'>✓ </span>" if opened else ""
    see, address = as_html(view.see), html.escape(view.address)
    return f'{mark}<a href="{link}" target="_self" data-view="{address}">{label}</a>: {see}'
