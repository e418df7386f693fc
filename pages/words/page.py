"""What is in the list? Its pairs, counted in a dictionary step by step; and, folded, its lengths and all its pairs."""

from dataclasses import replace

from analysis.counts.bigrams.dictionary import count_steps, first_and
from analysis.recipes.pages import words_recipe
from analysis.settings import STEP
from pages.components.cached import first_word
from pages.components.folds import open_linked_folds
from pages.components.guess import hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import number
from pages.components.live.controls import words as word_control
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.words.dictionary import the_loop, whole_dictionary
from pages.words.live import counting
from pages.words.sections import examples, first_words, guess_examples, lengths_and_alphabet, lengths_table

t = texts(__file__)
words = list_at_hand()
open_linked_folds(examples="word", dictionary="search order")
at_first = len(list(count_steps(first_and(words.summary.first, first_word()))))
step_box = number(replace(STEP, default=min(STEP.default, at_first)))  # a short list has fewer pairs
live = live_page("words", word_control(words.tables.vocab, first_word(), most=1), step_box)
(word, *_), step = live.values
steps = list(count_steps(first_and(words.summary.first, word)))
guess_examples(words, first_word())
counting(live, steps, step)
rest_of_page()
first_words(words.summary.first)
the_loop(words.summary.first, word)
lengths_and_alphabet(words)
examples(word, words.tables)
search, order = whole_dictionary(words.tables)
with hidden_until_guessed("notice"):
    what_to_notice(t("notice", ends=t("lecture.ends")))
lengths_table(words.lengths)
run_this_yourself(words_recipe(words, word, search, order, min(step, len(steps))))
