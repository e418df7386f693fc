"""What Smoothing shows beyond the live table: which numbers stand beside it, and all its numbers as a table."""

import math

import streamlit as st

from analysis.counts.smoothing import row_entropy, smoothed_probs
from analysis.counts.tables import Tables
from analysis.views.tables import entropy_frame, table_frame
from analysis.words.vocabulary import labels
from pages.components.live.metrics import Metric
from pages.components.page_frame import digits, lazy_expander

UNIT = "nats per character"
NUMBERS = [
    Metric(
        "nll",
        "nll, all names",
        UNIT,
        4,
        "Mean negative log-likelihood: how surprised the model is by the next character of a name. Lower is better.",
    ),
    Metric("train_nll", "nll, train names", UNIT, 4, "Counted on 80 % of the names, and scored on the same."),
    Metric(
        "dev_nll",
        "nll, dev names",
        UNIT,
        4,
        "Counted on 80 % of the names, scored on 10 % it has not seen. Infinite (∞) where a pair was never counted.",
    ),
    Metric(
        "perplexity",
        "Perplexity",
        "characters",
        3,
        "exp(nll): as if the model hesitated between so many equally likely characters.",
    ),
    Metric(
        "entropy",
        "Entropy of a row",
        "nats, mean",
        4,
        f"How undecided a row is, on average over the rows: 0 is certain, ln 27 = {math.log(27):.4f} is chance.",
    ),
]


def numbers_table(names: Tables, smoothing: float) -> None:
    """On demand: every probability, and the entropy of each row."""
    place = lazy_expander("The numbers as a table", "table", ":material/table:")
    if place.open:
        with place:
            characters, probs = labels(names.vocab), smoothed_probs(names.all, smoothing)
            entropy = entropy_frame(characters, row_entropy(probs)).set_index("previous")
            st.caption("P(next | previous), and the entropy of each row in nats.")
            digits(table_frame(characters, probs).join(entropy), 6)
