"""Each control once. Its key is the parameter's name, its limits and help come from analysis/settings.py.

Every value is in the URL, and a value there that makes no sense falls back to the default.
"""

import streamlit as st

from analysis.bigrams import START
from analysis.frames import visible
from analysis.settings import SEED, SMOOTHING, show_number
from analysis.vocabulary import BOUNDARY, Vocabulary

MOST_EXACT = 2**53 - 1  # the largest whole number a browser holds exactly


def smoothing_box() -> float:
    """Fake counts per cell, exactly. The box owns the value and its place in the URL; the live slider sets it."""
    return st.number_input(
        f"{SMOOTHING.label} ({SMOOTHING.unit})",
        SMOOTHING.low,
        SMOOTHING.high,
        1.0,
        1.0,
        format="%g",
        key="smoothing",
        bind="query-params",
        help=SMOOTHING.help,
    )


def row_choice(vocab: Vocabulary) -> str:
    """The previous character whose row is looked at."""
    return st.selectbox(
        "Row: the previous character",
        vocab.itos,
        format_func=visible,
        key="row",
        bind="query-params",
        help="Which letter comes before. “.” is the start of a word.",
    )


def two_marks_toggle() -> bool:
    """Whether start and end are two characters, as in the lecture's first table, or one boundary mark."""
    return st.toggle(
        "Two marks, <S> and <E> (28 × 28)",
        key="two_marks",
        bind="query-params",
        help="The lecture's first table gives the start and the end of a name a character each. "
        "The 27 × 27 table has one mark for both, “.”.",
    )


def seed_box() -> int:
    """The seed of what is drawn: a whole number; a fraction from the address falls back, and says so."""
    # A float box: an integer one bound to the URL raises inside Streamlit on ?seed=inf.
    value = st.number_input(
        SEED.label,
        0.0,
        float(MOST_EXACT),
        float(SEED.default),
        1.0,
        format="%.0f",
        key="seed",
        bind="query-params",
        help=SEED.help,
    )
    if not value.is_integer():
        st.caption(
            f"The seed must be a whole number from 0 to {MOST_EXACT}, got {show_number(value)}: {SEED.default} is used."
        )
        return int(SEED.default)
    return int(value)


def pick_row(chart: str, vocab: Vocabulary) -> None:
    """A click on a cell of the heatmap `chart` chooses its row; one on the row of an end, which is dead, nothing."""
    picked = st.session_state[chart]["selection"]["row"]
    if not picked:
        return
    by_label = {START: BOUNDARY} | {visible(character): character for character in vocab.itos}
    if picked[-1]["previous"] in by_label:
        st.session_state["row"] = by_label[picked[-1]["previous"]]
