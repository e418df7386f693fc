"""Show controls next to each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st


def in_columns(*controls: Callable[[], Any], widths: Sequence[float] | int | None = None) -> list[Any]:
    """Show controls in columns, in this order, and return their values. Without `widths`, all columns are equally wide.

    More widths than controls leave the last columns empty.
    """
    columns = st.columns(widths or len(controls), vertical_alignment="bottom")
    values = []
    for column, control in zip(columns, controls, strict=False):
        with column:
            values.append(control())
    return values
