"""Names as pages show them: one without letters says so; those of several models or streams stand in columns."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

import streamlit as st

from pages.components.texts import texts

t = texts(__file__)
NARROWEST = 6.8  # rem a column: three fit on a phone; more of them scroll there
STYLE = """<style>
.name-columns.name-columns {overflow: auto}
@media (min-width: 641px) {.name-columns.name-columns {max-height: 40rem}}
.name-columns table {border-collapse: collapse; table-layout: fixed; width: 100%}
.name-columns :is(th, td) {text-align: start; vertical-align: top; padding: .1rem .8rem .1rem 0}
.name-columns :is(th, td) {overflow-wrap: anywhere; font-size: .95rem; line-height: 1.35}
.name-columns th {position: sticky; top: 0; backdrop-filter: blur(1rem)}
@media print {.name-columns.name-columns {max-height: none; overflow: visible}}
</style>"""


def shown_names(names: Sequence[str]) -> list[str]:
    """Names as they are shown."""
    return [name or t("shared.empty") for name in names]


def name_columns(names: Mapping[str, Sequence[str]]) -> None:
    """Show a column for each key, with its names; all have equally many. (st.dataframe would cut a long name.)"""
    heads = "".join(f"<th scope='col'>{html.escape(title)}</th>" for title in names)
    lines = "".join(
        f"<tr>{''.join(f'<td dir=auto>{html.escape(name)}</td>' for name in line)}</tr>"
        for line in zip(*map(shown_names, names.values()), strict=True)
    )
    wide = f"min-width: {NARROWEST * len(names):.1f}rem"
    table = f"<table style='{wide}'><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"
    st.html(f"{STYLE}<div class='name-columns' tabindex='0' translate='no'>{table}</div>")
