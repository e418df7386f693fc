"""Why are my names not the ones in the video?"""

import streamlit as st

from analysis.counts.smoothing import smoothed_probs
from analysis.recipes.sampling import SLOW, sampling_recipe
from analysis.samples.letters import different_letters, typical_difference
from analysis.settings import DRAW, SMOOTHING, STREAM, N
from analysis.streams import STREAMS
from analysis.views.charts import share_bars
from analysis.views.tables import shares_frame
from analysis.words.vocabulary import display_char, labels
from pages.components.cached import draws_of_names, letters_of_row, sampled, tables
from pages.components.controls.choices import draws_choice
from pages.components.live.control_bar import control_bar
from pages.components.live.controls import choice, number, row, seed
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import numbers, run_this_yourself
from pages.sampling.live import replay
from pages.sampling.sections import describe_streams, twenty, without_replacement

LARGEST = "Over all letters: how far the share that was drawn lies from the probability p."
TYPICAL = "The standard deviation √(p (1 − p) / draws) of a letter's share, for the letter where it is largest."

names = tables()
live = live_page("sampling", seed(), number(N), number(SMOOTHING), choice(STREAM), number(DRAW), row(names.vocab))
start, n, smoothing, stream, draw, previous = live.values
probs, characters = smoothed_probs(names.all, smoothing), labels(names.vocab)
control_bar(live, "seed", "n", "smoothing")
describe_streams()
with st.spinner("Drawing names …"):
    words = {name: [word or "(empty)" for word in sampled(name, smoothing, start, n)] for name in STREAMS}
st.dataframe(words, hide_index=True)

st.header("One draw in slow motion")
control_bar(live, "stream")
st.markdown(STREAMS[stream].reading)
replay(live, names.vocab, probs, draws_of_names(stream, smoothing, start, min(n, SLOW)), draw)

st.header("Twenty at once, or one by one")
control_bar(live, "row")
twenty(stream, smoothing, start, previous)

st.header("More draws come closer to p")
count, of_row, after = draws_choice(), probs[names.vocab.id_of(previous)], display_char(previous)
frame = shares_frame(characters, of_row, letters_of_row("one by one", stream, smoothing, start, previous, count))
alt = f"The probability of each letter after {after} as bars, its share of {count:,} draws as points."
st.vega_lite_chart(frame, share_bars(tuple(characters)), height=280, alt=alt)
st.caption(f"Bars: the probability p of each letter after “{after}”. Points: its share of {count:,} draws.")
numbers(
    ("Largest difference", f"{frame['difference'].max():.4f}", "of the draws", LARGEST),
    ("Typical difference", f"{typical_difference(of_row, count):.4f}", "of the draws", TYPICAL),
)
st.markdown(
    "The typical difference shrinks with the square root of the draws: a hundred times as many make it a tenth."
)

st.header("Why `replacement=True`?")
without_replacement(stream, smoothing, start, previous)
run_this_yourself(sampling_recipe(smoothing, start, n, stream, previous, count, different_letters(of_row)))
