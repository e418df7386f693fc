"""Ask for one guess on a page, before it shows the answer. The browser keeps the guess for 18 hours; the server never
gets it.

Until a guess is made, or *Show me* is pressed, everything that gives the answer away is hidden: elements of the class
`answer`, and what a page shows in `hidden_until_guessed()`. The style that hides them stands in page_frame.css, which
is there before the page.

A page that hides much can ask with `tell`: then the browser tells the server that a guess was made (not which one), and
only then does the server send that part.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from pages.components.list_at_hand import cache_name, is_own
from pages.components.live import source
from pages.components.teacher_link import picture_only
from pages.components.texts import texts

HERE = Path(__file__).parent
t = texts(__file__)
_show = st.components.v2.component(
    "guess",
    html="<section class='guess'></section>\n",
    css=(HERE / "guess.css").read_text("utf-8"),
    js=source(HERE / "guess.js"),
)
_summary = st.components.v2.component(
    "guess_summary",
    html="<section class='summary'></section>\n",
    css=(HERE / "guess.css").read_text("utf-8"),
    js=source(HERE / "summary.js"),
)


def guess_number(
    ask: str,
    answer: float,
    *,
    within: float = 0.0,
    times: float = 0.0,
    unit: str,
    why: str,
    digits: int = 4,
    low: float = 0.0,
    tell: bool = False,
) -> bool:
    """Ask for a number. A guess is right if it differs from `answer` by at most `within`; or, with `times`, if it is at
    most so many times as large or as small.

    After the guess, a number line that begins at `low` shows the guess and `answer`, and `why` explains it. Raises
    ValueError unless one of the two is above 0 and the answer is finite.

    Returns True once the visitor has guessed or pressed *Show me*, and always for a link to the picture alone. Without
    `tell`, the browser never says so.
    """
    if not ((within > 0) != (times > 0) and math.isfinite(answer)):
        raise ValueError(f"a guess needs a finite answer and a distance above 0, got {answer} within {within or times}")
    asked = {
        "answer": answer,
        "within": within,
        "times": times,
        "unit": unit,
        "digits": digits,
        "low": low,
        "tell": tell,
    }
    return _ask(ask, why, asked)


def guess_choice(ask: str, answers: Mapping[str, Mapping[str, str]], right: str) -> None:
    """Ask for one of a few answers: each has a `label`, and `why`, the text that is shown when it is picked.

    Raises ValueError if `right` is not one of them.
    """
    if right not in answers:
        raise ValueError(f"the right answer must be one of {', '.join(answers)}, got {right}")
    options = {one["label"]: one["why"] for one in answers.values()}
    _ask(ask, answers[right]["why"], {"options": options, "answer": answers[right]["label"]})


def hidden_until_guessed(name: str, *, told: bool = False):
    """A container whose content is hidden until the page's guess is made; if `told`, one line says so until then.

    `name` must be unique on the page.
    """
    if told:
        with st.container(key=f"before_guess_{name}"):
            st.caption(t("guess_first"))
    return st.container(key=f"answer_{name}")


def nothing_to_guess() -> None:
    """Show at once what a guess would hide: call it where a page asks for no guess."""
    _show(key="no_guess", data="{}")


def show_guesses(titles: Mapping[str, str]) -> None:
    """All guesses that this browser has kept, with their answers; `titles` are the pages' titles by their addresses."""
    _summary(key="guess_summary", data=json.dumps({"titles": titles, "texts": t("guess")}))


def _ask(ask: str, why: str, answer: Mapping[str, Any]) -> bool:
    if picture_only():
        nothing_to_guess()  # a teacher's link: the teacher asks
        return True
    page = st.session_state.get("page_open", "")  # its address, under which the browser keeps the guess
    data = {"page": page, "list": cache_name(), "own": is_own(), "ask": ask, "why": why, "texts": t("guess"), **answer}
    return _show(key="guess", data=json.dumps(data), default={"made": False}, on_made_change=lambda: None).made is True
