"""What do fake counts do to the model?"""

import math

import streamlit as st

from analysis.charts import entropy_bars, heatmap, nll_curves, palette, row_bars
from analysis.frames import cells_frame, curve_frame, entropy_frame, labels, visible
from analysis.generators import open_stream
from analysis.likelihood import mean_nll, perplexity
from analysis.recipes import smoothing_recipe
from analysis.sampling import sample_words
from analysis.smoothing import STOPS, row_entropy, smoothed_probs, sweep_nll
from pages.components.controls import pick_row, row_choice, seed_box, smoothing_slider
from pages.components.data import tables
from pages.components.lesson import question, run_this_yourself, wide_table

NAMES = 5
NLL_HELP = "Mean negative log-likelihood: how surprised the model is by the next character of a name. Lower is better."
DEV_HELP = "Counted on 80 % of the names, scored on 10 % it has not seen. Infinite where a pair was never counted."
PERPLEXITY_HELP = "exp(nll): as if the model hesitated between so many equally likely characters."

names = tables("names")
size = len(names.vocab)
question(
    "What do fake counts do?",
    "Before each row of counts becomes probabilities, the same number of **fake counts** is added to every cell. "
    "A few take the zeros away, so that no name is impossible; many **flatten** every row towards chance.",
)
smoothing = smoothing_slider()
probs = smoothed_probs(names.all, smoothing)
entropy = row_entropy(probs)
nll = mean_nll(names.all, probs)
dev_nll = mean_nll(names.dev, smoothed_probs(names.train, smoothing))

columns = st.columns(4)
columns[0].metric("nll, all names (nats per character)", f"{nll:.4f}", help=NLL_HELP)
columns[1].metric("nll, dev names (nats per character)", f"{dev_nll:.4f}", help=DEV_HELP)
columns[2].metric("Perplexity, all names (characters)", f"{perplexity(nll):.3f}", help=PERPLEXITY_HELP)
columns[3].metric("Mean row entropy (nats)", f"{entropy.mean():.4f}", help=f"0 is certain, ln {size} is uniform.")

characters = labels(names.vocab)
left, right = st.columns([2.3, 1], gap="medium")
with right:
    row = row_choice(names.vocab)
    cells = cells_frame(characters, names.all, probs, visible(row))
    st.vega_lite_chart(
        cells[cells["chosen"]], row_bars(characters, 1 / size), height=560, alt=f"Probabilities after {row}."
    )
    seed = seed_box()
    drawn = sample_words(probs, names.vocab, NAMES, open_stream("lecture", seed))
    st.markdown("**Names drawn from this model**  \n" + " · ".join(word or "(empty)" for word in drawn))
with left, wide_table("square"):
    st.vega_lite_chart(
        cells,
        heatmap(characters, "prob", 1.0, palette(st.context.theme.type), in_cells=["pair", "prob"]),
        key="probs",
        height=760,
        on_select=lambda: pick_row("probs", names.vocab),
        alt="Table of probabilities, previous character down, next character across.",
    )

train = sweep_nll(names.train, STOPS).nll
dev = sweep_nll(names.train, STOPS, names.dev).nll
curves = curve_frame(STOPS, train=train, dev=dev)
left, right = st.columns(2, gap="medium")
with left:
    st.markdown("**nll at every smoothing**, counted on the train names")
    st.vega_lite_chart(
        curves.assign(now=curves["smoothing"] == smoothing), nll_curves(2.4, 3.4), alt="nll over smoothing."
    )
with right:
    st.markdown(f"**Entropy of every row**; dashed: ln {size}, chance")
    st.vega_lite_chart(
        entropy_frame(characters, entropy), entropy_bars(characters, math.log(size)), alt="Entropy of each row."
    )
run_this_yourself(smoothing_recipe(smoothing, row, seed, NAMES))
