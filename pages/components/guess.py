"""One guess, a number or a click, before the page shows the answer. Optional; it is forgotten on another page."""

from __future__ import annotations

import math

import streamlit as st

from pages.components.teacher_link import picture_only
from pages.components.texts import texts

t = texts(__file__)
GUESSES = "guess"  # the key; a guess is private, so it is not part of the link


def guess_number(ask: str, answer: float, *, within: float, unit: str, why: str, digits: int = 4) -> None:
    """Ask for a number. A guess is right if it differs from `answer` by at most `within`; then `answer` and `why` show.

    Raises ValueError unless `within` is above 0 and the answer is finite.
    """
    if not (within > 0 and math.isfinite(answer)):
        raise ValueError(f"a guess needs a finite answer and a distance above 0, got {answer} within {within}")
    if picture_only():
        return
    with st.container(border=True):
        box, text = st.columns([1, 2], vertical_alignment="center")
        guess = box.number_input(
            t("guess.ask", ask=ask),
            value=None,
            step=0.1 if digits else 1.0,
            format="%g",
            key=GUESSES,
            placeholder=t("guess.placeholder", unit=unit),
        )
        if guess is None:
            text.caption(t("guess.hint"))
            return
        near, shown = abs(guess - answer) <= within, f"{answer:.{digits}f}"
        text.markdown(
            t("guess.right_number", answer=shown, unit=unit, why=why)
            if near
            else t("guess.wrong_number", answer=shown, unit=unit, why=why)
        )


def guess_choice(ask: str, options: dict[str, str], right: str) -> None:
    """Ask for one of a few answers. `options` gives, for each answer, the text that is shown when it is picked.

    Raises ValueError if `right` is not one of them.
    """
    if right not in options:
        raise ValueError(f"the right answer must be one of {', '.join(options)}, got {right}")
    if picture_only():
        return
    with st.container(border=True):
        guess = st.segmented_control(t("guess.ask", ask=ask), list(options), default=None, key=GUESSES)
        if guess is not None:
            why = options[guess]
            st.markdown(t("guess.right", why=why) if guess == right else t("guess.wrong", why=why))
