"""Does every published figure come out again?"""

import streamlit as st

from analysis.published.figures import AGREES, DIFFERS, NEEDS_WORDS, SLIP
from analysis.recipes.reproduce import figure_recipe
from pages.components.lesson import numbers, question, run_this_yourself
from pages.parts.reproduce import (
    figure_choice,
    figures_table,
    offer_the_words,
    one_figure,
    part_choice,
    results,
    words_are_here,
)

TITLES = {AGREES: "Agree", SLIP: "Wrong in the source", DIFFERS: "Differ", NEEDS_WORDS: "Need the names"}
MEANING = {
    AGREES: "To the last digit printed, or to the rounding of a source that worked in float32.",
    SLIP: "The source has a wrong number, and the note says which is right. Ours is the right one.",
    DIFFERS: "A figure that does not come out again. There should be none.",
    NEEDS_WORDS: "They need the names themselves, not just how often letters follow each other.",
}

question(
    "Does it reproduce?",
    "The lecture, and the notes people wrote about it, print many numbers and invented names. Run the same code on "
    "another machine and some come out differently, the names above all. Here each of them is **worked out again** "
    "and compared. **Click a row** to see all its values, who published it, and how to get it yourself.",
)
have_words = words_are_here()
if not have_words:
    offer_the_words()
figures = results(have_words)
counted = {verdict: sum(result.verdict == verdict for result in figures) for verdict in MEANING}
numbers(
    ("Figures", str(len(figures)), "", "Numbers, lists of numbers and lists of names."),
    *((TITLES[verdict], str(n), "", MEANING[verdict]) for verdict, n in counted.items() if n or verdict == DIFFERS),
)
table = st.container()
chosen = figure_choice()
with table:
    part = part_choice()
    figures_table([result for result in figures if part in (None, result.figure.part)], chosen)
result = next(result for result in figures if result.figure.key == chosen)
one_figure(result)
run_this_yourself(figure_recipe(chosen), lines="Or in Python, in the same folder:")
