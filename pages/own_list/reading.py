"""How a list is read: each thing that was found in it, in a control that changes it."""

from __future__ import annotations

import html
from typing import Any

import streamlit as st

from analysis.words.layout import SEPARATORS, Layout
from analysis.words.list_format import ListFormat
from analysis.words.lists import SHARED
from analysis.words.report import ListReport, read_list
from pages.components.texts import texts
from pages.own_list.bringing import Brought

t = texts(__file__)
ENCODINGS = ("utf-8", "cp1252", "utf-16", "cp1250", "cp1251", "cp1253", "cp1254", "big5", "gb18030", "shift_jis")
LONGEST = 600  # characters of a refusal


def choose_format(brought: Brought) -> ListFormat:
    """Controls for how the list is read. At first they show what was found."""

    def keep(name: str) -> dict[str, Any]:
        return {"key": f"own_{name}_{brought.number}", "persist_state": "session"}  # another list begins anew

    found = _read(brought, ListFormat(guess=True, skip_bad_words=True))
    layout, encoding = (Layout(), ENCODINGS[0]) if isinstance(found, str) else (found.layout, found.encoding)
    encodings = list(dict.fromkeys((encoding, *ENCODINGS)))
    separators = {"": t("format.lines")} | {mark: shown.strip("'") for mark, shown in SEPARATORS.items()}
    fold_at, encoding_at, separator_at = st.columns(3, vertical_alignment="bottom")
    fold = fold_at.toggle(t("format.fold"), True, help=t("format.fold_help"), **keep("fold"))
    encoding = encoding_at.selectbox(
        t("format.encoding"), encodings, help=t("format.encoding_help"), **keep("encoding")
    )
    place = list(separators).index(layout.separator or "")
    separator = separator_at.selectbox(
        t("format.separator"), separators, place, format_func=lambda mark: separators[mark], **keep("separator")
    )
    common = {"fold": fold, "encoding": encoding, "separator": separator, "skip_bad_words": True, "guess": True}
    table = _read(brought, ListFormat(**common)) if separator else ""
    if isinstance(table, str):
        return ListFormat(**common)
    layout = table.layout
    header_at, column_at, weights_at = st.columns(3, vertical_alignment="bottom")
    header = header_at.toggle(t("format.header"), layout.header, help=t("format.header_help"), **keep("header"))
    names = {i: f"{i}: {name}" if header else str(i) for i, name in enumerate(layout.names, start=1)}
    column = column_at.selectbox(
        t("format.column"), names, layout.column or 0, format_func=names.__getitem__, **keep("column")
    )
    counted = {0: t("format.no_counts")} | names
    place = 0 if layout.weights is None else layout.weights + 1
    weights = weights_at.selectbox(
        t("format.weights"),
        counted,
        place,
        format_func=counted.__getitem__,
        help=t("format.weights_help"),
        **keep("weights"),
    )
    return ListFormat(**common, header=header, column=column, weights=weights or False)


def read_brought(brought: Brought, options: ListFormat) -> ListReport | None:
    """The report on the list. If it cannot be read: None, and one line with what was expected and what came."""
    report = _read(brought, options)
    if isinstance(report, ListReport):
        return report
    st.html(f"<p class='refused' role='status'>{html.escape(report[:LONGEST])}</p>")
    return None


def _read(brought: Brought, options: ListFormat) -> ListReport | str:
    return _read_once(brought.data, brought.name, brought.number, options)


@st.cache_data(scope="session", max_entries=4, show_spinner=False, hash_funcs={ListFormat: repr})
def _read_once(_data: bytes, _name: str, number: int, options: ListFormat) -> ListReport | str:
    """The report, or the line that says why there is none. The cache knows the list by its number."""
    try:
        return read_list(_data, _name, options, SHARED)
    except ValueError as error:
        return str(error)
