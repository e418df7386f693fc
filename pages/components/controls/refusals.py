"""One line for each value, in a box or in a link, that cannot be used."""

from __future__ import annotations

import html
from collections.abc import Iterable

import streamlit as st

LONGEST = 160  # characters of a refusal


def refusal(what: str, used: object, happens: str = "is used") -> str:
    """One line: what was expected, what came, and what is used or shown instead; shortened."""
    short = what if len(what) <= LONGEST else f"{what[:LONGEST]} …"
    return f"{short}: {used} {happens}"


def refuse(what: str, used: object, happens: str = "is used") -> None:
    """Show a refusal."""
    # as plain text: the value may come from a link that somebody else has written
    st.html(f"<p class='refused' role='status'>{html.escape(refusal(what, used, happens))}</p>")


def check_option(key: str, options: Iterable[object], default: object, happens: str = "is used") -> None:
    """Show one line if the address has a value for `key` that is not one of the options. Call it before the widget."""
    linked, known = st.query_params.get(key), [str(option) for option in options]
    if linked is not None and linked not in known:
        refuse(f"{key} must be one of {', '.join(known)}, got {linked or 'nothing'}", default, happens)


def check_flag(key: str, default: bool) -> None:
    """The same for a value that is true or false. Streamlit reads both in small or capital letters."""
    linked = st.query_params.get(key)
    if linked is not None and linked.lower() not in ("true", "false"):
        refuse(f"{key} must be true or false, got {linked or 'nothing'}", str(default).lower())
