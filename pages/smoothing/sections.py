"""The parts of Smoothing around the live table: which numbers it shows, and all its numbers as a table."""

import streamlit as st

from analysis.counts.smoothing import row_entropy, smoothed_probs
from analysis.counts.tables import Tables
from analysis.views.slider import SMOOTHING_SCALE
from analysis.views.tables import entropy_frame, table_frame
from analysis.words.vocabulary import labels
from pages.components.cached import curves
from pages.components.folds import table_expander
from pages.components.live.sync.live_view import Metric
from pages.components.page_frame import digits
from pages.components.texts import texts

t = texts(__file__)


def shown() -> list[Metric]:
    """The numbers in the picture."""
    return [
        Metric(name="nll", digits=4, **t("nll")),
        Metric(name="train_nll", digits=4, **t("train_nll")),
        Metric(name="dev_nll", digits=4, **t("dev_nll")),
        Metric(name="perplexity", digits=3, **t("perplexity")),
        Metric(name="entropy", digits=4, **t("entropy")),
    ]


def best_on_dev() -> tuple[float, float] | None:
    """The smoothing on the slider with the lowest nll on the dev words, and that nll; None without dev words."""
    dev = curves()["curves"].get("dev") if curves() else None
    if not dev:
        return None
    nll = min(value for value in dev if value is not None)
    return SMOOTHING_SCALE.at(dev.index(nll)), nll


def numbers_table(names: Tables, smoothing: float) -> None:
    """In an expander: every probability, and the entropy of each row."""
    place = table_expander()
    if place.open:
        with place:
            characters, probs = labels(names.vocab), smoothed_probs(names.all, smoothing)
            entropy = entropy_frame(characters, row_entropy(probs)).set_index("previous")
            st.caption(t("table.caption"))
            digits(table_frame(characters, probs).join(entropy), 6)
