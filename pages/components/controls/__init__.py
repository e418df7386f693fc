"""Each control once. Its key is the parameter's name, its limits and help come from analysis/settings.py.

Every value is in the URL, and a value there that makes no sense falls back to the default, and a line says so.
"""

import html
from collections.abc import Iterable
from typing import TypeVar

import streamlit as st

from analysis.counts.bigrams import START
from analysis.settings import DRAW, DRAWS, SEED, SMOOTHING, N, Setting, parse_float, show_number
from analysis.streams import STREAMS
from analysis.words.vocabulary import BOUNDARY, Vocabulary, visible

T = TypeVar("T")
LONGEST = 160  # characters of a refusal
DRAWS_CHOICES = (10, 100, 1_000, 10_000, 100_000)


def smoothing_box() -> float:
    """Fake counts per cell, exactly. The box owns the value and its place in the URL; the live slider sets it."""
    return number_box(SMOOTHING, default=1.0)


def n_box() -> int:
    """How many names to draw."""
    return number_box(N)


def draw_box(last: int) -> int:
    """Which draw is shown in slow motion. The box owns the value and its place in the URL; the live picture sets it.

    Beyond the last of them one line says so, and the last is shown.
    """
    draw = number_box(DRAW)
    if draw <= last:
        return draw
    refuse(f"draw must be a whole number from 1 to {last} here, got {draw}", last)
    return last


def number_box(setting: Setting, *, default: float | None = None) -> float | int:
    """A setting as a box for a number; what it cannot be falls back to the default, and one line says so."""
    linked = st.query_params.get(setting.name)  # read first: what does not fit, Streamlit takes away without a word
    default = float(setting.default if default is None else default)
    # Always a box of floats: one of whole numbers that is bound to the URL raises inside Streamlit on ?n=inf.
    value = st.number_input(
        f"{setting.label} ({setting.unit})" if setting.unit else setting.label,
        float(setting.low),
        float(setting.high),
        default,
        1.0,
        format="%g",
        key=setting.name,
        bind="query-params",
        help=setting.help,
    )
    if linked and parse_float(linked) != value:
        checked(setting, linked, default)
    return checked(setting, show_number(value), default)


def checked(setting: Setting, text: str, default: float) -> float | int:
    """`text` as a value of the setting, or the default and one line with what was expected, got and is used."""
    try:
        return setting.check(text)
    except ValueError as error:
        refuse(str(error) if text.strip() else f"{error}nothing", show_number(default))
        return setting.check(default)


def refuse(what: str, used: object) -> None:
    """One line: what was expected and what came, shortened, and what is used instead."""
    short = what if len(what) <= LONGEST else f"{what[:LONGEST]} …"
    # as plain text: it comes out of a link, which anybody can have written
    st.html(f"<p class='refused' role='status'>{html.escape(f'{short}: {used} is used')}</p>")


def told(key: str, options: Iterable[object], default: object) -> None:
    """Before a choice is made: where the address asks for something that is no option, one line says so."""
    linked, known = st.query_params.get(key), [str(option) for option in options]
    if linked and linked not in known:
        refuse(f"{key} must be one of {', '.join(known)}, got {linked}", default)


def row_choice(vocab: Vocabulary) -> str:
    """The previous character whose row is looked at."""
    told("row", map(visible, vocab.itos), vocab.itos[0])
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
    """The seed of what is drawn, and a button for the next one."""
    # A box of text: one of numbers holds 53 bits, a seed has 64.
    line = st.container(horizontal=True, vertical_alignment="bottom")
    text = line.text_input(SEED.label, str(SEED.default), key="seed", bind="query-params", help=SEED.help)
    seed = checked(SEED, text, SEED.default)
    line.button("Next seed", on_click=_next_seed, args=(seed,))
    return seed


def _next_seed(seed: int) -> None:
    st.session_state["seed"] = str((seed + 1) % (SEED.high + 1))


def stream_choice() -> str:
    """The way to turn random numbers into letters."""
    return one_of("stream", "Stream: the way to draw", STREAMS, "lecture", "Which torch's way to draw a letter it is.")


def draws_choice() -> int:
    """How many letters to draw from one row."""
    return one_of("draws", f"{DRAWS.label} ({DRAWS.unit})", DRAWS_CHOICES, DRAWS.default, DRAWS.help)


def one_of(key: str, label: str, options: Iterable[T], default: T, help: str) -> T:
    """One of a few options, all in sight."""
    options = list(options)
    told(key, options, default)
    chosen = st.segmented_control(
        label, options, default=default, required=True, key=key, bind="query-params", help=help
    )
    return default if chosen is None else chosen  # ?stream= with nothing behind it clears even what is required


def pick_row(chart: str, vocab: Vocabulary) -> None:
    """A click on a cell of the heatmap `chart` chooses its row; one on the row of an end, which is dead, nothing."""
    picked = st.session_state[chart]["selection"]["row"]
    if not picked:
        return
    by_label = {START: BOUNDARY} | {visible(character): character for character in vocab.itos}
    if picked[-1]["previous"] in by_label:
        st.session_state["row"] = by_label[picked[-1]["previous"]]
