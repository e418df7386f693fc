"""A list that a visitor pastes or opens. Its bytes are kept in the visitor's session, so that it can be read anew."""

from __future__ import annotations

import secrets
from typing import NamedTuple

import streamlit as st

from analysis.words.lists import SHARED
from pages.components.texts import texts

t = texts(__file__)
BROUGHT, PASTED, OPENED = "own_brought", "own_pasted", "own_opened"  # keys in the session
ROUND = "own_round"  # how often a list was forgotten; an uploader with another key has no file
LONGEST_TEXT = 300_000  # pasted characters: with up to 3 bytes each they fit into one message to the server
EXAMPLE = "ankylosaurus\nbrachiosaurus\nceratosaurus\n..."


class Brought(NamedTuple):
    """What a visitor brought: its name for messages, its bytes, and a key that no other list has, for the cache."""

    name: str
    data: bytes
    key: str


def bring() -> Brought | None:
    """Two ways to bring a list, and what was brought last."""
    with st.container(key="bring"):  # paper.css leaves it out
        paste, file = st.tabs([t("bring.paste"), t("bring.file")])
    with paste, st.form("own_form", border=False):
        st.text_area(
            t("bring.text"), key=PASTED, height=160, max_chars=LONGEST_TEXT, placeholder=EXAMPLE, help=t("bring.help")
        )
        st.form_submit_button(t("bring.read"), type="primary", on_click=_paste)
    key = f"{OPENED}_{st.session_state.get(ROUND, 0)}"
    file.file_uploader(
        t("bring.open"),
        key=key,
        on_change=_open,
        args=(key,),
        help=t("bring.kinds"),
        max_upload_size=SHARED.bytes // 1_000_000,
    )
    return st.session_state.get(BROUGHT)


def _paste() -> None:
    _take(t("bring.pasted_name"), st.session_state[PASTED].encode("utf-8", "replace"))


def _open(key: str) -> None:
    if (opened := st.session_state[key]) is not None:
        _take(opened.name, opened.getvalue())


def _take(name: str, data: bytes) -> None:
    st.session_state[BROUGHT] = Brought(name, data, secrets.token_hex(8))
