"""What is this? The live table first, then the way to every page."""

import streamlit as st

from analysis.counts.smoothing import smoothing_effect
from analysis.recipes.pages import smoothing_recipe
from analysis.settings import SEED, SMOOTHING
from analysis.views.slider import SMOOTHING_SCALE
from pages.components.cached import tables, uniforms
from pages.components.guess import guess_number
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import row, slider
from pages.components.live.probability_table import live_table
from pages.components.live.sync.live_view import Metric
from pages.components.live.sync.page_state import live_page
from pages.components.navigation import show_cards
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.page_registry import STEPS
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts

SHOWN, LECTURE = 5, 5
t = texts(__file__)
names = tables()
live = live_page("start", slider(SMOOTHING, SMOOTHING_SCALE), row(names.vocab))
smoothing, previous = live.values
nll = Metric(name="nll", digits=4, **t("nll"))
guess_number(t("guess.ask"), 1 / len(names.vocab), within=0.02, unit="", why=t("guess.why"))
live_table(live, names, smoothing_effect(names, smoothing), uniforms(SEED.default, SHOWN), shown=[nll])
rest_of_page()
what_to_notice(t("notice"))
st.header(t("way"))
show_cards(STEPS[1:])
st.caption(t("lecture.what"))
run_this_yourself(smoothing_recipe(list_at_hand(), smoothing, previous, SEED.default, LECTURE, SHOWN))
