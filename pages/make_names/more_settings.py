"""More settings of Make names, in a fold. While it is closed and all of them are the defaults, its boxes are not made:
Streamlit needs a tenth of a second for six boxes, also where nobody sees them.
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


DEFAULTS = More(*(one.default for one in (MODEL, SORT, SHORTEST, LONGEST, N.on_page, SEED)))


def more_settings() -> More:
    """Show the fold, and read what is set in it."""
    place = lazy_expander(t("more"), "more", ":material/tune:")
    state, address = st.session_state, st.query_params
    set_here = (str(state.get(key, address.get(key, default))) for key, default in DEFAULTS._asdict().items())
    if not place.open and [*set_here] == [str(one) for one in DEFAULTS]:
        return DEFAULTS
    with place:
        model = one_of(MODEL.name, MODEL.label, MODEL.options, MODEL.default, MODEL.help)
        sort = one_of(SORT.name, SORT.label, SORT.options, SORT.default, SORT.help)
        shortest, longest = in_columns(partial(number_box, SHORTEST), partial(number_box, LONGEST))
        n, seed = in_columns(n_box, seed_box)
    return More(model, sort, int(shortest), int(longest), int(n), seed)
