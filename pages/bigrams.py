"""Which character follows which, and how often?"""

import streamlit as st

from analysis.counts.bigrams import END, START, with_start_and_end
from analysis.recipes.bigrams import bigrams_recipe
from analysis.views.tables import table_frame, top_frame
from pages.components.controls.choices import row_choice, two_marks_toggle
from pages.components.controls.columns import in_columns
from pages.components.lesson import on_demand, question, run_this_yourself
from pages.components.live.counts import counts_table
from pages.components.sources import tables

names = tables("names")
question(
    "Which character follows which?",
    f"A bigram is two neighbouring characters, the start and the end of a name (“.”) included. This table counts every "
    f"one in 32,033 names, {names.all.sum():,} in all: its row is the character before, its column the one after. "
    "**Click a cell to look at its row.**",
)

picture = st.container()
row, two_marks = in_columns(lambda: row_choice(names.vocab), two_marks_toggle)
if two_marks:
    characters, counts = with_start_and_end(names.all, names.vocab)
else:
    characters, counts = names.vocab.itos, names.all
with picture:
    counts_table(characters, counts)
    if two_marks:
        st.caption(
            f"Grey: the row {END} and the column {START} can never fill, because nothing follows an end and nothing "
            "comes before a start. With one mark for both, as in the 27 × 27 table, the only cell that must stay empty "
            "is “..”, a name without letters."
        )

table = on_demand("The counts as a table", "table", ":material/table:")
if table.open:
    with table:
        st.dataframe(table_frame(characters, counts))
        st.caption("The most frequent pairs:")
        st.dataframe(top_frame(characters, counts, 25), hide_index=True)
run_this_yourself(bigrams_recipe(row, two_marks=two_marks))
