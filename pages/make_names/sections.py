"""The guess of Make names, and its names to take along: as CSV, and as text to copy."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence

import streamlit as st
import torch

from analysis.models.likelihood import Judged
from analysis.models.temperature import with_temperature
from analysis.words.vocabulary import Vocabulary, csv_cell, labels
from pages.components.folds import lazy_expander
from pages.components.guess import guess_choice
from pages.components.texts import texts

t = texts(__file__)


def guess_of_temperature(vocab: Vocabulary, probs: torch.Tensor) -> None:
    """Ask what half the temperature does to the likeliest first character of probs (V, V)."""
    likeliest = int(probs[0].argmax())
    before, after = (float(row[likeliest]) for row in (probs[0], with_temperature(probs[0], 0.5)))
    numbers = {"letter": labels(vocab)[likeliest], "before": before, "after": after}
    right = "same" if math.isclose(before, after) else "more"
    guess_choice(t("guess.ask", **numbers), t("guess.answers", **numbers), right)


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
