"""How good is a model, in one number?"""

import streamlit as st

from analysis.counts.likelihood import mean_nll, perplexity, score_word
from analysis.counts.likelihood.scaled_count import scale_count
from analysis.counts.likelihood.steps import steps_of
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import load_summary
from analysis.recipes.likelihood import likelihood_recipe
from analysis.settings import CORPUS, NUDGE, SMOOTHING
from analysis.views.slider import NUDGE_SCALE, SMOOTHING_SCALE
from pages.components.cached import tables
from pages.components.guess import guess_number
from pages.components.live.controls import following, row, slider, words
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself
from pages.components.texts import texts
from pages.likelihood.letters import word_letters
from pages.likelihood.scaled_count import nudged_cell
from pages.likelihood.sections import (
    BEST,
    GUESS,
    NOTICE,
    NUDGES,
    SUMS,
    WHY,
    numbers_table,
    slope_in_words,
    steps_to_one_number,
)
from pages.likelihood.whole_list import of_each_word, whole_list

t = texts(__file__)

names = tables()
live = live_page(
    "likelihood",
    words(names.vocab),
    slider(SMOOTHING, SMOOTHING_SCALE),
    row(names.vocab),
    following(names.vocab),
    slider(NUDGE, NUDGE_SCALE),
)
typed, smoothing, previous, after, nudge = live.values
probs = smoothed_probs(names.all, smoothing)
scores = [score_word(word, names.vocab, probs) for word in typed]
steps, of_all = steps_of(scores), mean_nll(names.all, probs)
guess_number(GUESS, of_all, within=0.15, unit="nats", why=WHY.format(perplexity=perplexity(of_all)))
word_letters(live, names, steps, of_all, shown=SUMS, presets=t("lecture.presets"))
first = [score_word(word, names.vocab, probs) for word in load_summary(CORPUS.default).first]
steps_to_one_number(scores, steps, first)
of_each_word(scores, smoothing)
st.markdown(NOTICE)

st.header("Why counting is already the best")
st.markdown(BEST)
nudged = scale_count(names.all, names.vocab.id_of(previous), names.vocab.id_of(after), nudge)
slope_in_words(nudged, previous, after, int(names.all.sum()))
nudged_cell(live, names, nudged, shown=NUDGES)

st.header("The whole list, and a sum that becomes inexact")
whole_list(int(names.all.sum()), of_all, smoothing)
numbers_table(scores, names.vocab)
run_this_yourself(likelihood_recipe(list(typed), smoothing, previous, after, nudge))
