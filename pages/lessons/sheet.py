"""A lesson as a sheet: what to show, what to ask, the answers, and the minutes. It fits on one page of paper."""

from __future__ import annotations

import html
from typing import Any

import streamlit as st

from pages.components.texts import as_html, texts

t = texts(__file__)

STYLE = """<style>
.lesson.lesson {max-width: 52rem; line-height: 1.45; overflow-wrap: anywhere}
.lesson h2 {font-size: 1.5rem; line-height: 1.25; margin: 0; padding: .3rem 0 .4rem}
.lesson p {margin: 0 0 .2rem}
.lesson ol {margin: .6rem 0 0; padding: 0 0 0 1.4rem}
.lesson li {margin: 0 0 .8rem; padding: 0; break-inside: avoid}
.lesson a {color: var(--st-link-color, inherit)}
.lesson small {font-size: .85rem; opacity: .85}
@media screen {.lesson .printed {display: none}}
@media print {
  .lesson.lesson {max-width: none; font-size: 10pt; line-height: 1.22}
  .lesson li {margin-bottom: 2.5pt}
  .lesson a::after {content: " (" attr(href) ")"; font-size: 8pt}
}
</style>"""


def sheet(lesson: dict[str, Any]) -> None:
    """Show a lesson."""
    minutes = sum(int(step["minutes"]) for step in lesson["steps"])
    steps = "".join(map(_step, lesson["steps"]))
    here = (st.context.url or "").rpartition("/")[0]  # a test has none
    address = f"<small class='printed'> {html.escape(t('address', here=here))}</small>" if here else ""
    st.html(
        f"{STYLE}<article class='lesson'><h2>{html.escape(lesson['label'])}</h2>"
        f"<p>{as_html(lesson['goal'])} {html.escape(t('total', minutes=minutes))}</p><ol>{steps}</ol>"
        f"<p><small>{html.escape(t('note'))}</small>{address}</p></article>"
    )


def _step(step: dict[str, str]) -> str:
    link = f"<a href='{html.escape(step['link'])}' target='_blank'>{as_html(step['show'])}</a>"
    return (
        f"<li><p><b>{html.escape(t('show'))}:</b> {link} "
        f"<small>{html.escape(t('minutes', minutes=step['minutes']))}</small></p>"
        f"<p><b>{html.escape(t('ask'))}:</b> {as_html(step['ask'])}</p>"
        f"<p><b>{html.escape(t('answer'))}:</b> {as_html(step['answer'])}</p></li>"
    )
