"""Likelihood: words letter by letter, the steps to one number, why counting is the best, and the whole list."""

import streamlit as st

from analysis.counts.likelihood import mean_nll, perplexity, score_word
from analysis.counts.likelihood.scaled_count import scale_count
from analysis.counts.likelihood.steps import steps_of
from analysis.counts.smoothing import smoothed_probs
from analysis.recipes.pages import likelihood_recipe
from analysis.settings import NUDGE, SMOOTHING
from analysis.views.captions import letters_facts
from analysis.views.slider import NUDGE_SCALE, SMOOTHING_SCALE
from pages.components.cached import first_word, tables
from pages.components.folds import fold, open_linked_folds
from pages.components.guess import guess_number
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import following, row, slider, words
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.likelihood.letters import word_letters
from pages.likelihood.scaled_count import scaled_cell
from pages.likelihood.sections import (
    nudges,
    numbers_table,
    slope_in_words,
    squares_or_logarithm,
    steps_to_one_number,
    sums,
)
from pages.likelihood.whole_list import of_each_word, whole_list

t = texts(__file__)

names = tables()
open_linked_folds(best="row next nudge")
live = live_page(
    "likelihood",
    words(names.vocab, first_word()),
    slider(SMOOTHING, SMOOTHING_SCALE),
    row(names.vocab),
    following(names.vocab, int(names.all[0].argmax())),
    slider(NUDGE, NUDGE_SCALE),
)
typed, smoothing, previous, after, nudge = live.values
probs = smoothed_probs(names.all, smoothing)
scores = [score_word(word, names.vocab, probs) for word in typed]
steps, of_all = steps_of(scores), mean_nll(names.all, probs)
counted = mean_nll(names.all, smoothed_probs(names.all, 0))  # whatever smoothing came along from another page
why = t("guess.why", nll=counted)
within = len(names.vocab) / 15
guess_number(t("guess.ask"), perplexity(counted), within=within, unit=t("guess.unit"), why=why, digits=1, low=1)
caption = letters_facts(names.all, names.vocab, smoothing, scores)
word_letters(live, names, steps, of_all, caption, shown=sums(), presets=t("lecture.presets"))
rest_of_page()

if (place := fold("steps", t("steps.title"))).open:
    with place:
        first = [score_word(word, names.vocab, probs) for word in list_at_hand().summary.first]
        steps_to_one_number(scores, steps, first)
        of_each_word(scores, smoothing)
        whole_list(int(names.all.sum()), of_all, smoothing)
if (place := fold("best", t("best.title"))).open:
    with place:
        i, j = names.vocab.id_of(previous), names.vocab.id_of(after)
        nudged = scale_count(names.all, i, j, nudge) if names.all[i].any() else None
        st.markdown(t("best.text"))
        scaled_cell(live, names, nudged, shown=nudges())
        if nudged is not None:
            slope_in_words(nudged, previous, after, int(names.all.sum()))
if (place := fold("squares", t("squares.title"))).open:
    with place:
        squares_or_logarithm()
what_to_notice(t("notice"))
numbers_table(scores, names.vocab)
run_this_yourself(likelihood_recipe(list_at_hand(), list(typed), smoothing, previous, after, nudge))
