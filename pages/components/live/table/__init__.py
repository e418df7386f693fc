"""The live table: a smoothing slider that flattens the whole model while it is dragged.

The browser draws (bigram.js, drawing.js, leaving.js, view.js, animation.js, live_table.js); counts and uniforms are
sent once. Python hears of the smoothing ten times a second while it moves, and
once on release. Every reported number stays Python's.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable

import numpy as np
import streamlit as st

from analysis.counts.tables import Tables
from analysis.settings import SMOOTHING
from analysis.views.slider import MARKS, slider_sweep
from analysis.words.vocabulary import labels
from pages.components.live import COLOURS, VARIABLES, source

KEY = "live_table"
ENDED = "live_table_ended"  # the gesture (a time, ms) whose release has been heard: its `live` is over
SCRIPTS = ("view.js", "animation.js", "table.js")

_component = st.components.v2.component(
    KEY,
    html=source("table/table.html"),
    css=source("live.css", "table/table.css") + VARIABLES,
    js=source("model.js", "canvas.js", "leaving.js", *(f"table/{name}" for name in SCRIPTS)),
)


def live_table(tables: Tables, uniforms: np.ndarray, *, curve: dict | None, small: bool = False) -> float:
    """Draw the table, and return the smoothing as it is now: while it moves, the value under way.

    uniforms (n, max_len) in [0, 1): one row for each name shown. `curve` is what `nll_curve` gives, None to
    leave it out. The page has controls with the keys "smoothing" and "row": they own value and URL. On release
    the one is set here, on a click on a row the other; within a fragment, whose arguments are as old as the
    last run of the page, the session alone knows of it.
    """
    smoothing = st.session_state["smoothing"]
    state = _component(
        key=KEY,
        data={
            "fingerprint": zlib.crc32(tables.all.numpy().tobytes() + uniforms.tobytes()),
            "labels": labels(tables.vocab),
            "counts": tables.all.flatten().tolist(),
            "uniforms": uniforms.tolist(),
            "smoothing": smoothing,
            "row": tables.vocab.id_of(st.session_state["row"]),
            "marks": MARKS,
            "curve": curve,
            "small": small,
            "colours": COLOURS,
        },
        default={"live": None},
        on_live_change=lambda: None,
        on_final_change=_released,
        on_row_change=_picked(tables),
    )
    under_way = state.live is not None and state.live["gesture"] > st.session_state.get(ENDED, 0)
    return _in_limits(state.live["at"]) if under_way else smoothing


def settle(smoothing: float, row: str) -> None:
    """At the end of the fragment around the live table: once the slider is released or a row clicked, run the page.

    The fragment has shown the new numbers by then; the page brings box, link and recipe up to them.
    """
    if (st.session_state["smoothing"], st.session_state["row"]) != (smoothing, row):
        st.rerun()


def nll_curve(tables: Tables) -> dict | None:
    """The nll over every position of the slider, in nats, for train and dev; inf is None; None without train words."""
    sweeps = {"train": slider_sweep(tables.train, tables.train), "dev": slider_sweep(tables.train, tables.dev)}
    curves = {name: [nll if math.isfinite(nll) else None for nll in sweep] for name, sweep in sweeps.items() if sweep}
    if not curves:
        return None
    floor = min(nll for curve in curves.values() for nll in curve if nll is not None)
    return {"curves": curves, "chance": math.log(len(tables.vocab)), "floor": floor}


def _in_limits(value: float) -> float:
    return min(max(float(value), SMOOTHING.low), SMOOTHING.high)


def _released() -> None:
    final = _said("final")
    if final is None:
        return
    st.session_state[ENDED] = final["gesture"]
    _keep(final["at"])


def _picked(tables: Tables) -> Callable[[], None]:
    def pick() -> None:
        picked = _said("row")
        if picked is None:
            return
        st.session_state["row"] = tables.vocab.itos[picked["row"]]
        _keep(picked["at"])  # released a moment ago: the box has not heard of it yet, and would undo it

    return pick


def _said(event: str) -> dict | None:
    """What the component has just said; None where it said it too late, when another page was open already."""
    return st.session_state[KEY].get(event) if KEY in st.session_state else None


def _keep(smoothing: float | None) -> None:
    if smoothing is not None:
        st.session_state["smoothing"] = _in_limits(smoothing)
