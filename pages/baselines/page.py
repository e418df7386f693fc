"""Is a bigram any good?"""

import streamlit as st

from analysis.recipes.pages import baselines_recipe
from pages.baselines.sections import cost_of_each, lengths_of_each, measured, names_of_each, noticed, numbers_table
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import n_box, seed_box, smoothing_box
from pages.components.folds import lazy_expander, open_linked_folds
from pages.components.guess import guess_number
from pages.components.list_at_hand import list_at_hand
from pages.components.page_frame import run_this_yourself
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts

t = texts(__file__)
question = st.container()
(smoothing,) = in_columns(smoothing_box, widths=[1, 2])
names = st.container()
open_linked_folds(more="seed n")
with lazy_expander(t("more"), "more", ":material/tune:"):
    seed, n = in_columns(seed_box, n_box)
known = measured(smoothing, list_at_hand().has_words)
uniform, frequencies, bigram = (one.nll for one in known.models)
with question:
    guess_number(
        t("guess.ask"),
        uniform - frequencies,
        within=0.1,
        unit=t("guess.unit"),
        why=t("guess.why", before=frequencies - bigram),
    )
with names:
    names_of_each(known, seed, n)
rest_of_page()
lengths_of_each(known)
st.header(t("cost.title"))
cost_of_each(known.models)
noticed(known)
numbers_table(known)
run_this_yourself(baselines_recipe(list_at_hand(), smoothing, seed, n))
