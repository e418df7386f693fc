"""Controls beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st


def in_columns(*controls: Callable[[], Any], widths: Sequence[float] | int | None = None) -> list[Any]:
    """Show controls in columns, in this order, and give back what each says; without `widths`, all are as wide.

    More widths than controls leave the last columns empty.
    """
    columns = st.columns(widths or len(controls), vertical_alignment="bottom")
    values = []
    for column, control in zip(columns, controls, strict=False):
        with column:
            values.append(control())
    return values
