"""The parts of the lecture, each behind its title: its chapters as a table; on a phone, each chapter as a block."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

import streamlit as st

from pages.components.lecture import Chapter, View
from pages.components.texts import as_html, texts

t = texts(__file__)

STYLE = """<style>
.part.part {border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent)}
.part summary {cursor: pointer; padding: .6rem 0; line-height: 1.4}
.part summary h2 {display: inline; font-size: 1.05rem; padding: 0}
.part summary span {font-size: .85rem; opacity: .85; margin-left: .5rem; font-variant-numeric: tabular-nums}
.part[open] {padding-bottom: 1rem}
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


def chapters_in_parts(parts: Mapping[str, Sequence[Chapter]], opened: set[str]) -> None:
    """Show each part of the lecture behind its title; the first part with a chapter not yet opened is open."""
    next_part = next((title for title, chapters in parts.items() if count_opened(chapters, opened) < len(chapters)), "")
    folds = "".join(_part(title, chapters, opened, title == next_part) for title, chapters in parts.items())
    st.html(STYLE + folds)


def count_opened(chapters: Sequence[Chapter], opened: set[str]) -> int:
    """How many of some chapters are opened: one of their views has been."""
    return sum(is_opened(chapter, opened) for chapter in chapters)


def is_opened(chapter: Chapter, opened: set[str]) -> bool:
    """True if one of the views of a chapter has been opened."""
    return any(view.address in opened for view in chapter.views)


def _part(title: str, chapters: Sequence[Chapter], opened: set[str], is_open: bool) -> str:
    """A part of the lecture, or the exercises, which have no times: a fold with a row for each chapter."""
    timed = chapters[0].seconds is not None
    columns, count = t("columns"), t("status.of", opened=count_opened(chapters, opened), all=len(chapters))
    titles = (columns["time" if timed else "exercise"], columns["what"], columns["view"], columns["opened"])
    head = "".join(f"<th scope='col'>{html.escape(one)}</th>" for one in titles)
    note = "" if timed else f"<p>{html.escape(t('exercises_text'))}</p>"
    return (
        f"<details class='part'{' open' if is_open else ''}><summary><h2>{html.escape(title)}</h2> "
        f"<span>{html.escape(f'{chapters[0].name}–{chapters[-1].name} · {count}')}</span></summary>"
        f"{note}<table class='chapters'><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(_row(chapter, opened) for chapter in chapters)}</tbody></table></details>"
    )


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
