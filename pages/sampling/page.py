"""Why are my names not the ones in the video?

Same code, same seed, other names: **torch has changed how it turns random numbers into a letter**, and does it
differently on different machines. Each such way, started from a seed, is called a **stream** here. All of them are
rebuilt below, so that you get anybody's names on your machine.
"""

import streamlit as st

from analysis.counts.smoothing import smoothed_probs
from analysis.recipes.sampling import SLOW, sampling_recipe
from analysis.samples.letters import different_letters, typical_difference
from analysis.streams import STREAMS
from analysis.views.charts import share_bars
from analysis.views.tables import shares_frame
from analysis.words.vocabulary import display_char, labels
from pages.components.cached import draws_of_names, letters_of_row, sampled, tables
from pages.components.controls.choices import draws_choice, row_choice, stream_choice
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import draw_box, n_box, seed_box, smoothing_box
from pages.components.page_frame import numbers, run_this_yourself
from pages.sampling.live import replay
from pages.sampling.sections import describe_streams, twenty, without_replacement

LARGEST = "Over all letters: how far the share that was drawn lies from the probability p."
TYPICAL = "The standard deviation √(p (1 − p) / draws) of a letter's share, for the letter where it is largest."

names = tables()
seed, n, smoothing = in_columns(seed_box, n_box, smoothing_box)
probs, characters = smoothed_probs(names.all, smoothing), labels(names.vocab)
describe_streams()
with st.spinner("Drawing names …"):
    words = {name: [word or "(empty)" for word in sampled(name, smoothing, seed, n)] for name in STREAMS}
st.dataframe(words, hide_index=True)

st.header("One draw in slow motion")
stream = stream_choice()

slow = draws_of_names(stream, smoothing, seed, min(n, SLOW))
box, text = st.columns([1, 3], vertical_alignment="center")
with box:
    draw_box(last=len(slow.draws))
text.markdown(STREAMS[stream].reading)
replay(names.vocab, probs, slow)

st.header("Twenty at once, or one by one")
with st.columns(3)[0]:
    row = row_choice(names.vocab)
twenty(stream, smoothing, seed, row)

st.header("More draws come closer to p")
count, of_row, after = draws_choice(), probs[names.vocab.id_of(row)], display_char(row)
frame = shares_frame(characters, of_row, letters_of_row("one by one", stream, smoothing, seed, row, count))
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
without_replacement(stream, smoothing, seed, row)
run_this_yourself(sampling_recipe(smoothing, seed, n, stream, row, count, different_letters(of_row)))
