"""What Bigram table shows beyond its picture: how far it is filled, what a cell is, the counts as a table."""

from __future__ import annotations

import streamlit as st
import torch

from analysis.counts.bigrams import FLOAT_STOPS, count_ids
from analysis.views.tables import table_frame, top_frame
from analysis.words.vocabulary import Vocabulary, display_char
from pages.components.bring import offer_the_words
from pages.components.controls.numbers import first_box
from pages.components.lesson import on_demand
from pages.components.live.counts import Words
from pages.components.sources import ids_for_browser, word_ids, words_are_here

GUESS = "the table has 27 × 27 = 729 cells. In how many is nothing counted after all 32,033 names?"
WHY = (
    "Such a pair has probability 0, and a name that holds it is impossible: see [Smoothing](smoothing). With one name "
    "almost all cells are empty; they fill ever more slowly."
)
FILLED = "Watch the first names: each adds one to a few cells. After some thousand the colours hardly change any more."


def filling(vocab: Vocabulary, fill: bool) -> tuple[int | None, torch.Tensor | None, Words | None]:
    """With the switch on: how many names are counted, their table (V, V), and the words for the browser; else None."""
    if not fill:
        return None, None, None
    if not words_are_here():
        offer_the_words("To fill the table name by name takes")
        return None, None, None
    with st.columns(3)[0]:
        first = first_box()
    return first, count_ids(word_ids(), first, len(vocab)), Words(ids_for_browser(), vocab)


def how_far(counts: torch.Tensor, first: int) -> None:
    """How many pairs and cells the first names fill."""
    seen = int((counts > 0).sum())
    names = "name" if first == 1 else "names"
    st.caption(
        f"After {first:,} {names}: {int(counts.sum()):,} bigrams in {seen:,} of {counts.numel():,} cells; "
        f"{counts.numel() - seen:,} are still empty. {FILLED}"
    )


def what_a_cell_is(counts: torch.Tensor, vocab: Vocabulary, row: str) -> None:
    """One cell in torch: a tensor, `.item()`, and why the table holds whole numbers."""
    i = vocab.id_of(row)
    j = int(counts[i].argmax())
    cell = counts[i, j].to(torch.int32)
    st.header("What a cell is")
    st.markdown(
        f"`N = torch.zeros((27, 27), dtype=torch.int32)` is an empty table, and each pair adds one: "
        f"`N[stoi[a], stoi[b]] += 1`. The largest cell of the row “{display_char(row)}” is {display_char(row)}"
        f"{display_char(vocab.itos[j])}:\n\n"
        f"- `N[{i}, {j}]` is `{cell!r}`: still a tensor, of one number and no axis.\n"
        f"- `N[{i}, {j}].item()` is `{cell.item()}`: a plain Python number. It is what the lecture writes into each "
        "cell of its picture; a tensor there would be printed as one.\n"
        "- **Whole numbers, because counts are.** They stay exact however many are added. A float32 stops counting at "
        f"{FLOAT_STOPS:,}: adding 1 to it gives {FLOAT_STOPS:,} again.\n"
        "- Without `dtype`, `torch.zeros` makes float32, and the picture would read 5.0 where 5 is meant. Later, when "
        "rows are divided by their sums, fractions are needed: `P = N.float()`. See [Normalization](normalization)."
    )


def counts_as_table(characters: tuple[str, ...], counts: torch.Tensor) -> None:
    """On demand: the counts, and the most frequent pairs."""
    place = on_demand("The counts as a table", "table", ":material/table:")
    if place.open:
        with place:
            st.dataframe(table_frame(characters, counts))
            st.caption("The most frequent pairs:")
            st.dataframe(top_frame(characters, counts, 25), hide_index=True)
