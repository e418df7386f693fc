"""What cannot be used, in a box or in a link, is said in one line."""

from __future__ import annotations

import html
from collections.abc import Iterable

import streamlit as st

LONGEST = 160  # characters of a refusal


def refuse(what: str, used: object, happens: str = "is used") -> None:
    """One line: what was expected and what came, shortened, and what is used, or shown, instead."""
    short = what if len(what) <= LONGEST else f"{what[:LONGEST]} …"
    # as plain text: it comes out of a link, which anybody can have written
    st.html(f"<p class='refused' role='status'>{html.escape(f'{short}: {used} {happens}')}</p>")


def check_option(key: str, options: Iterable[object], default: object, happens: str = "is used") -> None:
    """Before a choice is made: where the address asks for something that is no option, one line says so."""
    linked, known = st.query_params.get(key), [str(option) for option in options]
    if linked is not None and linked not in known:
        refuse(f"{key} must be one of {', '.join(known)}, got {linked or 'nothing'}", default, happens)


def check_flag(key: str, default: bool) -> None:
    """The same for what is true or false. In an address Streamlit reads both in small letters or large ones."""
    linked = st.query_params.get(key)
    if linked is not None and linked.lower() not in ("true", "false"):
        refuse(f"{key} must be true or false, got {linked or 'nothing'}", str(default).lower())
