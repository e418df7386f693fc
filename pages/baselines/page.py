"""Is a bigram any good?"""

import streamlit as st

from analysis.recipes.pages import baselines_recipe
from pages.baselines.contexts import longer_contexts
from pages.baselines.sections import lengths_and_shares, measured, names_of_each, nll_of_each, numbers_table
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import n_box, seed_box, smoothing_box
from pages.components.guess import guess_number
from pages.components.list_at_hand import list_at_hand
from pages.components.page_frame import run_this_yourself
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts

t = texts(__file__)
smoothing, seed, n = in_columns(smoothing_box, seed_box, n_box)
known = measured(smoothing, list_at_hand().has_words)
uniform, frequencies, bigram = (one.nll for one in known.models)
guess_number(
    t("guess.ask"),
    uniform - frequencies,
    within=0.1,
    unit=t("guess.unit"),
    why=t("guess.why", before=frequencies - bigram),
)
nll_of_each(known.models)
st.caption(t("nll_caption"))
rest_of_page()
names_of_each(known.models, seed, n)
lengths_and_shares(known)
longer_contexts()
numbers_table(known)
run_this_yourself(baselines_recipe(list_at_hand(), smoothing, seed, n))
