"""The names of Make names to take along: as CSV, and as text to copy."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import streamlit as st

from analysis.models.likelihood import Judged
from analysis.words.vocabulary import csv_cell
from pages.components.folds import lazy_expander
from pages.components.texts import texts

t = texts(__file__)


def offer_names(words: Sequence[Judged]) -> None:
    """All names as text to copy and as CSV; nothing if there are none."""
    if not words:
        return
    place = lazy_expander(t("take"), "copy", ":material/content_copy:")
    if place.open:
        with place:
            st.code("\n".join(one.word for one in words), language=None, height=300)
            st.download_button(
                t("csv"), as_csv(words), "names.csv", "text/csv", icon=":material/download:", on_click="ignore"
            )


def as_csv(words: Sequence[Judged]) -> str:
    """A line for each word, with its nll. A word that a spreadsheet could take for a formula has "'" before it."""
    file = io.StringIO()
    lines = csv.writer(file, lineterminator="\n")
    lines.writerow(Judged._fields)
    lines.writerows((csv_cell(word), nll) for word, nll in words)
    return file.getvalue()
