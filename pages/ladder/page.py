"""What comes after counting?"""

import math

import streamlit as st

from analysis.recipes.pages import ladder_recipe
from analysis.settings import CORPUS
from pages.components.folds import fold
from pages.components.guess import guess_number, hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import beginning, seed
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.ladder.cached import SHOWN, all_rungs, bigram_nll, lecture_list
from pages.ladder.live import next_letters
from pages.ladder.sections import (
    names_of_each,
    needs_words,
    numbers_table,
    points_of_letters,
    rungs_picture,
    transformer_looks,
)

t = texts(__file__)
words = lecture_list()
if list_at_hand().key != CORPUS.default:
    st.info(t("of_lecture"))
rungs = all_rungs(words.has_words)
chance = math.log(len(words.tables.vocab))
transformer = next(rung for rung in rungs if rung.name == "transformer")
guess_number(
    t("guess.ask", bigram=bigram_nll(), chance=chance),
    transformer.dev_nll,
    within=0.1,
    unit=t("guess.unit"),
    why=t("guess.why", numbers=transformer.numbers),
)
live = live_page("ladder", beginning(words.tables.vocab, "emm"), seed())
typed, start = live.values
next_letters(live, words.has_words)
needs_words(words.has_words)
rest_of_page()
st.header(t("names.title"))
names_of_each(start, words.has_words)
if (place := fold("rungs", t("rungs.title"))).open:
    with place, hidden_until_guessed("rungs", told=True):
        rungs_picture(rungs)
if (place := fold("letters", t("letters.title"))).open:
    with place:
        points_of_letters()
if (place := fold("looks", t("looks.title"))).open:
    with place:
        transformer_looks(typed)
with hidden_until_guessed("notice"):
    what_to_notice(t("notice"))
numbers_table(rungs)
run_this_yourself(ladder_recipe(typed, start, SHOWN), lines=t("recipe"))
