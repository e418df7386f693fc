"""The parts of Bigram table around its picture: how far it is filled, what a cell is, the counts as a table."""

from __future__ import annotations

import streamlit as st
import torch

from analysis.counts.bigrams import FLOAT_STOPS
from analysis.views.tables import table_frame, top_frame
from analysis.words.vocabulary import Vocabulary, display_char
from pages.components.page_frame import table_expander
from pages.components.texts import as_markdown, texts

t = texts(__file__)


def how_far(counts: torch.Tensor, first: int) -> None:
    """How many pairs and cells the first names fill."""
    seen = int((counts > 0).sum())
    empty = counts.numel() - seen
    st.caption(
        t("filling.caption", first=first, bigrams=int(counts.sum()), seen=seen, cells=counts.numel(), empty=empty)
    )


def what_a_cell_is(counts: torch.Tensor, vocab: Vocabulary, row: str) -> None:
    """One cell in torch: a tensor, `.item()`, and why the table holds whole numbers."""
    i = vocab.id_of(row)
    j = int(counts[i].argmax())
    cell = counts[i, j].to(torch.int32)
    st.header(t("cell.title"))
    st.markdown(
        t(
            "cell.text",
            row=as_markdown(display_char(row)),
            next=as_markdown(display_char(vocab.itos[j])),
            i=i,
            j=j,
            tensor=repr(cell),
            item=cell.item(),
            float_stops=FLOAT_STOPS,
        )
    )


def counts_as_table(characters: tuple[str, ...], counts: torch.Tensor) -> None:
    """In an expander: the counts, and the most frequent pairs."""
    place = table_expander(t("table.label"))
    if place.open:
        with place:
            st.dataframe(table_frame(characters, counts))
            st.caption(t("table.most_frequent"))
            st.dataframe(top_frame(characters, counts, 25), hide_index=True)
