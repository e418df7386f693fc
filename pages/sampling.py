"""Why are my names not the ones in the video?"""

import streamlit as st

from analysis.charts import share_bars
from analysis.draws import possible, racing, typical_difference
from analysis.frames import labels, shares_frame, visible
from analysis.generators import STREAMS
from analysis.sampling_recipe import SLOW, sampling_recipe
from analysis.smoothing import smoothed_probs
from pages.components.controls import draw_box, draws_choice, n_box, row_choice, seed_box, smoothing_box, stream_choice
from pages.components.data import draws_of_names, letters_of_row, sampled, tables
from pages.components.drawn import at_once_text, describe_streams, in_rows, replacement_text
from pages.components.lesson import numbers, question, run_this_yourself
from pages.components.slow_draw import explain, slow_draw

TWENTY = 20  # letters in one call, as in the lecture
LARGEST = "Over all letters: how far the share that was drawn lies from the probability p."
TYPICAL = "The standard deviation √(p (1 − p) / draws) of a letter's share, for the letter where it is largest."

names = tables()
question(
    "Why are my names not the ones in the video?",
    "Same code, same seed, other names: **torch has changed how it turns random numbers into a letter**, and does it "
    "differently on different machines. Each such way, from the seed on, is called a stream here. All of them are "
    "rebuilt below, so that you get anybody's names on your machine.",
)
left, middle, right = st.columns(3)
with left:
    seed = seed_box()
with middle:
    n = n_box()
with right:
    smoothing = smoothing_box()
probs, characters = smoothed_probs(names.all, smoothing), labels(names.vocab)
describe_streams()
words = {name: [word or "(empty)" for word in sampled(name, smoothing, seed, n)] for name in STREAMS}
st.dataframe(words, hide_index=True, column_config={name: st.column_config.Column(width=120) for name in STREAMS})

st.subheader("One draw in slow motion")
stream = stream_choice()


@st.fragment
def slow(stream: str, smoothing: float, seed: int, n: int) -> None:
    """The box that owns the draw, and the picture that sets it."""
    draws = draws_of_names(stream, smoothing, seed, n)
    box, text = st.columns([1, 3], vertical_alignment="center")
    with box:
        at = draw_box()
    text.markdown(explain(stream, draws))
    slow_draw(names.vocab, smoothed_probs(names.all, smoothing), draws, at)


slow(stream, smoothing, seed, min(n, SLOW))

st.subheader("Twenty at once, or one by one")
with st.columns(3)[0]:
    row = row_choice(names.vocab)
of_row, after = probs[names.vocab.id_of(row)], visible(row)


def letters(way: str, count: int, stream: str = stream) -> list[str]:
    """Letters drawn from the row in one of three ways, each from the start of the stream."""
    return [characters[i] for i in letters_of_row(way, stream, smoothing, seed, row, count)]


alone = letters("one by one", TWENTY)
together = [] if stream == "cuda" else letters("at once", TWENTY)
in_rows({"at once": together, f"one by one ({stream})": alone})
st.markdown(at_once_text(together, alone))

st.subheader("More draws come closer to p")
draws = draws_choice()
frame = shares_frame(characters, of_row, letters_of_row("one by one", stream, smoothing, seed, row, draws))
alt = f"The probability of each letter after {after} as bars, its share of {draws:,} draws as points."
st.vega_lite_chart(frame, share_bars(characters), height=280, alt=alt)
st.caption(f"Bars: the probability p of each letter after “{after}”. Points: its share of {draws:,} draws.")
numbers(
    ("Largest difference", f"{frame['difference'].max():.4f}", "of all draws", LARGEST),
    ("Typical difference", f"{typical_difference(of_row, draws):.4f}", "of all draws", TYPICAL),
)
st.markdown("It shrinks with the square root of the number of draws: a hundred times as many bring it to a tenth.")

st.subheader("Why `replacement=True`?")
different = letters("without replacement", min(TWENTY, possible(of_row)), racing(stream))
in_rows({f"without it ({racing(stream)})": different, f"with it ({stream})": alone})
st.markdown(replacement_text(different, alone, borrowed=racing(stream) != stream))
run_this_yourself(sampling_recipe(smoothing, seed, n, stream, row, draws, len(different)))
