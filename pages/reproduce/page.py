"""Does it reproduce?

The lecture, and the notes people wrote about it, print many numbers and invented names. Run the same code on another
machine and some come out differently, the names above all. Here each of them is **worked out again** and compared;
values that only we have worked out stand apart. **Click a row** to see all its values, who published it, and how to
get it yourself.
"""

import streamlit as st

from analysis.published.results import AGREES, DIFFERS, FITTED, NEEDS_WORDS, SLIP
from analysis.published.wording import count_verdicts
from analysis.recipes.reproduce import figure_recipe
from pages.components.cached import words_are_here
from pages.components.offer_download import offer_download
from pages.components.page_frame import numbers, run_this_yourself
from pages.reproduce.figure import one_figure, sources_key
from pages.reproduce.sections import (
    figure_choice,
    figures_table,
    part_choice,
    part_of,
    results,
)

MEANING = {
    AGREES: ("Agree", "To the last digit printed, or to the rounding of a source that worked in float32."),
    FITTED: ("Fitted", "A setting is not told, so the one that comes nearest is taken. That proves nothing."),
    SLIP: (
        "Wrong in the source",
        "The source has a wrong number; the note says which is right. Ours is the right one.",
    ),
    DIFFERS: ("Differ", "Figures that do not come out again. There should be none."),
    NEEDS_WORDS: ("Need the names", "They need the names themselves, not just how often letters follow each other."),
}

have_words = words_are_here()
if not have_words:
    offer_download("Some figures need")
figures = results(have_words)
published, own = (count_verdicts(figures, own=own) for own in (False, True))
numbers(
    (
        "Published by others",
        str(sum(published.values())),
        "",
        "Numbers, lists of numbers and lists of names that the lecture or a write-up prints.",
    ),
    *(
        (title, str(published.get(verdict, 0)), "", meaning)
        for verdict, (title, meaning) in MEANING.items()
        if verdict in published or verdict == DIFFERS
    ),
    (
        "Our own values, apart",
        str(sum(own.values())),
        "",
        "Worked out here, and published by nobody else: reference values, so that others can check theirs.",
    ),
)
table = st.container()
chosen = figure_choice()
with table:
    part = part_choice()
    figures_table(part_of(figures, part), chosen)
    sources_key()
result = next(result for result in figures if result.figure.key == chosen)
one_figure(result)
run_this_yourself(figure_recipe(chosen), lines="Or in Python, in the same folder:")
