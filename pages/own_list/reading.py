"""How a list is read: each thing that was found in it, in a control that changes it."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import Any, NamedTuple

import streamlit as st

from analysis.counts.tables import CORNER
from analysis.counts.word_list import WordList, list_of_words
from analysis.words.lists import SHARED
from analysis.words.reading.cells import SEPARATORS
from analysis.words.reading.layout import TABLES
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.report import ListReport, read_list
from analysis.words.reading.unpacking import kind_of
from pages.components.list_at_hand import OWN
from pages.components.texts import texts
from pages.own_list.bringing import Brought

t = texts(__file__)
SPACES = " "  # a word and a number on each line, with spaces between them
ENCODINGS = ("utf-8", "cp1252", "utf-16", "cp1250", "cp1251", "cp1253", "cp1254", "big5", "gb18030", "shift_jis")
LONGEST = 600  # characters of a refusal


class Read(NamedTuple):
    """What was read: the report, and the list, which keeps its counts."""

    report: ListReport
    words: WordList


def choose_format(brought: Brought) -> ListFormat:
    """Controls for how the list is read. At first they show what was found."""

    def keep(name: str) -> dict[str, Any]:
        return {"key": f"own_{name}_{brought.key}", "persist_state": "session"}  # another list begins anew

    found, between = _found(brought.data, brought.name, brought.key)
    encodings = list(dict.fromkeys((found, *ENCODINGS)))
    separators = {"": t("format.lines")} | {mark: shown.strip("'") for mark, shown in SEPARATORS.items()}
    separators[SPACES] = t("format.spaces")
    fold_at, encoding_at, separator_at = st.columns(3, vertical_alignment="bottom")
    fold = fold_at.toggle(t("format.fold"), True, help=t("format.fold_help"), **keep("fold"))
    encoding = encoding_at.selectbox(
        t("format.encoding"), encodings, help=t("format.encoding_help"), **keep("encoding")
    )
    place = list(separators).index(between)
    separator = separator_at.selectbox(
        t("format.separator"), separators, place, format_func=separators.__getitem__, **keep("separator")
    )
    common = {"fold": fold, "encoding": encoding, "skip_bad_words": True, "guess": True}
    common |= {"weights": True} if separator == SPACES else {"separator": separator}
    read = _read(brought, ListFormat(**common))
    if separator == SPACES or isinstance(read, str) or not read.report.layout.names:
        return ListFormat(**common)
    layout, of_file = read.report.layout, read.report.place == "line"
    header_at, column_at, weights_at = st.columns(3, vertical_alignment="bottom")
    header = layout.header
    if of_file:  # the columns of JSON and .parquet always have names
        header = header_at.toggle(
            t("format.header"), header, help=t("format.header_help"), **keep(f"header{separator}")
        )
    names = {i: f"{i}: {name}" if header else str(i) for i, name in enumerate(layout.names, start=1)}
    column = column_at.selectbox(
        t("format.column"), names, layout.column or 0, format_func=names.__getitem__, **keep(f"column{separator}")
    )
    counted = {0: t("format.no_counts")} | names
    place = 0 if layout.weights is None else layout.weights + 1
    weights = weights_at.selectbox(
        t("format.weights"),
        counted,
        place,
        format_func=counted.__getitem__,
        help=t("format.weights_help"),
        **keep(f"weights{separator}"),
    )
    return ListFormat(**common, header=header if of_file else None, column=column, weights=weights or False)


def read_brought(brought: Brought, options: ListFormat) -> Read | None:
    """The report on the list, and the list; None, and one line that says why, if it cannot be read."""
    read = _read(brought, options)
    if isinstance(read, Read):
        return read
    st.html(f"<p class='refused' role='status'>{html.escape(read[:LONGEST])}</p>")
    return None


def forget_reports() -> None:
    """Empty the caches of this session."""
    _read_once.clear()
    _found.clear()


def _read(brought: Brought, options: ListFormat) -> Read | str:
    return _read_once(brought.data, brought.name, brought.key, options)


@st.cache_resource(scope="session", max_entries=2, show_spinner=t("found.reading"), hash_funcs={ListFormat: repr})
def _read_once(_data: bytes, _name: str, key: str, options: ListFormat) -> Read | str:
    """The report, or the line that says why there is none. The cache knows the list by its key."""
    if _data.startswith(CORNER.encode()):
        return f"{_name}: {t('found.table')}"
    try:
        report = read_list(_data, _name, options, SHARED)
        return Read(report, list_of_words(report.words, OWN, t("use.title"), weights=report.weights))
    except ValueError as error:
        return str(error)


@st.cache_data(scope="session", max_entries=2, show_spinner=t("found.reading"))
def _found(_data: bytes, _name: str, key: str) -> tuple[str, str]:
    """The encoding and the separator that a list seems to have; "" if each line is a word."""
    guess = ListFormat(guess=True, skip_bad_words=True)
    try:
        report = read_list(_data, _name, guess, SHARED)
        if report.layout.names:
            between = report.layout.separator
            return report.encoding, SPACES if between == "" else between or ""
        if kind_of(_name) in TABLES:  # rows of different lengths: what the first row has most often
            first = read_list(_data, _name, replace(guess, header=True), SHARED).layout
            return report.encoding, (first.separator or "") if len(first.names) > 1 else ""
    except ValueError:
        return ENCODINGS[0], ""
    return report.encoding, ""
