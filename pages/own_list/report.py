"""The report on a list: its numbers, what was changed, which lines were left out, which rows have no counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from unicodedata import category

import streamlit as st

from analysis.counts.word_list import WordList
from analysis.recipes import own_text
from analysis.words.vocabulary import display_char
from pages.components.list_at_hand import list_at_hand, use_own_list
from pages.components.page_frame import numbers
from pages.components.texts import texts
from pages.own_list.bringing import Brought
from pages.own_list.reading import Read

t = texts(__file__)
MOST = 1000  # refused lines in the table


def show_report(read: Read) -> None:
    """Numbers, characters, a line for each thing that was changed or is missing, and refused lines as a table."""
    report, words = read
    figures = {
        "words": report.total,
        "different": report.distinct,
        "characters": len(words.tables.vocab),
        "longest": words.summary.longest,
    }
    numbers(
        *((label["label"], f"{figures[key]:,}", label["unit"], label["help"]) for key, label in t("numbers").items())
    )
    lines = [t("found.characters", characters=_in_a_row(report.letters))]
    changed = t("changed", trimmed=report.trimmed, folded=report.folded, normalized=report.normalized, zero=report.zero)
    lines += [line for key, line in changed.items() if getattr(report, key)]
    if report.hidden:
        lines.append(t("rows.hidden", characters=", ".join(report.hidden)))
    empty = [words.tables.vocab.itos[i] for i in (words.tables.train.sum(1) == 0).nonzero().flatten().tolist()]
    lines.append(t("rows.empty", letters=_in_a_row(empty)) if empty else t("rows.no_empty"))
    for line in lines:
        st.text(line)  # not markdown: a list may hold anything
    if report.refused:
        st.text(t("found.refused", count=len(report.refused)))
        if len(report.refused) > MOST:
            st.text(t("found.most", most=MOST))
        columns = zip(*((one.line, one.text, one.reason) for one in report.refused[:MOST]), strict=True)
        st.dataframe(dict(zip((report.place, *t("found.columns")), columns, strict=True)), hide_index=True)


def use_button(words: WordList, brought: Brought) -> None:
    """What one word of the list is called, and a button that makes it the list of every page."""
    nouns: dict[str, str] = t("nouns")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        many = st.segmented_control(
            t("use.noun"),
            nouns.values(),
            default=next(iter(nouns.values())),
            required=True,
            key=f"own_noun_{brought.key}",
            persist_state="session",
        )
        one = next(one for one, several in nouns.items() if several == many)
        st.button(t("use.button"), type="primary", on_click=_use, args=(words, one, many))


def save_button(words: WordList) -> None:
    """A button that saves a list of the visitor's own as own.txt, which "Run this yourself" of every page reads."""
    if words.own is not None:
        st.download_button(
            t("use.save"),
            lambda: own_text(words),
            "own.txt",
            help=t("use.save_help"),
            icon=":material/download:",
            on_click="ignore",
        )


def show_list_in_use(shown: WordList | None) -> None:
    """Which list all pages work on: the one that is shown, an earlier one, or the table of a link."""
    used = list_at_hand()
    if not used.has_words:
        st.success(t("use.table"))
    elif shown is None or (used.words, used.weights) == (shown.words, shown.weights):
        st.success(t("use.in_use"))
    else:
        st.info(t("use.other"))


def _in_a_row(characters: Iterable[str]) -> str:
    """Characters with spaces between them; an invisible one is shown as its code."""
    hidden = (f"U+{ord(one):04X}" if category(one) == "Cf" else display_char(one) for one in characters)
    return " ".join(hidden)


def _use(words: WordList, one: str, many: str) -> None:
    use_own_list(replace(words, noun=one, nouns=many))
