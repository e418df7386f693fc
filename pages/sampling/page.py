"""Sampling: the words of each stream, one draw in slow motion, twenty letters at once, and many draws beside p."""

import streamlit as st

from analysis.counts.smoothing import smoothed_probs
from analysis.recipes.pages import SLOW, sampling_recipe
from analysis.samples.letters import different_letters, typical_difference
from analysis.settings import DRAW, SMOOTHING, STREAM, N
from analysis.streams import STREAMS
from analysis.views.charts import share_bars
from analysis.views.tables import shares_frame
from analysis.words.vocabulary import display_char, labels
from pages.components.cached import draws_of_names, letters_of_row, sampled, tables
from pages.components.controls.choices import draws_choice
from pages.components.list_at_hand import list_at_hand
from pages.components.live.control_bar import control_bar
from pages.components.live.controls import choice, number, row, seed
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import numbers, run_this_yourself
from pages.components.teacher_link import rest_of_page
from pages.components.texts import as_markdown, texts
from pages.sampling.live import replay
from pages.sampling.sections import describe_streams, twenty, without_replacement

t = texts(__file__)
names = tables()
live = live_page("sampling", seed(), number(N), number(SMOOTHING), choice(STREAM), number(DRAW), row(names.vocab))
start, n, smoothing, stream, draw, previous = live.values
probs, characters = smoothed_probs(names.all, smoothing), labels(names.vocab)
control_bar(live, "seed", "n", "smoothing")
describe_streams()
with st.spinner(t("waiting.names")):
    words = {name: [word or t("draws.empty") for word in sampled(name, smoothing, start, n)] for name in STREAMS}
st.dataframe(words, hide_index=True)

st.header(t("draws.one_title"))
control_bar(live, "stream")
st.markdown(STREAMS[stream].reading)
replay(live, names.vocab, probs, draws_of_names(stream, smoothing, start, min(n, SLOW)), draw)
rest_of_page()

st.header(t("draws.twenty_title"))
control_bar(live, "row")
twenty(stream, smoothing, start, previous)

st.header(t("draws.title"))
count, of_row, after = draws_choice(), probs[names.vocab.id_of(previous)], display_char(previous)
frame = shares_frame(characters, of_row, letters_of_row("one by one", stream, smoothing, start, previous, count))
alt = t("draws.alt", row=after, count=count)
st.vega_lite_chart(frame, share_bars(tuple(characters)), height=280, alt=alt)
st.caption(t("draws.caption", row=as_markdown(after), count=count))
largest, typical = t("draws.largest"), t("draws.typical")
numbers(
    (largest["label"], f"{frame['difference'].max():.4f}", t("draws.unit"), largest["help"]),
    (typical["label"], f"{typical_difference(of_row, count):.4f}", t("draws.unit"), typical["help"]),
)
st.markdown(t("draws.shrinks"))

st.header(t("draws.replacement_title"))
without_replacement(stream, smoothing, start, previous)
run_this_yourself(
    sampling_recipe(list_at_hand(), smoothing, start, n, stream, previous, count, different_letters(of_row))
)
