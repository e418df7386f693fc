"""A page of its own for the tests: a live part over other lists of words, `?list=3`, `120`, `one` or `spaces`.

It is the live table, or with `?show=training` the net.
"""

import streamlit as st

from analysis.counts.smoothing import smoothing_effect
from analysis.counts.tables import Tables, count_tables
from analysis.net.forward import initial_weights
from analysis.net.run_summary import summarize_run
from analysis.net.training import train
from analysis.views.slider import SMOOTHING_SCALE, nll_curves
from pages.components.cached import stream_uniforms, uniforms
from pages.components.controls.choices import row_choice
from pages.components.controls.numbers import epochs_box, lam_box, learning_rate_box, seed_box, smoothing_box
from pages.components.live.metrics import Metric
from pages.components.live.probability_table import live_table
from pages.components.live.runs import Start
from pages.components.page_frame import question
from pages.training.live import training
from pages.training.sections import NUMBERS

THAI = [chr(0x0E01 + i) for i in range(46)] + [chr(0x0B85 + i) for i in (0, 1, 2, 3, 4, 5, 9, 10, 11, 13, 14, 15, 16)]
MANY = [*THAI, *(chr(0x0391 + i) for i in range(17)), *(chr(0x0410 + i) for i in range(43))]
LISTS = {
    "3": ["ab", "ba", "a", "bb", "aab", "abba", "b", "ba", "ab", "aa"],
    "120": ["".join(MANY[i : i + 7]) for i in range(len(MANY))] * 3,
    "one": ["ava"],
    "spaces": ["a b", "b a", "a\u0301x b", "x", "b", "ab", "a", "xa", "x b", "b x"],
}


def show() -> None:
    """The page."""
    tables = count_tables(LISTS[st.query_params.get("list", "3")])
    question("Another alphabet", "")
    row_choice(tables.vocab)
    if st.query_params.get("show") == "training":
        show_training(tables)
    else:
        show_table(tables)
    st.expander("End")


def show_table(tables: Tables) -> None:
    """The live table of the list."""
    box = smoothing_box()
    live_table(
        tables,
        smoothing_effect(tables, box),
        uniforms(1, 4),
        shown=[Metric("nll", "nll", "nats", 4, "")],
        curves=nll_curves(tables, SMOOTHING_SCALE),
    )


def show_training(tables: Tables) -> None:
    """The net, trained on the list."""
    settings = {"epochs": epochs_box(), "learning_rate": learning_rate_box(), "lam": lam_box()}
    seed, size = seed_box(), len(tables.vocab)
    first = initial_weights("randn", size, seed)
    training(
        tables.vocab,
        tables.all,
        Start("randn", seed, first),
        settings,
        summarize_run(train(tables.all, first, **settings)),
        names=[],
        own_rows=uniforms(1, 4),
        stream=stream_uniforms(1, size),
        shown=NUMBERS,
    )


if __name__ == "__main__":  # as Streamlit runs it; the tests only import it
    show()
