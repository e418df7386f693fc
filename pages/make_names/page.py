"""Make names: draw words that fit a wish from the chosen model, and see what a temperature does to them."""

from functools import partial

import streamlit as st

from analysis.recipes.pages import make_names_recipe
from analysis.settings import SMOOTHING, TEMPERATURE
from analysis.views.slider import SMOOTHING_SCALE, TEMPERATURE_SCALE
from pages.components.cached import tables
from pages.components.controls.columns import in_columns
from pages.components.controls.words import start_box
from pages.components.folds import open_linked_folds
from pages.components.guess import hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import slider
from pages.components.live.sync.page_state import live_page
from pages.components.offer_download import offer_download
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.make_names.live import names_at_temperature
from pages.make_names.making import checked_wish, known_for_browser, made, probs_of
from pages.make_names.more_settings import more_settings
from pages.make_names.sections import guess_of_temperature, offer_names

MARKS = (0.0, 0.1, 1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6)  # of the smoothing: it has half of the width
t = texts(__file__)
words, vocab = list_at_hand(), tables().vocab
question = st.container()
(start,) = in_columns(partial(start_box, vocab), widths=[1, 2])
picture = st.container()
open_linked_folds(more="n model sort shortest longest seed new")
model, sort, shortest, longest, n, seed, new = more_settings()
wish = checked_wish(start, shortest, longest)
live = live_page("make_names", slider(TEMPERATURE, TEMPERATURE_SCALE), slider(SMOOTHING, SMOOTHING_SCALE, MARKS))
temperature, smoothing = live.values
if new and not words.has_words:
    offer_download(t("need"))
    new = False
with st.spinner(t("making")):
    found = made(model, smoothing, temperature, seed, n, wish, new, sort)
known = known_for_browser() if new else None
probs = probs_of(model, smoothing)
with question:
    guess_of_temperature(vocab, probs)
with picture:
    names_at_temperature(live, model, probs, temperature, found, seed=seed, n=n, wish=wish, known=known, sort=sort)
offer_names(found.words)
rest_of_page()
with hidden_until_guessed("notice"):
    what_to_notice(t("notice"))
run_this_yourself(
    make_names_recipe(
        words,
        model=model,
        smoothing=smoothing,
        temperature=temperature,
        seed=seed,
        n=n,
        start=start,
        new=new,
        shortest=wish.shortest,
        longest=wish.longest,
        sort=sort,
    )
)
