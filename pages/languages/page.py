"""Can two letters tell a language?"""

import streamlit as st

from analysis.models.languages.classify import score_word_by_list
from analysis.recipes.pages import languages_recipe
from pages.components.folds import fold, open_linked_folds
from pages.components.guess import hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.languages.controls import chosen_lists, list_boxes, more_settings, name_box
from pages.languages.lists import lists_by_script, models_of
from pages.languages.sections import all_distances, guess_of_accuracy, held_out_names, numbers_table
from pages.languages.two_lists import two_lists
from pages.languages.word import likeliest_lists, not_compared, pairs_that_decide

t = texts(__file__)
open_linked_folds(more="script smoothing", pair="first_list second_list")
question, place_of_name = st.container(), st.container()
script, smoothing = more_settings()
lists = lists_by_script()[script]
with question:
    guess_of_accuracy(script, smoothing)
models = models_of(script, smoothing, "all")
with place_of_name:
    word = name_box(script, models.vocab)
scores = score_word_by_list(models, word)
likeliest_lists(scores, lists)
not_compared(lists, script)
rest_of_page()
pairs_that_decide(scores, lists)
first, second = chosen_lists(lists, script)
if (place := fold("pair", t("pair.title"))).open:
    with place:
        list_boxes(lists, first, second)
        two_lists(lists[first], lists[second])
if (place := fold("distances", t("distances.title"))).open:
    with place:
        all_distances(lists, script)
if (place := fold("held_out", t("test.title"))).open:
    with place, hidden_until_guessed("held_out", told=True):
        held_out_names(lists, script, smoothing)
with hidden_until_guessed("notice"):
    what_to_notice(t("notice"))
numbers_table(scores, lists, script)
run_this_yourself(languages_recipe(list_at_hand(), script, word, smoothing, first, second), t("recipe"))
