"""Can a net learn the table by itself?

No counting this time. A net of 27 × 27 **weights** (W) begins with random ones, looks at how wrong it is (the
**loss**), and changes each weight a little, again and again: an **epoch** is one such change. **Drag *Epochs* from
0**, and the counted table appears by itself.
"""

import streamlit as st

from analysis.net.forward import initial_weights
from analysis.recipes.training import training_recipe
from analysis.settings import ONLY, SEED
from pages.components.cached import stream_uniforms, tables, uniforms
from pages.components.cached_nets import learned, names_of_net, trained_on
from pages.components.controls.choices import init_choice, only_choice, row_choice
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import epochs_box, lam_box, learning_rate_box, seed_box
from pages.components.guess import guess_choice
from pages.components.live.runs import Start
from pages.components.page_frame import run_this_yourself
from pages.training.gradient import by_hand, three_cells
from pages.training.live import training
from pages.training.one_hot_run import slow_twin
from pages.training.sections import ANSWERS, ASK, NOTICE, NUMBERS, SLIDERS, losses_table, presets

SHOWN = 5
vocab = tables().vocab
init, only, _ = in_columns(init_choice, only_choice, lambda: st.caption(SLIDERS), widths=[1.2, 1, 1.6])
picture = st.container()
epochs, learning_rate, lam, seed, row = in_columns(
    epochs_box, learning_rate_box, lam_box, seed_box, lambda: row_choice(vocab), widths=[1, 1, 1, 1.7, 1.2]
)
settings = (only, init, seed, learning_rate, lam, epochs)
run, counts = learned(*settings), trained_on(only)
with picture:
    training(
        vocab,
        counts,
        Start(init, seed, initial_weights(init, len(vocab), seed)),
        {"epochs": epochs, "learning_rate": learning_rate, "lam": lam},
        run.reached,
        names=names_of_net(*settings, SHOWN),
        own_rows=uniforms(SEED.default, SHOWN),
        stream=stream_uniforms(SEED.default, len(vocab)),
        shown=NUMBERS,
    )
st.markdown(NOTICE)
guess_choice(ASK, ANSWERS, right="the counted table")
st.header("Runs worth a look")
presets()
three_cells(counts, run.weights, lam, learning_rate, run.reached.epoch)
by_hand(vocab, counts, run.weights, lam, row)
slow_twin()
losses_table(run)
run_this_yourself(
    training_recipe(epochs, learning_rate, lam, seed, init, None if only == ONLY.default else only, SHOWN)
)
