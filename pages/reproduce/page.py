"""Does it reproduce?"""

import streamlit as st

from analysis.counts.word_list import load_list
from analysis.recipes.pages import figure_recipe
from analysis.settings import CORPUS
from pages.components.list_at_hand import list_at_hand
from pages.components.offer_download import offer_download
from pages.components.page_frame import run_this_yourself
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.reproduce.figure import one_figure, sources_key
from pages.reproduce.sections import figure_choice, figures_table, part_choice, part_of, results, verdict_counts

t = texts(__file__)
if list_at_hand().key != CORPUS.default:
    st.info(t("of_lecture"))
have_words = load_list().has_words
if not have_words:
    offer_download(t("needs_names"))
figures = results(have_words)
verdict_counts(figures)
table = st.container()
chosen = figure_choice()
with table:
    part = part_choice()
    figures_table(part_of(figures, part), chosen)
    sources_key()
rest_of_page()
result = next(result for result in figures if result.figure.key == chosen)
one_figure(result)
run_this_yourself(figure_recipe(chosen), lines=t("recipe"))
