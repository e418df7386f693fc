"""What does λ do?"""

import streamlit as st

from analysis.net.regularization import side_by_side
from analysis.recipes.regularization import regularization_recipe
from analysis.settings import LAM, SMOOTHING
from analysis.views.slider import LAM_SCALE, SMOOTHING_SCALE
from pages.components.cached import tables
from pages.components.cached_nets import model_curves_of, penalty_switched_on
from pages.components.guess import guess_choice
from pages.components.live.controls import row, slider
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself
from pages.regularization.live import lam_beside_smoothing
from pages.regularization.sections import GUESS, GUESSED, MATCH, SHOWN, TO_NOTICE, numbers_table, why_it_jumps

names = tables()
live = live_page("regularization", slider(LAM, LAM_SCALE), slider(SMOOTHING, SMOOTHING_SCALE), MATCH, row(names.vocab))
lam, smoothing, _, previous = live.values
guess_choice("what table does a very large λ give?", GUESS, GUESSED)
lam_beside_smoothing(
    live,
    names,
    side_by_side(names.all, lam, smoothing, names.vocab.id_of(previous)),
    shown=SHOWN,
    curves=model_curves_of(),
)
st.markdown(TO_NOTICE)
why_it_jumps(penalty_switched_on())
numbers_table(names, lam, smoothing)
run_this_yourself(regularization_recipe(lam, smoothing, previous))
