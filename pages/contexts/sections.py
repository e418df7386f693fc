"""The parts of Longer contexts around its picture: the slider, the cells, the exercises of the lecture, a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.models.ngrams.overview import Length
from analysis.settings import K
from analysis.views.captions import percent
from analysis.views.count_charts import context_lines
from analysis.views.count_tables import cells_frame, contexts_frame, nll_frame
from analysis.views.slider import Scale
from analysis.words.vocabulary import display_char
from pages.components.folds import save_hint, table_expander
from pages.components.guess import hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import Control, slider
from pages.components.texts import as_markdown, texts
from pages.contexts.cached import mixture, models

t = texts(__file__)
IN_THE_CHART = 4  # letters of context: longer ones have too many cells for one axis


def letters_slider(most: int) -> Control:
    """The slider of k, 0 to the most letters that are counted."""
    places = tuple(float(k) for k in range(most + 1))
    default = min(K.on_page.default, most)
    scale = Scale(knee=most, even=most, per_decade=1, high=most, stops=places)
    return slider(replace(K, default_on_pages=default, high_on_pages=most), scale)


def cells_of_each() -> None:
    """How large a table with longer contexts is, and how few of its cells are ever seen."""
    st.markdown(t("cells.text"))
    sizes = models().sizes[1:]
    picture, table = st.columns([2, 3])
    picture.vega_lite_chart(cells_frame(sizes[:IN_THE_CHART]), context_lines(), height=300, alt=t("cells.alt"))
    labels, number = t("cells.columns"), st.column_config.NumberColumn
    formats = {"cells": "localized", "seen": "localized", "share": "percent", "examples": "%.1f"}
    columns = labels | {key: number(labels[key], format=one) for key, one in formats.items()}
    table.dataframe(contexts_frame(sizes), hide_index=True, column_config=columns)


def exercises(known: Sequence[Length]) -> None:
    """E01 to E03 of the lecture: a trigram, on train, dev and test, with the smoothing that is best on dev."""
    bigram, trigram = known[1].additive, known[min(2, len(known) - 1)]
    better = (trigram.additive["dev"] or 0.0) < (bigram["dev"] or 0.0)
    st.markdown(
        t(
            "exercises.text",
            better=t("exercises.better") if better else t("exercises.worse"),
            bigram=bigram["dev"],
            trigram=trigram.additive["dev"],
            smoothing=trigram.smoothing,
            train=trigram.additive["train"],
            test=trigram.additive["test"],
            kneser_ney=trigram.kneser_ney["test"],
        )
    )


def further() -> None:
    """Three models that look at different things, alone and in one."""
    known, vocab = mixture(), list_at_hand().tables.vocab
    letters, place, pattern = known.alone
    vowels = " ".join(as_markdown(display_char(vocab.itos[i])) for i in known.vowels) or t("further.no_vowels")
    st.markdown(
        t(
            "further.text",
            letters=letters,
            place=place,
            pattern=pattern,
            vowels=vowels,
            dev=known.dev,
            test=known.test,
            shares=", ".join(percent(weight, 0) for weight in known.weights),
        )
    )
    st.markdown(t("lecture.further"))


def numbers_table(known: Sequence[Length]) -> None:
    """In an expander: every nll, and the smoothing of each length."""
    place = table_expander()
    if place.open:
        with place:
            labels, number = t("table.columns"), st.column_config.NumberColumn
            columns = {key: number(label, format="%.4f" if "_" in key else None) for key, label in labels.items()}
            with hidden_until_guessed("table", told=True):
                st.dataframe(nll_frame(known), hide_index=True, column_config=columns)
            st.caption(t("table.caption"))
            save_hint()
