"""Do the two roads lead to the same names?

Left, a table that was **counted**; right, a **net** that has learned it. Both invent names from the *same* random
numbers. **Drag any slider** and see which letters change.
"""

import streamlit as st

from analysis.net.forward import initial_weights
from analysis.recipes.comparison import comparison_recipe
from analysis.settings.pins import Comparison
from analysis.streams.installed import torch_draws_as
from pages.comparison.live import Draws, beside
from pages.comparison.pins import pin_button, pins_box, pins_table
from pages.comparison.sections import ASK, NOTICE, NUMBERS, WHY
from pages.components.cached import tables, words_are_here
from pages.components.cached_nets import compared, twins
from pages.components.controls.choices import init_choice, row_choice, stream_choice
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import (
    epochs_box,
    init_seed_box,
    lam_box,
    learning_rate_box,
    seed_box,
    smoothing_box,
    twins_box,
)
from pages.components.controls.words import word_box
from pages.components.guess import guess_number
from pages.components.live.runs import Start
from pages.components.page_frame import run_this_yourself

names = tables()
stream, seed, n = in_columns(stream_choice, seed_box, twins_box, widths=[1.6, 1.6, 1])
guessing, picture = st.container(), st.container()
smoothing, epochs, learning_rate, lam = in_columns(smoothing_box, epochs_box, learning_rate_box, lam_box)
init, init_seed, row, word = in_columns(
    init_choice,
    init_seed_box,
    lambda: row_choice(names.vocab),
    lambda: word_box(names.vocab),
    widths=[1.6, 1.4, 1, 1],
)
now = Comparison(smoothing, epochs, learning_rate, lam, init, init_seed, stream, seed, n)
run, pairs = compared(now), twins(now, words_are_here())
with guessing:
    guess_number(ASK.format(n=n), pairs.same, within=1, unit="names", why=WHY, digits=0)
with picture:
    beside(
        names,
        Start(init, init_seed, initial_weights(init, len(names.vocab), init_seed)),
        {"smoothing": smoothing, "epochs": epochs, "learning_rate": learning_rate, "lam": lam},
        run.beside._asdict() | {"max_abs_diff": run.beside.difference.size},
        draws=Draws(torch_draws_as() if stream == "torch" else stream, seed, n),
        names={"counts": run.words_counts, "net": run.words_neural},
        words=[word],
        real=pairs.real,
        shown=NUMBERS,
    )
st.header("Pin a view, change it, compare")
pins = pins_box()
pin_button(now, pins)
pins_table(now, run, pins)
st.markdown(NOTICE)
run_this_yourself(comparison_recipe(now, [word]))
