"""How good is a model, in one number?

A good model is not surprised by real names: it gives each of their letters a high probability. **Type words**, and
see what the counted table gives each letter; then **drag the smoothing** and watch the number that sums up.
"""

import streamlit as st

from analysis.counts.likelihood import mean_nll, perplexity, score_word
from analysis.counts.likelihood.scaled_count import scale_count
from analysis.counts.likelihood.steps import steps_of
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import load_summary
from analysis.recipes.likelihood import likelihood_recipe
from analysis.settings import CORPUS
from pages.components.cached import tables
from pages.components.controls.choices import next_choice, row_choice
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import nudge_box, smoothing_box
from pages.components.controls.words import words_box
from pages.components.guess import guess_number
from pages.components.page_frame import run_this_yourself
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
    presets,
    slope_in_words,
    steps_to_one_number,
)
from pages.likelihood.whole_list import of_each_word, whole_list

names = tables()
guessing = st.container()
words, smoothing = in_columns(lambda: words_box(names.vocab), smoothing_box, widths=[2, 1, 1])
probs = smoothed_probs(names.all, smoothing)
scores = [score_word(word, names.vocab, probs) for word in words]
steps, of_all, picture = steps_of(scores), mean_nll(names.all, probs), st.container()
with guessing:
    guess_number(GUESS, of_all, within=0.15, unit="nats", why=WHY.format(perplexity=perplexity(of_all)))
presets()
first = [score_word(word, names.vocab, probs) for word in load_summary(CORPUS.default).first]
steps_to_one_number(scores, steps, first)
of_each_word(scores, smoothing)
st.markdown(NOTICE)

st.header("Why counting is already the best")
st.markdown(BEST)
formula, nudging = st.container(), st.container()
row, following, nudge = in_columns(lambda: row_choice(names.vocab), lambda: next_choice(names.vocab), nudge_box)
with picture:
    word_letters(names, words, steps, of_all, shown=SUMS)
nudged = scale_count(names.all, names.vocab.id_of(row), names.vocab.id_of(following), nudge)
with nudging:
    nudged_cell(names, row, nudged, shown=NUDGES)
with formula:
    slope_in_words(nudged, row, following, int(names.all.sum()))

st.header("The whole list, and a sum that drifts")
whole_list(int(names.all.sum()), of_all, smoothing)
numbers_table(scores, names.vocab)
run_this_yourself(likelihood_recipe(words, smoothing, row, following, nudge))
