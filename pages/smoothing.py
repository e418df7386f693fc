"""What do fake counts do to the model?"""

import math

import streamlit as st

from analysis.counts.smoothing import row_entropy, smoothed_probs, smoothing_effect
from analysis.recipes.smoothing import smoothing_recipe
from analysis.views.tables import entropy_frame, table_frame
from analysis.words.vocabulary import labels
from pages.components.controls.choices import row_choice
from pages.components.controls.numbers import seed_box, smoothing_box
from pages.components.lesson import on_demand, question, run_this_yourself
from pages.components.live.table import Number, live_table
from pages.components.sources import curves, sampled, stream_uniforms, tables, uniforms

SHOWN, LECTURE = 8, 5  # names beside the live table, names of the lecture's stream
UNIT = "nats per character"
NUMBERS = [
    Number(
        "nll",
        "nll, all names",
        UNIT,
        4,
        "Mean negative log-likelihood: how surprised the model is by the next character of a name. Lower is better.",
    ),
    Number("train_nll", "nll, train names", UNIT, 4, "Counted on 80 % of the names, and scored on the same."),
    Number(
        "dev_nll",
        "nll, dev names",
        UNIT,
        4,
        "Counted on 80 % of the names, scored on 10 % it has not seen. Infinite (∞) where a pair was never counted.",
    ),
    Number(
        "perplexity",
        "Perplexity",
        "characters",
        3,
        "exp(nll): as if the model hesitated between so many equally likely characters.",
    ),
    Number(
        "entropy",
        "Entropy of a row",
        "nats, mean",
        4,
        f"How undecided a row is, on average over the rows: 0 is certain, ln 27 = {math.log(27):.4f} is chance.",
    ),
]

names = tables()
question(
    "What do fake counts do?",
    "Before each row of counts becomes probabilities, the same number of **fake counts** is added to every cell. "
    "A few take the zeros away, so that no name is impossible; many **flatten** every row towards chance. **Drag.**",
)
picture, controls = st.container(), st.columns(3)
with controls[0]:
    smoothing = smoothing_box()
with controls[1]:
    row = row_choice(names.vocab)
with controls[2]:
    seed = seed_box()
with picture:
    live_table(
        names,
        smoothing_effect(names, smoothing),
        uniforms(seed, SHOWN),
        shown=NUMBERS,
        stream=stream_uniforms(seed, len(names.vocab)),
        names=sampled("lecture", smoothing, seed, LECTURE),
        curves=curves(),
    )
table = on_demand("The numbers as a table", "table", ":material/table:")
if table.open:
    with table:
        characters, probs = labels(names.vocab), smoothed_probs(names.all, smoothing)
        entropy = entropy_frame(characters, row_entropy(probs)).set_index("previous")
        st.caption("P(next | previous), and the entropy of each row in nats.")
        st.dataframe(table_frame(characters, probs).join(entropy).style.format("{:.6f}"))
run_this_yourself(smoothing_recipe(smoothing, row, seed, LECTURE, SHOWN))
