"""The names as Make names shows them: in columns, as text to copy, and as CSV."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence

import streamlit as st

from analysis.models.likelihood import Judged
from pages.components.name_columns import shown_names
from pages.components.page_frame import lazy_expander
from pages.components.texts import texts
from pages.make_names.making import Found

t = texts(__file__)
STYLE = """<style>
.made.made {columns: 9.2rem; column-gap: 1.5rem; margin: 0; padding: 0; list-style: none}
.made li {display: flex; justify-content: space-between; align-items: baseline; gap: .6rem; margin: 0;
  padding: .15rem 0; break-inside: avoid; font-size: 1.05rem; line-height: 1.4}
.made bdi {min-width: 0; overflow-wrap: anywhere}
.made small {font-size: .8rem; opacity: .85; font-variant-numeric: tabular-nums}
</style>"""


def show_names(found: Found) -> None:
    """Each name with its nll; if they are too few, the line that says so; all of them to copy and as CSV."""
    if found.shortfall:
        st.info(found.shortfall)
    if not found.words:
        return
    names = shown_names([one.word for one in found.words])
    items = [
        f"<li><bdi>{html.escape(name)}</bdi> <small>{one.nll:.4f}</small></li>"
        for name, one in zip(names, found.words, strict=True)
    ]
    st.html(f"{STYLE}<ol class='made'>{''.join(items)}</ol>")
    st.caption(t("caption", found=len(found.words), tries=found.tries))
    st.download_button(
        t("csv"),
        as_csv(found.words),
        "names.csv",
        "text/csv",
        icon=":material/download:",
        on_click="ignore",
    )
    place = lazy_expander(t("copy"), "copy", ":material/content_copy:")
    if place.open:
        with place:
            st.code("\n".join(one.word for one in found.words), language=None, height=300)


def as_csv(words: Sequence[Judged]) -> str:
    """A line for each word, with its nll. A word that a spreadsheet could take for a formula has "'" before it."""
    file = io.StringIO()
    lines = csv.writer(file, lineterminator="\n")
    lines.writerow(Judged._fields)
    lines.writerows((f"'{word}" if word.startswith(("=", "+", "-", "@")) else word, nll) for word, nll in words)
    return file.getvalue()
