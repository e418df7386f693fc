"""How do counts become probabilities?"""

import streamlit as st

from analysis.recipes.pages import normalization_recipe
from pages.components.controls.choices import divisor_choice, table_size_choice
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import seed_box, smoothing_box
from pages.components.guess import guess_choice
from pages.components.list_at_hand import list_at_hand
from pages.components.live.sync.page_state import live_page
from pages.components.page_frame import numbers, run_this_yourself
from pages.components.teacher_link import rest_of_page
from pages.components.texts import texts
from pages.normalization.live import stretch
from pages.normalization.sections import (
    all_ways,
    divided,
    figures,
    first_row,
    notice,
    once_or_each_time,
    result_table,
    storage,
)
from pages.normalization.shapes import aligned, two_shapes

t = texts(__file__)
answers = t("guess.answers")
guess_choice(t("guess.ask"), {one["label"]: one["why"] for one in answers.values()}, right=answers["same_nll"]["label"])
divisor = divisor_choice()
size, smoothing, seed = in_columns(table_size_choice, smoothing_box, seed_box)
found = divided(size, smoothing)
one = found.compared[divisor]
aligned(one.shapes, f"P {one.shapes.first}", f"{one.division.divisor.code} {one.shapes.second}")
stretch(live_page("normalization"), found.vocab, found.table, one)
numbers(*figures(one))
rest_of_page()
first_row(found, divisor)

st.header(t("checks_title"))
all_ways(found, size, smoothing, seed)
notice(found)

st.header(t("shapes.title"))
first, second = two_shapes()

st.header(t("costs.title"))
once_or_each_time(found.table)

st.header(t("storage.title"))
storage(found.table)
result_table(found.vocab, one)
run_this_yourself(normalization_recipe(list_at_hand(), divisor, size, smoothing, seed, first, second))
