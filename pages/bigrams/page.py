"""Which character follows which?

A bigram is two neighbouring characters, the start and the end of a name (“.”) included. This table counts every one
in 32,033 names, 228,146 in all: its row is the character before, its column the one after. **Click a cell to look at
its row.**
"""

import streamlit as st

from analysis.counts.bigrams import END, START, with_start_and_end
from analysis.recipes.bigrams import bigrams_recipe
from pages.bigrams.live import counts_table
from pages.bigrams.sections import GUESS, WHY, counts_as_table, filling, how_far, what_a_cell_is
from pages.components.cached import tables
from pages.components.controls.choices import fill_toggle, row_choice, two_marks_toggle
from pages.components.controls.columns import in_columns
from pages.components.guess import guess_number
from pages.components.page_frame import run_this_yourself

names = tables()
guess_number(GUESS, int((names.all == 0).sum()), within=15, unit="cells", why=WHY, digits=0)

picture, offer = st.container(), st.container()
row, two_marks, fill = in_columns(lambda: row_choice(names.vocab), two_marks_toggle, fill_toggle)
with offer:
    first, filled, words = filling(names.vocab, fill)
counted = names.all if filled is None else filled
characters, counts = with_start_and_end(counted, names.vocab) if two_marks else (names.vocab.itos, counted)
with picture:
    counts_table(characters, counts, words)
    if two_marks:
        st.caption(
            f"Grey: the row {END} and the column {START} can never fill, because nothing follows an end and nothing "
            "comes before a start. With one mark for both, as in the 27 × 27 table, the only cell that must stay empty "
            "is “..”, a name without letters."
        )
    if first is not None:
        how_far(counted, first)
what_a_cell_is(names.all, names.vocab, row)
counts_as_table(characters, counts)
run_this_yourself(bigrams_recipe(row, two_marks=two_marks, first=first))
