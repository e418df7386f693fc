"""How does a letter become 27 probabilities?"""

import math

import streamlit as st

from analysis.net.forward_trace import before_neuron, trace_forward
from analysis.recipes.forward import forward_recipe
from analysis.settings import SKIP
from pages.components.cached import tables
from pages.components.guess import guess_number
from pages.components.live.control_bar import control_bar
from pages.components.live.controls import number, seed, words
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import numbers, run_this_yourself
from pages.components.texts import texts
from pages.forward.live import forward_pass
from pages.forward.sections import AMATEUR, CHANCE, GUESS, LOSS, NOTICE, WHY, numbers_table, pairs, presets

t = texts(__file__)
vocab = tables().vocab
live = live_page("forward", words(vocab, most=1), seed(button=t("reseed")), number(SKIP))
(word, *_), start, skip = live.values
net = trace_forward(word, vocab, start, skip)
guess_number(GUESS.format(word=word), net.loss, within=0.25, unit="nats", why=WHY)
control_bar(live, "word")
pairs(vocab, net)
forward_pass(live, vocab, word, net)
st.markdown(NOTICE)

st.header(t("luck"))
numbers(
    ("Loss", f"{net.loss:.4f}", "nats per character", LOSS),
    ("Knowing nothing", f"{math.log(len(vocab)):.4f}", "nats per character", CHANCE),
)
control_bar(live, "seed", "skip")
st.markdown(AMATEUR)
presets(word, vocab)
numbers_table(vocab, net)
run_this_yourself(
    forward_recipe(word, vocab, start, skip, before_neuron(skip)), lines="Or in torch; no file is needed for it:"
)
