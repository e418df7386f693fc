"""Controls where one of a few things is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import streamlit as st

from analysis.settings import DRAWS, Choice
from pages.components.controls.refusals import check_flag, check_option

T = TypeVar("T")

DRAWS_CHOICES = (10, 100, 1_000, 10_000, 100_000)


def captioned(choice: Choice, captions: list[str]) -> str:
    """One of a few options, all in sight, a few words below each."""
    check_option(choice.name, choice.options, choice.default)
    chosen = st.radio(
        choice.label,
        choice.options,
        index=choice.options.index(choice.default),
        captions=captions,
        horizontal=True,
        key=choice.name,
        bind="query-params",
        help=choice.help,
    )
    return choice.default if chosen is None else chosen


def draws_choice() -> int:
    """How many letters to draw from one row."""
    return one_of("draws", f"{DRAWS.label} ({DRAWS.unit})", DRAWS_CHOICES, DRAWS.default, DRAWS.help)


def switch(key: str, label: str, *, default: bool, help: str) -> bool:
    """Something that is on or off."""
    check_flag(key, default)
    return st.toggle(label, default, key=key, bind="query-params", help=help)


def one_of(key: str, label: str, options: Iterable[T], default: T, help: str) -> T:
    """One of a few options, all in sight."""
    options = list(options)
    check_option(key, options, default)
    chosen = st.segmented_control(
        label, options, default=default, required=True, key=key, bind="query-params", help=help
    )
    return default if chosen is None else chosen  # ?stream= with nothing behind it clears even what is required
