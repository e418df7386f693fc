"""More settings of Make names, in a fold. If it is closed and every setting has its default, its boxes are not made:
Streamlit needs a tenth of a second for six boxes, even if nobody sees them.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import streamlit as st

from analysis.settings import LONGEST, MODEL, SEED, SHORTEST, SORT, N
from pages.components.controls.choices import one_of
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import n_box, number_box, seed_box
from pages.components.page_frame import lazy_expander
from pages.components.texts import texts

t = texts(__file__)


class More(NamedTuple):
    """The settings in the fold."""

    model: str
    sort: str
    shortest: int
    longest: int
    n: int
    seed: int


DEFAULTS = More(MODEL.default, SORT.default, *(one.on_page.default for one in (SHORTEST, LONGEST, N, SEED)))


def more_settings() -> More:
    """Show the fold, and read what is set in it."""
    place = lazy_expander(t("more"), "more", ":material/tune:")
    state, address = st.session_state, st.query_params
    defaults = {key: str(default) for key, default in DEFAULTS._asdict().items()}
    set_here = {key: str(state.get(key, address.get(key, defaults[key]))).removesuffix(".0") for key in defaults}
    if not place.open and set_here == defaults:
        return DEFAULTS
    with place:
        model = one_of(MODEL.name, MODEL.label, MODEL.options, MODEL.default, MODEL.help)
        sort = one_of(SORT.name, SORT.label, SORT.options, SORT.default, SORT.help)
        shortest, longest = in_columns(partial(number_box, SHORTEST), partial(number_box, LONGEST))
        n, seed = in_columns(n_box, seed_box)
    return More(model, sort, int(shortest), int(longest), int(n), seed)
