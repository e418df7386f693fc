"""Forward pass: one word through a net that has learned nothing, and first weights from other seeds."""

import math

import streamlit as st

from analysis.net.forward_trace import before_neuron, trace_forward
from analysis.recipes.pages import forward_recipe
from analysis.settings import SKIP
from pages.components.cached import first_word, tables
from pages.components.guess import guess_number
from pages.components.list_at_hand import list_at_hand
from pages.components.live.control_bar import control_bar
from pages.components.live.controls import number, seed, words
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import numbers, run_this_yourself
from pages.components.teacher_link import rest_of_page
from pages.components.texts import as_markdown, texts
from pages.forward.live import forward_pass
from pages.forward.sections import numbers_table, pairs, presets

t = texts(__file__)
vocab = tables().vocab
live = live_page("forward", words(vocab, first_word(), most=1), seed(button=t("reseed")), number(SKIP))
(word, *_), start, skip = live.values
net = trace_forward(word, vocab, start, skip)
why = f"{t('guess.why')} {t('lecture.random')}"
guess_number(t("guess.ask", word=as_markdown(word)), net.loss, within=0.25, unit="nats", why=why)
control_bar(live, "word")
pairs(vocab, net)
forward_pass(live, vocab, word, net)
rest_of_page()
st.markdown(t("notice"))

st.header(t("luck"))
numbers(
    (t("loss_label"), f"{net.loss:.4f}", t("unit"), t("loss")),
    (t("chance_label"), f"{math.log(len(vocab)):.4f}", t("unit"), t("chance")),
)
control_bar(live, "seed", "skip")
st.markdown(t("amateur"))
presets(word, vocab)
numbers_table(vocab, net)
run_this_yourself(forward_recipe(list_at_hand(), word, start, skip, before_neuron(skip)))
