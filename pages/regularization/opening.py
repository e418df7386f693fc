"""What Regularization opens with: λ 0.01, the lecture's, and the fake counts that are nearest to it.

On other pages λ begins at 0 and the smoothing at 1.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace

import streamlit as st

from analysis.counts.smoothing import smoothed_probs
from analysis.counts.word_list import WordList
from analysis.net.distance import matching_lam, matching_smoothing
from analysis.net.optimum import optimum_probs
from analysis.settings import LAM, SMOOTHING
from analysis.views.slider import LAM_SCALE, SMOOTHING_SCALE
from pages.components.list_at_hand import cached_by_list
from pages.components.live.controls import Control, slider
from pages.components.live.sync.page_state import OPEN
from pages.components.streamlit_seams import history_query

LECTURES = 0.01  # the lecture's λ
MATCH = "match"  # the switch: moving one slider moves the other
ELSEWHERE = {LAM.name: LAM.on_page.default, SMOOTHING.name: SMOOTHING.on_page.default}


def pair_of_sliders() -> tuple[Control, Control]:
    """The sliders of λ and of the smoothing, with what this page opens with."""
    smoothing = replace(SMOOTHING, default_on_pages=nearest_smoothing(LECTURES))
    return slider(replace(LAM, default=LECTURES), LAM_SCALE), slider(smoothing, SMOOTHING_SCALE)


def match_what_came_along(page: str) -> None:
    """Call it before live_page. As the page opens, a λ of a link or of another page brings its smoothing, and back.

    What the other pages begin with has not come along. With Match off, the other is what it is there.
    """
    state, address = st.session_state, st.query_params
    if state.get(OPEN) == page or history_query() is not None:
        return
    came = {}
    for control in pair_of_sliders():
        name, given = control.name, address.get(control.name)
        in_session = state.pop(name, ELSEWHERE[name])
        with contextlib.suppress(ValueError):  # live_page says what is wrong
            if given is not None or float(in_session) != ELSEWHERE[name]:
                came[name] = state[name] = control.check(in_session if given is None else given)
    if len(came) == 1:
        (name,) = came
        other = SMOOTHING.name if name == LAM.name else LAM.name
        is_off = address.get(MATCH, str(state.get(MATCH, True))).lower() == "false"
        state[other] = ELSEWHERE[other] if is_off else NEAREST[name](came[name])


@cached_by_list(max_entries=200)
def nearest_smoothing(words: WordList, lam: float) -> float:
    """The smoothing nearest to the best net at a lambda, in five digits as the browser sets it."""
    counts = words.tables.all
    return float(f"{matching_smoothing(counts, optimum_probs(counts, lam)).smoothing:.5g}")


@cached_by_list(max_entries=200)
def nearest_lam(words: WordList, smoothing: float) -> float:
    """The lambda nearest to the counts at a smoothing, in three digits as the browser sets it."""
    counts = words.tables.all
    return float(f"{matching_lam(counts, smoothed_probs(counts, smoothing)).lam:.3g}")


NEAREST = {LAM.name: nearest_smoothing, SMOOTHING.name: nearest_lam}  # the other value, by the name of the one at hand
