"""Do the two roads lead to the same names?"""

import streamlit as st

from analysis.net.forward import initial_weights
from analysis.recipes.comparison import comparison_recipe
from analysis.settings.pins import Comparison
from analysis.streams.installed import torch_draws_as
from pages.components.controls.choices import init_choice, row_choice, stream_choice
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
from pages.components.lesson import question, run_this_yourself
from pages.components.live.beside import Draws, beside
from pages.components.live.training import Start
from pages.components.nets import compared, twins
from pages.components.sources import tables
from pages.parts.comparison import ASK, NOTICE, NUMBERS, WHY
from pages.parts.pins import pin_button, pins_box, pins_table, unpin_buttons

names = tables()
question(
    "Do the two roads lead to the same names?",
    "Left, a table that was **counted**; right, a **net** that has learned it. Both invent names from the *same* "
    "random numbers. **Drag any slider** and see which letters change.",
)
stream_place, seed_place, n_place = st.columns([1.6, 1.6, 1], vertical_alignment="bottom")
with stream_place:
    stream = stream_choice()
with seed_place:
    seed = seed_box()
with n_place:
    n = twins_box()
guessing, picture = st.container(), st.container()
boxes, more = st.columns(4), st.columns([1.6, 1.4, 1, 1], vertical_alignment="bottom")
with boxes[0]:
    smoothing = smoothing_box()
with boxes[1]:
    epochs = epochs_box()
with boxes[2]:
    learning_rate = learning_rate_box()
with boxes[3]:
    lam = lam_box()
with more[0]:
    init = init_choice()
with more[1]:
    init_seed = init_seed_box()
with more[2]:
    row = row_choice(names.vocab)
with more[3]:
    word = word_box(names.vocab)
now = Comparison(smoothing, epochs, learning_rate, lam, init, init_seed, stream, seed, n)
run = compared(now)
with guessing:
    guess_number(ASK.format(n=n), twins(now).same, within=1, unit="names", why=WHY, digits=0)
with picture:
    beside(
        names,
        Start(init, init_seed, initial_weights(init, len(names.vocab), init_seed)),
        {"smoothing": smoothing, "epochs": epochs, "learning_rate": learning_rate, "lam": lam},
        run.beside._asdict() | {"max_abs_diff": run.beside.difference.size},
        draws=Draws(torch_draws_as() if stream == "torch" else stream, seed, n),
        names={"counts": run.words_counts, "net": run.words_neural},
        words=[word],
        real=twins(now).real,
        shown=NUMBERS,
    )
st.header("Pin a view, change it, compare")
pins = pins_box()
pin_button(now, pins)
unpin_buttons(pins)
pins_table(now, pins)
st.markdown(NOTICE)
run_this_yourself(comparison_recipe(now, [word]))
