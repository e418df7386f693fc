"""Pinned runs: they are part of the link, and a table compares them with the current view."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.settings.pins import MOST, Comparison, differences, read_pins, write_pin
from analysis.words.vocabulary import csv_cell
from pages.components.cached_nets import Compared, compared
from pages.components.controls.refusals import refuse
from pages.components.folds import fold, open_linked_folds
from pages.components.name_columns import shown_names
from pages.components.texts import texts

t = texts(__file__)
KEY = "pins"
NAMES = "ABCD"
SHOWN = 5  # names of each model
NUMBERS = ("loss", "nll_counts", "nll_net", "kl")
WORDS = ("names_counts", "names_net")


def pinned_views(now: Comparison, found: Compared) -> None:
    """Behind its question: the pinned runs beside what is on screen. A link with pins opens it.

    With pins, their box is drawn even when the fold is closed: otherwise the link would lose the pins.
    """
    open_linked_folds(pinned=KEY)
    place = fold("pinned", t("pins_title"))
    if not (place.open or st.session_state.get(KEY) or KEY in st.query_params):
        return
    with place:
        pins = pins_box()
        if place.open:
            pin_button(now, pins)
            pins_table(now, found, pins)


def pins_box() -> list[Comparison]:
    """The pinned runs of the link, each with a cross to remove it. For one that cannot be read there is a line."""
    texts = st.multiselect(
        t("pins.label"),
        [],
        key=KEY,
        bind="query-params",
        accept_new_options=True,
        placeholder=t("pins.none"),
        help=t("pins.help", most=MOST, last=NAMES[MOST - 1]),
    )
    runs, refusals = read_pins(texts)
    for refusal in refusals:
        refuse(refusal, "it", "is left out")
    return runs


def pin_button(now: Comparison, pins: Sequence[Comparison]) -> None:
    """The button that pins the current run, if there is room and the run is not pinned yet."""
    kept = now in pins
    reason = t("pins.pinned") if kept else t("pins.full", most=MOST)
    label = t("pins.pin_as", letter=NAMES[len(pins)]) if len(pins) < MOST and not kept else t("pins.pin")
    st.button(
        label,
        key="pin",
        icon=":material/keep:",
        disabled=kept or len(pins) >= MOST,
        help=reason if kept or len(pins) >= MOST else t("pins.pin_help"),
        on_click=_set,
        args=([*pins, now],),
    )


def pins_table(now: Comparison, found: Compared, pins: Sequence[Comparison]) -> None:
    """What is on screen, `found` of its settings, and each pinned run, a line each; with every setting as CSV."""
    frame = pins_frame(now, found, pins)
    numbers = frame[list(NUMBERS)].map(_number)  # as text: a Styler of pandas takes longer than the whole comparison
    st.dataframe(
        frame[["run", "differs"]].join(numbers).join(frame[list(WORDS)]),
        hide_index=True,
        column_config={name: _column(name, **shown) for name, shown in t("pins.columns").items()},
    )
    if away := [run for run, diverged in zip(frame["run"], frame["diverged"], strict=True) if diverged]:
        st.caption(t("pins.diverged", runs=", ".join(away)))
    st.download_button(
        t("pins.csv"),
        frame.drop(columns="differs")
        .map(lambda cell: csv_cell(cell) if isinstance(cell, str) else cell)
        .to_csv(index=False),
        "counts-and-net.csv",
        "text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def pins_frame(now: Comparison, found: Compared, pins: Sequence[Comparison]) -> pd.DataFrame:
    """A line for what is on screen, `found` of its settings, and one for each pinned run.

    run (A to D), differs (options), every setting, loss and nll and kl in nats, diverged, the first names of both.
    """
    lines = []
    known = [found, *(compared(run, held_out=False) for run in pins)]
    for name, run, one in zip((t("pins.now"), *NAMES), (now, *pins), known, strict=False):
        numbers = (one.loss, one.comparison.nll_counts, one.comparison.nll_neural, one.comparison.kl)
        names = (_listed(words) for words in (one.words_counts, one.words_neural))
        lines.append(
            {"run": name, "differs": "" if run is now else differences(run, now) or t("pins.nothing")}
            | vars(run)
            | dict(zip(NUMBERS, numbers, strict=True))
            | {"diverged": one.diverged}
            | dict(zip(WORDS, names, strict=True))
        )
    return pd.DataFrame(lines)


def _listed(words: Sequence[str]) -> str:
    return " ".join(shown_names(words[:SHOWN]))


def _column(name: str, label: str, help: str | None = None):
    width = "small" if name == "run" else "large" if name in WORDS else None
    return st.column_config.Column(label, help=help, width=width, alignment="right" if name in NUMBERS else None)


def _number(value: float) -> str:
    return "∞" if math.isinf(value) else f"{value:.7g}" if abs(value) >= 1e6 else f"{value:.6f}"


def _set(pins: Sequence[Comparison]) -> None:
    st.session_state[KEY] = [write_pin(run) for run in pins]
