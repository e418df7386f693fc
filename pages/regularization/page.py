"""What does λ do?

The net's weights W are free to grow, and so it comes to the counted table, zeros and all. **λ** (lambda) makes large
weights costly: it adds λ times the mean of W² to what training makes small. **Drag λ** to the right, and see how
every row is flattened, just as fake counts do it. Is it the same?
"""

import streamlit as st

from analysis.net.regularization import side_by_side
from analysis.recipes.regularization import regularization_recipe
from pages.components.cached import tables
from pages.components.cached_nets import model_curves_of, penalty_switched_on
from pages.components.guess import guess_choice
from pages.components.page_frame import run_this_yourself
from pages.regularization.live import lam_beside_smoothing
from pages.regularization.sections import (
    GUESS,
    GUESSED,
    SHOWN,
    TO_NOTICE,
    boxes_that_move_together,
    numbers_table,
    why_it_jumps,
)

names = tables()
guess_choice("what table does a very large λ give?", GUESS, GUESSED)
picture, controls = st.container(), st.container()
with controls:
    lam, smoothing, row, match = boxes_that_move_together(names)
with picture:
    lam_beside_smoothing(
        names,
        side_by_side(names.all, lam, smoothing, names.vocab.id_of(row)),
        match=match,
        shown=SHOWN,
        curves=model_curves_of(),
    )
st.markdown(TO_NOTICE)
why_it_jumps(penalty_switched_on())
numbers_table(names, lam, smoothing)
run_this_yourself(regularization_recipe(lam, smoothing, row))
