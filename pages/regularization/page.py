"""Regularization: the net's penalty λ beside fake counts, live, and the loss when λ is switched on."""

import streamlit as st

from analysis.net.regularization import side_by_side
from analysis.recipes.pages import regularization_recipe
from analysis.settings import LAM, SMOOTHING
from analysis.views.slider import LAM_SCALE, SMOOTHING_SCALE
from pages.components.cached import tables
from pages.components.cached_nets import model_curves_of, penalty_switched_on
from pages.components.guess import guess_choice
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import row, slider, toggle
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.regularization.live import lam_beside_smoothing
from pages.regularization.sections import numbers_table, shown, why_it_jumps

t = texts(__file__)
names = tables()
match = toggle("match", **t("match"), default=True)
live = live_page("regularization", slider(LAM, LAM_SCALE), slider(SMOOTHING, SMOOTHING_SCALE), match, row(names.vocab))
lam, smoothing, _, previous = live.values
answers = t("guess.answers")
guess_choice(t("guess.ask"), {one["label"]: one["why"] for one in answers.values()}, right=answers["even"]["label"])
lam_beside_smoothing(
    live,
    names,
    side_by_side(names.all, lam, smoothing, names.vocab.id_of(previous)),
    shown=shown(),
    curves=model_curves_of(),
)
rest_of_page()
st.markdown(f"{t('notice')}\n{t('lecture.notice')}")
why_it_jumps(penalty_switched_on())
numbers_table(names, lam, smoothing)
run_this_yourself(regularization_recipe(list_at_hand(), lam, smoothing, previous))
