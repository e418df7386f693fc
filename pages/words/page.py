"""What is in the list?

All that the model will ever know comes out of one file, **names.txt**: a name a line, small letters only. Before
anything is learned, look at it, and at the many small examples that each name holds.
"""

import streamlit as st

from analysis.counts.baselines.lengths import load_lengths
from analysis.counts.bigrams.dictionary import dictionary_of
from analysis.counts.tables import load_summary
from analysis.recipes.words import words_recipe
from analysis.settings import CORPUS
from pages.components.cached import tables
from pages.components.controls.words import word_box
from pages.components.guess import guess_choice
from pages.components.page_frame import run_this_yourself
from pages.words.dictionary import step_by_step, whole_dictionary
from pages.words.sections import (
    ANSWERS,
    GUESS,
    alphabet,
    lengths_table,
    pairs_of_word,
    size_and_lengths,
    what_it_tells,
)

known, summary, lengths = tables(), load_summary(CORPUS.default), load_lengths(CORPUS.default)
dictionary = dictionary_of(known.all, known.vocab)
guess_choice(GUESS, ANSWERS, "9")
size_and_lengths(summary, lengths)

st.header("The alphabet, with ids")
alphabet(known.vocab)

st.header("The pairs of a word")
with st.columns(3)[0]:
    word = word_box(known.vocab)
pairs_of_word(word)
what_it_tells(word, dictionary)

st.header("Counting in a dictionary, step by step")
step = step_by_step(summary.first, word)

st.header("The whole dictionary")
search, order = whole_dictionary(dictionary)
st.markdown(
    "**What to notice**\n"
    "- More names end in n or a than begin with any one letter; the ends are pairs like all others.\n"
    "- Of 28 × 28 pairs 627 ever occur, some of them once. What never occurs, the counted model calls impossible.\n"
    "- A dictionary is slow to ask for “all that follows e”. So the lecture goes on to a [table](bigrams) of the same "
    "counts."
)
lengths_table(lengths)
run_this_yourself(
    words_recipe(word, search, order, step), lines="Or in Python, with the lecture's names.txt beside it:"
)
