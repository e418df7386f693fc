"""Each control once. Its key is the parameter's name, its limits and help come from analysis/settings.

Every value is in the URL, and a value there that makes no sense falls back to the default, and a line says so.
"""

from dataclasses import replace

import streamlit as st

from analysis.settings import SEED, SMOOTHING, N, Setting
from analysis.settings.numbers import parse_float, show_number
from pages.components.came_along import note_default
from pages.components.controls.refusals import refuse
from pages.components.texts import texts

t = texts(__file__)


def smoothing_box() -> float:
    """Fake counts per cell, exactly. The box owns the value and its place in the URL; the live slider sets it."""
    return number_box(SMOOTHING)


def n_box() -> int:
    """How many names to draw."""
    return number_box(N)


def number_box(setting: Setting, step: float = 1.0) -> float | int:
    """A setting as a box for a number, `step` for its buttons.

    What it cannot be falls back to the default, and one line says so.
    """
    linked = st.query_params.get(setting.name)  # read first: what does not fit, Streamlit takes away without a word
    setting = setting.on_page
    default = float(setting.default)
    note_default(setting.name, default)
    # Always a box of floats: one of whole numbers that is bound to the URL raises inside Streamlit on ?n=inf.
    value = st.number_input(
        f"{setting.label} ({setting.unit})" if setting.unit else setting.label,
        float(setting.low),
        float(setting.high),
        default,
        step,
        format="%g",
        key=setting.name,
        bind="query-params",
        help=setting.help,
    )
    if linked is not None and parse_float(linked) != value:
        checked(setting, linked, default)
    return checked(setting, show_number(value), default)


def checked(setting: Setting, text: str, default: float) -> float | int:
    """`text` as a value of the setting, or the default and one line with what was expected, got and is used."""
    try:
        return setting.check(text)
    except ValueError as error:
        refuse(str(error), show_number(default))
        return setting.check(default)


def seed_box() -> int:
    """The seed of what is drawn, and a button for the next one."""
    line = st.container(horizontal=True, vertical_alignment="bottom")
    seed = _seed_text(line, "seed", SEED.label, SEED.help)
    line.button(t("controls.next_seed"), on_click=_next_seed, args=(seed,))
    return seed


def _seed_text(place, key: str, label: str, help: str) -> int:
    note_default(key, str(SEED.default))
    # A box of text: one of numbers holds 53 bits, a seed has 64.
    text = place.text_input(label, str(SEED.default), key=key, bind="query-params", help=help)
    return checked(replace(SEED, name=key), text, SEED.default)


def _next_seed(seed: int) -> None:
    st.session_state["seed"] = str((seed + 1) % (SEED.high + 1))
