"""Bigram Lab

A language model of names, small enough to see all of it at once. **Drag the slider.**
"""

import streamlit as st

from analysis.counts.smoothing import smoothing_effect
from analysis.recipes.smoothing import smoothing_recipe
from analysis.settings import SEED, SMOOTHING
from analysis.views.slider import SMOOTHING_SCALE
from pages.components.cached import tables, uniforms
from pages.components.live.controls import row, slider
from pages.components.live.metrics import Metric
from pages.components.live.probability_table import live_table
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself
from pages.components.page_registry import PAGES

SHOWN, LECTURE = 5, 5
CARDS = 4  # pages in a row: more, and their titles are cut
NLL = Metric(
    "nll",
    "Surprise at a real name: mean nll",
    "nats per character; chance is 3.2958",
    4,
    "Mean negative log-likelihood of the next character. Lower is better.",
)
names = tables()
live = live_page("start", slider(SMOOTHING, SMOOTHING_SCALE), row(names.vocab))
smoothing, previous = live.values
live_table(live, names, smoothing_effect(names, smoothing), uniforms(SEED.default, SHOWN), shown=[NLL], small=True)
st.markdown(
    "**What you see.** A model that invents names one letter at a time, knowing only the letter before. Each square "
    "says how likely a letter (column) is after another (row), counted in 32,033 real names: the stronger "
    "the blue, the likelier. **Smoothing** adds the same number of fake counts to every square. Drag it to the right: "
    "all rows flatten, and the invented names fall to pieces."
)
others = PAGES[1:]
for first in range(0, len(others), CARDS):
    for column, page in zip(st.columns(CARDS), others[first : first + CARDS], strict=False):
        with column.container(border=True, height="stretch"):
            st.page_link(page.file, icon=f":material/{page.icon}:")
            st.caption(page.teaser)
st.caption(
    "It is the first model of the lecture [makemore part 1](https://www.youtube.com/watch?v=PaCmpygFfXo). Every view "
    "here is a link: copy the address, and whoever opens it sees what you see."
)
run_this_yourself(smoothing_recipe(smoothing, previous, SEED.default, LECTURE, SHOWN))
