"""One draw in slow motion: how random numbers become a letter, a letter at a time, back and forth, or played.

The browser draws (drawing.js, leaving.js, picture.js, view.js, slow_draw.js) from numbers that Python has
worked out once; it tells Python which draw is shown when it stands still, and never while it moves.
"""

from __future__ import annotations

import zlib

import numpy as np
import streamlit as st
import torch

from analysis.samples.replay import Draw, Inversion, Race
from analysis.settings import DRAW
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live import COLOURS, VARIABLES, source

KEY = "slow_draw"
INVERSION, RACE, UNSEEN = "inversion", "race", "unseen"
EXPLAINED = {
    INVERSION: "The line climbs from 0 to 1, at each letter by its probability p. A random number u between 0 and 1 "
    "comes in from the left; where it meets the line, it drops onto a letter. (This is called the inverse CDF.)",
    RACE: "Each letter gets a random number u of its own, and from it a time {e}. It climbs with speed p / e, and the "
    "first at the finish wins: likely letters tend to be fast, but anybody can be lucky.",
    UNSEEN: "torch keeps its random numbers to itself: here are only the probabilities, and the letter that came.",
}
TIMES = {"cpu": "e = −ln(1 − u)", "mkl": "e = −ln u", "cuda": "e = −ln u"}
SCRIPTS = ("picture.js", "view.js", "replay.js")

_component = st.components.v2.component(
    KEY,
    html=source("replay/replay.html"),
    css=source("live.css", "replay/replay.css") + VARIABLES,
    js=source("canvas.js", "leaving.js", *(f"replay/{name}" for name in SCRIPTS)),
)


def explain(stream: str, draws: list[Draw]) -> str:
    """How to read the picture of these draws."""
    return EXPLAINED[_kind(draws[0])].format(e=TIMES.get(stream))


def slow_draw(vocab: Vocabulary, probs: torch.Tensor, draws: list[Draw], at: int) -> None:
    """Show draw `at` (1 is the first, clamped to what there is) of these draws from probs (V, V).

    The page has a control with the key "draw": it owns value and URL, and is set here when the picture stands still.
    """
    shown = draws[: DRAW.high]
    data = {
        "labels": labels(vocab),
        "kind": _kind(shown[0]),
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


def _kind(draw: Draw) -> str:
    return {Inversion: INVERSION, Race: RACE}.get(type(draw.decided), UNSEEN)


def _row(probs: torch.Tensor, draw: Draw) -> dict:
    row = {"p": _rounded(probs[draw.previous].numpy())}
    if isinstance(draw.decided, Inversion):
        row["cumulative"] = _rounded(draw.decided.cumulative)
    return row


def _numbers(draw: Draw) -> dict:
    numbers = {"word": draw.word, "previous": draw.previous, "next": draw.next}
    if isinstance(draw.decided, Inversion):
        numbers["u"] = draw.decided.u
    elif isinstance(draw.decided, Race):
        numbers |= {
            "u": _rounded(draw.decided.uniforms),
            "e": _rounded(draw.decided.waits),
            "ratio": _rounded(draw.decided.ratios),
            "second": draw.decided.runner_up,
        }
    return numbers


def _rounded(numbers: np.ndarray | list[float]) -> list[float]:
    """To seven digits: what is shown has fewer, and 200 races are sent in a third of the bytes."""
    return [float(f"{number:.7g}") for number in numbers]


def _settled() -> None:
    said = st.session_state[KEY].get("settled") if KEY in st.session_state else None  # too late: another page is open
    if said is not None:
        st.session_state["draw"] = float(min(max(int(said), DRAW.low), DRAW.high))
