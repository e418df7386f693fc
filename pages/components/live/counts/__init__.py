"""The table of counts, a number in each cell; a click, a tap or Enter on a cell chooses its row.

The browser paints it (counts.js, view.js and what they import) from counts that come once.
"""

from __future__ import annotations

import zlib

import streamlit as st
import torch

from analysis.counts.bigrams import END, START
from analysis.words.vocabulary import BOUNDARY, visible
from pages.components.live import COLOURS, picture
from pages.components.live.owned import Owned, row_of

KEY = "counts_table"

_picture = picture(KEY, "counts")


def counts_table(characters: tuple[str, ...], counts: torch.Tensor) -> None:
    """Show counts (V, V) and let a row be chosen: it is that of the control with the key "row".

    With the characters START and END, "row" at the boundary means the row START; nothing can follow END, nor come
    before START.
    """
    data = {
        "key": KEY,
        "labels": [visible(character) for character in characters],
        "counts": counts.flatten().tolist(),
        "start": characters.index(START if START in characters else BOUNDARY),
        "starts": [i for i, character in enumerate(characters) if character == START],
        "ends": [i for i, character in enumerate(characters) if character == END],
        "colours": COLOURS,
    }
    with st.container(gap=None):
        _picture(key=f"{KEY}_picture", data=data | {"fingerprint": zlib.crc32(repr(data).encode())})
        owned(characters).connect()


def owned(characters: tuple[str, ...]) -> Owned:
    """The row: a character here, its place in the table in the browser."""
    rows = [
        BOUNDARY if character == START else character for character in characters if character != END
    ]  # END is last
    return Owned(KEY, read={"row": lambda value: row_of(value, rows)}, show={"row": rows.index})
