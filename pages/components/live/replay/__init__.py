"""One draw in slow motion: how random numbers become a letter, a letter at a time, back and forth, or played.

The browser draws (drawing.js, leaving.js, picture.js, view.js, slow_draw.js) from numbers that Python has
worked out once; it tells Python which draw is shown when it stands still, and never while it moves.
"""

from __future__ import annotations

import zlib

import streamlit as st
import torch

from analysis.samples.replay import Draw
from analysis.settings import DRAW
from analysis.streams.decisions import rounded
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live import COLOURS, VARIABLES, source

KEY = "slow_draw"
SCRIPTS = ("picture.js", "view.js", "replay.js")

_component = st.components.v2.component(
    KEY,
    html=source("replay/replay.html"),
    css=source("live.css", "replay/replay.css") + VARIABLES,
    js=source("canvas.js", "leaving.js", *(f"replay/{name}" for name in SCRIPTS)),
)


def slow_draw(vocab: Vocabulary, probs: torch.Tensor, draws: list[Draw], at: int) -> None:
    """Show draw `at` (1 is the first, clamped to what there is) of these draws from probs (V, V).

    The page has a control with the key "draw": it owns value and URL, and is set here when the picture stands still.
    """
    shown = draws[: DRAW.high]
    data = {
        "labels": labels(vocab),
        "kind": shown[0].decided.kind,
        "total": len(draws),
        "rows": {str(draw.previous): _row(probs, draw) for draw in shown},
        "draws": [_numbers(draw) for draw in shown],
    }
    _component(
        key=KEY,
        data={
            **data,
            "fingerprint": zlib.crc32(repr(data).encode()),
            "at": min(at, len(shown)),
            "colours": COLOURS,
        },
        on_settled_change=_settled,
    )


def _row(probs: torch.Tensor, draw: Draw) -> dict:
    return {"p": rounded(probs[draw.previous].numpy()), **draw.decided.row_numbers()}


def _numbers(draw: Draw) -> dict:
    return {"word": draw.word, "previous": draw.previous, "next": draw.next, **draw.decided.numbers()}


def _settled() -> None:
    said = st.session_state[KEY].get("settled") if KEY in st.session_state else None  # too late: another page is open
    if said is not None:
        st.session_state["draw"] = float(min(max(int(said), DRAW.low), DRAW.high))
