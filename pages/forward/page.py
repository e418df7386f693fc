"""How does a letter become 27 probabilities?

The table of counts says how likely each character is to come next. A **neural net** says so too, but it works its
answer out: it multiplies and adds. Here are its steps, called the **forward pass**, for one word, with every number.
**Point at a cell of any table, or tap it: it lights up in all of them.**
"""

import math

import streamlit as st

from analysis.net.forward_trace import before_neuron, trace_forward
from analysis.recipes.forward import forward_recipe
from pages.components.cached import tables
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import seed_box, skip_box
from pages.components.controls.words import word_box
from pages.components.guess import guess_number
from pages.components.page_frame import numbers, run_this_yourself
from pages.forward.live import forward_pass
from pages.forward.sections import AMATEUR, CHANCE, GUESS, LOSS, NOTICE, WHY, numbers_table, pairs, presets

vocab = tables().vocab
with st.columns(3)[0]:
    word = word_box(vocab)
steps = st.container()

st.header("6. Another W, by luck?")
shown = st.container()
seed, skip = in_columns(lambda: seed_box("Reseed W"), skip_box)
net = trace_forward(word, vocab, seed, skip)
with shown:
    numbers(
        ("Loss", f"{net.loss:.4f}", "nats per character", LOSS),
        ("Knowing nothing", f"{math.log(len(vocab)):.4f}", "nats per character", CHANCE),
    )
st.markdown(AMATEUR)
presets(word, vocab)

with steps:
    guess_number(GUESS.format(word=word), net.loss, within=0.25, unit="nats", why=WHY)
    pairs(vocab, net)
    forward_pass(vocab, net)
    st.markdown(NOTICE)
numbers_table(vocab, net)
run_this_yourself(
    forward_recipe(word, vocab, seed, skip, before_neuron(skip)), lines="Or in torch; no file is needed for it:"
)
