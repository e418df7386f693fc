"""Is a bigram any good?

A bigram's names look odd: mor, axx, minaymoryles. Is it bad then? Only a comparison tells. Here it stands beside two
models that know less, called **baselines**: one that finds every character equally likely, and one that knows how
frequent each is. Each is scored by its **nll**, its mean surprise at the letters of the real names.
"""

import streamlit as st

from analysis.recipes.baselines import baselines_recipe
from pages.baselines.contexts import longer_contexts
from pages.baselines.sections import (
    GUESS,
    NLL,
    WHY,
    lengths_and_shares,
    measured,
    names_of_each,
    numbers_table,
)
from pages.components.cached import words_are_here
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import n_box, seed_box, smoothing_box
from pages.components.guess import guess_number
from pages.components.page_frame import numbers, run_this_yourself

smoothing, seed, n = in_columns(smoothing_box, seed_box, n_box)
known = measured(smoothing, words_are_here())
guess_number(GUESS, known.models[1].nll, within=0.1, unit="nats", why=WHY)
numbers(
    *(
        (one.name.capitalize(), f"{one.nll:.4f}", f"nats per character, perplexity {one.perplexity:.2f}", NLL[one.name])
        for one in known.models
    )
)
st.caption(
    "Lower is better. **Perplexity**: between how many equally likely characters the model in effect hesitates. "
    "Without smoothing the bigram comes to 2.4540, and no table of pairs can come lower on these names."
)
names_of_each(known.models, seed, n)
st.caption("Names of each, drawn from the same random numbers in the lecture's way.")

st.header("What can a bigram not do?")
lengths_and_shares(known)

st.header("Why not count longer contexts?")
longer_contexts()
numbers_table(known)
run_this_yourself(baselines_recipe(smoothing, seed, n))
