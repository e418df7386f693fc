"""Which character follows which, and how often?"""

import streamlit as st

from analysis.counts.bigrams import END, START, with_start_and_end
from analysis.counts.normalization import normalize
from analysis.recipes.bigrams import bigrams_recipe
from analysis.views.charts import heatmap, row_bars
from analysis.views.palette import palette
from analysis.views.tables import cells_frame, top_frame
from analysis.words.vocabulary import BOUNDARY, labels, visible
from pages.components.controls.choices import pick_row, row_choice, two_marks_toggle
from pages.components.lesson import on_demand, question, run_this_yourself, wide_table
from pages.components.sources import tables

names = tables("names")
question(
    "Which character follows which?",
    f"A bigram is two neighbouring characters, the start and the end of a name (“.”) included. This table counts every "
    f"one in 32,033 names, {names.all.sum():,} in all: its row is the character before, its column the one after. "
    "**Click a cell to look at its row.**",
)

left, right = st.columns([2.3, 1], gap="medium")
with right:
    two_marks = two_marks_toggle()
    row = row_choice(names.vocab)
if two_marks:
    characters, counts = with_start_and_end(names.all, names.vocab)
    chosen = START if row == "." else row
else:
    characters, counts = tuple(labels(names.vocab)), names.all
    chosen = visible(row)
cells = cells_frame(characters, counts, normalize(counts), chosen)

with left, wide_table("square"):
    st.vega_lite_chart(
        cells,
        heatmap(characters, "count", float(counts.max()), palette(st.context.theme.type), in_cells=("pair", "count")),
        key=f"table_{len(characters)}",
        height=760,
        on_select=lambda: pick_row(f"table_{len(characters)}", names.vocab),
        alt="Table of counts, previous character down, next character across. The numbers are below as a table.",
    )
    if two_marks:
        st.caption(
            f"Grey: the row {END} and the column {START} can never fill, because nothing follows an end and nothing "
            "comes before a start. With one mark for both, as in the 27 × 27 table, only the cell “..” stays empty."
        )
with right:
    of_row = cells[cells["chosen"]]
    first = ", the first letters of the names" if row == BOUNDARY else ""
    st.markdown(f"**After “{chosen}”**{first}: {of_row['count'].sum():,} bigrams")
    st.vega_lite_chart(
        of_row,
        row_bars(characters),
        height=560,
        alt=f"Probabilities of the next character after {chosen}.",
    )
    st.caption(f"Dashed: {1 / len(characters):.4f}, where every character would be equally likely.")

table = on_demand("The counts as a table", "table", ":material/table:")
if table.open:
    with table:
        counted = cells.pivot(index="previous", columns="next", values="count")
        st.dataframe(counted.loc[list(characters), list(characters)])
        st.caption("The most frequent pairs:")
        st.dataframe(top_frame(characters, counts, 25), hide_index=True)
run_this_yourself(bigrams_recipe(row, two_marks=two_marks))
