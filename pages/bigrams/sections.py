"""The parts of Bigram table: how far it is filled, one mark or two, what a cell is, the counts as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
import torch

from analysis.counts.bigrams import END, FLOAT_STOPS, START
from analysis.counts.word_list import WordList
from analysis.settings import FIRST
from analysis.views.palette import CHOSEN
from analysis.views.tables import table_frame, top_frame
from analysis.words.vocabulary import display_char
from pages.components.folds import fold, table_expander
from pages.components.live.control_bar import control_bar
from pages.components.live.controls import Control, number
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import as_markdown, texts

t = texts(__file__)
STYLE = f"""<style>
.small.small {{border-collapse: collapse; width: auto; margin: 0}}
.small td {{padding: .15rem .7rem; font-family: monospace}}
.small td {{border: 1px solid color-mix(in srgb, currentColor 30%, transparent)}}
.small .set {{outline: 2px solid {CHOSEN}; outline-offset: -2px}}
</style>"""


def first_box(words: WordList) -> Control:
    """The box of how many words are counted: at most as many as the list has, where its words are known one by one."""
    if not words.has_each_word:
        return number(FIRST, unit="")
    most = words.summary.words
    return number(replace(FIRST, default_on_pages=min(FIRST.on_page.default, most), high_on_pages=most), unit="")


def about_filling(counts: torch.Tensor, first: int) -> None:
    """How many pairs and cells the first names fill; counts (V, V) as the table shows them."""
    seen = int((counts > 0).sum())
    empty = counts.numel() - seen
    st.caption(
        t("filling.caption", first=first, bigrams=int(counts.sum()), seen=seen, cells=counts.numel(), empty=empty)
    )


def one_mark_or_two(live: LivePage, two_marks: bool) -> None:
    """Folded: the switch for the lecture's first table, and what its two marks cost."""
    place = fold("marks", t("two_marks.title"))
    if place.open:
        with place:
            control_bar(live, "two_marks")
            st.markdown(t("two_marks.text", START=START, END=END))
            if two_marks:
                st.markdown(t("two_marks.grey", START=START, END=END))


def what_a_cell_is(characters: Sequence[str], counts: torch.Tensor, row: str, words: int) -> None:
    """Folded: a tensor of 3 x 5, then the largest cell of a row in torch; counts (V, V) as the table shows them."""
    place = fold("cell", t("cell.title"))
    if not place.open:
        return
    i = characters.index(row) if row in characters else characters.index(START)
    j = int(counts[i].argmax())
    dtype = torch.int32 if counts.max() <= torch.iinfo(torch.int32).max else torch.int64
    cell = counts[i, j].to(dtype)
    with place:
        st.markdown(t("cell.play"))
        st.html(_small_tensor())
        st.markdown(
            t(
                "cell.text",
                row=as_markdown(display_char(characters[i])),
                next=as_markdown(display_char(characters[j])),
                i=i,
                j=j,
                size=len(characters),
                dtype=dtype,
                tensor=repr(cell),
                item=cell.item(),
                first=words,
                float_stops=FLOAT_STOPS,
            )
        )


def _small_tensor() -> str:
    """The lecture's first tensor, 3 rows and 5 columns, after two of its cells were set."""
    a = torch.zeros((3, 5), dtype=torch.int32)
    a[1, 3] = 1
    a[1, 3] += 1
    a[0, 0] = 5
    lines = "".join(f"<tr>{''.join(f'<td{_marked(value)}>{value}</td>' for value in row)}</tr>" for row in a.tolist())
    return f"{STYLE}<table class='small'>{lines}</table>"


def _marked(value: int) -> str:
    return " class='set'" if value else ""


def counts_as_table(characters: tuple[str, ...], counts: torch.Tensor) -> None:
    """In an expander: the counts, and the most frequent pairs."""
    place = table_expander(t("table.label"))
    if place.open:
        with place:
            st.dataframe(table_frame(characters, counts))
            st.caption(t("table.most_frequent"))
            st.dataframe(top_frame(characters, counts, 25), hide_index=True)
