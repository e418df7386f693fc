"""A page of its own for the tests: a live part over other lists of words, `?list=120` or `one`.

It is the live table, or with `?show=training` the net.
"""

import streamlit as st

from analysis.counts.smoothing import smoothing_effect
from analysis.counts.tables import Tables, count_tables
from analysis.net.forward import initial_weights
from analysis.net.optimum import summarize_run
from analysis.net.training import train
from analysis.settings import SMOOTHING
from analysis.views.slider import SMOOTHING_SCALE, nll_curves
from pages.components.cached import stream_uniforms, uniforms
from pages.components.live.controls import row, seed, slider
from pages.components.live.probability_table import live_table
from pages.components.live.runs import Start, run_controls
from pages.components.live.sync.live_view import Metric
from pages.components.live.sync.page_state import live_page
from pages.training.live import training
from pages.training.sections import shown

THAI = [chr(0x0E01 + i) for i in range(46)] + [chr(0x0B85 + i) for i in (0, 1, 2, 3, 4, 5, 9, 10, 11, 13, 14, 15, 16)]
MANY = [*THAI, *(chr(0x0391 + i) for i in range(17)), *(chr(0x0410 + i) for i in range(43))]
LISTS = {
    "120": ["".join(MANY[i : i + 7]) for i in range(len(MANY))] * 3,
    "one": ["ava"],
}


def show() -> None:
    """The page."""
    tables = count_tables(LISTS[st.query_params.get("list", "120")])
    st.title("Another alphabet")
    if st.query_params.get("show") == "training":
        show_training(tables)
    else:
        show_table(tables)
    st.expander("End")


def show_table(tables: Tables) -> None:
    """The live table of the list."""
    live = live_page("alphabets", slider(SMOOTHING, SMOOTHING_SCALE), row(tables.vocab))
    live_table(
        live,
        tables,
        smoothing_effect(tables, live.values[0]),
        uniforms(1, 4),
        shown=[Metric("nll", "nll", "nats", 4, "")],
        curves=nll_curves(tables, SMOOTHING_SCALE),
    )


def show_training(tables: Tables) -> None:
    """The net, trained on the list."""
    live = live_page("alphabets", *run_controls(), seed(), row(tables.vocab))
    epochs, learning_rate, lam, start, _ = live.values
    size = len(tables.vocab)
    first = initial_weights("randn", size, start)
    run = train(tables.all, first, epochs=epochs, learning_rate=learning_rate, lam=lam)
    training(
        live,
        tables.vocab,
        {"all": tables.all},
        Start("randn", start, first),
        summarize_run(run),
        names=[],
        own_rows=uniforms(1, 4),
        stream=stream_uniforms(1, size),
        shown=shown(),
        first=[*run.loss, run.final_loss][0],
    )


if __name__ == "__main__":  # as Streamlit runs it; the tests only import it
    show()
