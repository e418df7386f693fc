"""What is in the list?"""

import streamlit as st

from analysis.counts.bigrams.dictionary import dictionary_of
from analysis.recipes.pages import words_recipe
from analysis.settings import CORPUS
from pages.components.cached import first_word
from pages.components.controls.words import word_box
from pages.components.guess import guess_choice
from pages.components.list_at_hand import list_at_hand
from pages.components.page_frame import run_this_yourself
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.words.dictionary import step_by_step, whole_dictionary
from pages.words.sections import alphabet, lengths_table, pairs_of_word, size_and_lengths, what_it_tells

t = texts(__file__)
words = list_at_hand()
vocab, dictionary = words.tables.vocab, dictionary_of(words.tables.all, words.tables.vocab)
if words.key == CORPUS.default:  # it asks about one of the lecture's names
    guess_choice(t("guess.ask"), t("guess.answers"), "9")
size_and_lengths(words)
rest_of_page()
alphabet(vocab)

st.header(t("pairs.title"))
with st.columns(3)[0]:
    word = word_box(vocab, first_word())
pairs_of_word(word)
what_it_tells(word, dictionary)

step = step_by_step(words.summary.first, word)
search, order = whole_dictionary(dictionary)
st.markdown(t("notice", pairs=len(dictionary), ends=t("lecture.ends")))
lengths_table(words.lengths)
run_this_yourself(words_recipe(words, word, search, order, step))
