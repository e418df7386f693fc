"""What do fake counts do?

Before each row of counts becomes probabilities, the same number of **fake counts** is added to every cell. A few take
the zeros away, so that no name is impossible; many **flatten** every row towards chance. **Drag.**
"""

import streamlit as st

from analysis.counts.smoothing import smoothing_effect
from analysis.recipes.smoothing import smoothing_recipe
from pages.components.cached import curves, sampled, stream_uniforms, tables, uniforms
from pages.components.controls.choices import row_choice
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import seed_box, smoothing_box
from pages.components.live.probability_table import live_table
from pages.components.page_frame import run_this_yourself
from pages.smoothing.sections import NUMBERS, numbers_table

SHOWN, LECTURE = 8, 5  # names beside the live table, names of the lecture's stream
names = tables()
picture = st.container()
smoothing, row, seed = in_columns(smoothing_box, lambda: row_choice(names.vocab), seed_box)
with picture:
    live_table(
        names,
        smoothing_effect(names, smoothing),
        uniforms(seed, SHOWN),
        shown=NUMBERS,
        stream=stream_uniforms(seed, len(names.vocab)),
        names=sampled("lecture", smoothing, seed, LECTURE),
        curves=curves(),
    )
numbers_table(names, smoothing)
run_this_yourself(smoothing_recipe(smoothing, row, seed, LECTURE, SHOWN))
