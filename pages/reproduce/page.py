"""Does it reproduce?"""

import streamlit as st

from analysis.counts.word_list import load_list
from analysis.recipes.pages import figure_recipe
from analysis.settings import CORPUS
from pages.components.guess import guess_number, hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.offer_download import offer_download
from pages.components.page_frame import run_this_yourself, what_to_notice
from pages.components.teacher_link import picture_only, rest_of_page
from pages.components.texts import texts
from pages.reproduce.figure import one_figure, sources_key
from pages.reproduce.sections import (
    figure_choice,
    figure_of_link,
    figures_table,
    how_many_slips,
    part_choice,
    part_of,
    results,
    verdict_choice,
)

t = texts(__file__)
have_words = load_list().has_words
figures = results(have_words)
published, slips = how_many_slips(figures)
ask, unit, why = t("guess.ask", published=published), t("guess.unit"), t("guess.why")
guessed = guess_number(ask, slips, within=1, unit=unit, why=why, digits=0, tell=True)
if list_at_hand().key != CORPUS.default:
    st.info(t("of_lecture"))
if not have_words:
    offer_download(t("needs_names"))
with hidden_until_guessed("table", told=True):
    if guessed:
        verdict, part, table = verdict_choice(figures), part_choice(), st.container()
        chosen = figure_choice()
        with table:
            figures_table(part_of(figures, part, verdict), chosen)
            st.caption(t("signs") if picture_only() else f"{t('signs')} {t('where_from')}")
    else:
        chosen = figure_of_link()
rest_of_page()
result = next(result for result in figures if result.figure.key == chosen)
one_figure(result)
with hidden_until_guessed("notice"):
    what_to_notice(t("notice"))
sources_key()
run_this_yourself(figure_recipe(chosen), lines=t("recipe"))
