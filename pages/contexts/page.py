"""How far does counting go?"""

import streamlit as st

from analysis.counts.word_list import WordList
from analysis.recipes.pages import contexts_recipe
from analysis.views.captions import percent
from analysis.views.context_captions import best_length
from pages.components.cached import first_word
from pages.components.folds import fold
from pages.components.guess import guess_number, hidden_until_guessed, nothing_to_guess
from pages.components.list_at_hand import list_at_hand
from pages.components.live.controls import beginning, seed
from pages.components.live.sync.page_state import live_page
from pages.components.offer_download import offer_download
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.contexts.cached import SHOWN, lengths, longest_context, models
from pages.contexts.live import contexts_picture
from pages.contexts.sections import cells_of_each, exercises, further, letters_slider, numbers_table

t = texts(__file__)


def counted(words: WordList) -> None:
    """The page of a list whose words are here."""
    known, vocab = lengths(), words.tables.vocab
    live = live_page("contexts", letters_slider(longest_context(words)), beginning(vocab, first_word()[:3]), seed())
    k, typed, start = live.values
    best = best_length(known)
    if best is not None:
        nll = known[best].kneser_ney["dev"]
        guess_number(t("guess.ask"), best, within=0.5, unit=t("guess.unit"), why=t("guess.why", nll=nll), digits=0)
    else:
        nothing_to_guess()
    contexts_picture(live, known, vocab)
    rest_of_page()
    if (place := fold("cells", t("cells.title"))).open:
        with place:
            cells_of_each()
    if best is not None and (place := fold("exercises", t("exercises.title"))).open:
        with place, hidden_until_guessed("exercises", told=True):
            exercises(known)
    if best is not None and (place := fold("further", t("further.title"))).open:
        with place, hidden_until_guessed("further", told=True):
            further()
    with hidden_until_guessed("notice"):
        what_to_notice(t("notice", most=len(known) - 1, by_heart=percent(models().by_heart[-1], 0)))
    numbers_table(known)
    run_this_yourself(contexts_recipe(words, int(k), known[int(k)].smoothing or 0.0, typed, start, SHOWN))


words = list_at_hand()
if words.has_words and words.tables.train.any():
    counted(words)
else:
    nothing_to_guess()
    if words.has_words:
        st.info(t("too_short"))
    else:
        offer_download(t("need"))
