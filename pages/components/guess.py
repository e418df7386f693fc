"""One guess before the answer is shown: a number or a click. It is never asked for again, and nothing waits for it."""

from __future__ import annotations

import math

import streamlit as st

GUESSES = "guess"  # the key; a guess is nobody else's business, so it is in no link


def guess_number(ask: str, answer: float, *, within: float, unit: str, why: str, digits: int = 4) -> None:
    """Ask for a number; whoever is nearer than `within` has it. The answer, its unit and why come with the first guess.

    Raises ValueError unless `within` is above 0 and the answer is finite.
    """
    if not (within > 0 and math.isfinite(answer)):
        raise ValueError(f"a guess needs a finite answer and some room around it, got {answer} within {within}")
    with st.container(border=True):
        box, said = st.columns([1, 2], vertical_alignment="center")
        guess = box.number_input(
            f"Guess first: {ask}", value=None, step=0.1, format="%g", key=GUESSES, placeholder=f"a number, {unit}"
        )
        if guess is None:
            said.caption("Type a number and press Enter. A wrong guess costs nothing, and is remembered best.")
            return
        near = abs(guess - answer) <= within
        said.markdown(f"**{'Yes' if near else 'Not quite'}: it is {answer:.{digits}f} {unit}.** {why}")


def guess_choice(ask: str, options: dict[str, str], right: str) -> None:
    """Ask for one of a few answers; each has what is said to whoever picks it.

    Raises ValueError if `right` is none of them.
    """
    if right not in options:
        raise ValueError(f"the right answer must be one of {', '.join(options)}, got {right}")
    with st.container(border=True):
        guess = st.segmented_control(f"Guess first: {ask}", list(options), default=None, key=GUESSES)
        if guess is not None:
            st.markdown(f"**{'Yes' if guess == right else 'Not quite'}.** {options[guess]}")
