"""The parts of Training around its picture: which numbers it shows, links to interesting runs, the data."""

import html
from urllib.parse import urlencode

import streamlit as st

from pages.components.cached_nets import Learned
from pages.components.folds import fold, table_expander
from pages.components.live.sync.live_view import Metric
from pages.components.page_frame import digits
from pages.components.texts import texts

t = texts(__file__)
PRESETS = {  # the settings of each interesting run
    "emma": {"only": "emma", "learning_rate": "0.1", "epochs": "4"},
    "all": {},
    "gpu": {"init": "cuda"},
    "gently": {"init": "rand", "learning_rate": "10", "lam": "0.01"},
    "zeros": {"init": "zeros", "epochs": "0"},
    "long": {"learning_rate": "400"},
    "far": {"learning_rate": "5000"},
}
STYLE = """<style>
.presets.presets {display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .6rem 1.2rem}
.presets.presets {margin: 0; padding: 0; list-style: none}
.presets li {margin: 0; font-size: .85rem; line-height: 1.4}
.presets a {display: block; font-size: 1rem; color: var(--st-link-color, inherit)}
</style>"""


def shown() -> list[Metric]:
    """Which numbers stand in the picture."""
    return [
        Metric(name="nll", digits=4, **t("nll")),
        Metric(name="loss", digits=4, **t("loss")),
        Metric(name="best_nll", digits=4, **t("best_nll")),
        Metric(name="gap", digits=6, **t("gap")),
    ]


def presets() -> None:
    """Behind a question: links to interesting runs on the lecture's list."""
    words = t("lecture.presets")
    if not words or not (place := fold("runs", t("presets_title"))).open:
        return
    item = "<li><a href='training?{}' target='_self'>{}</a>{}</li>"
    items = [
        item.format(*map(html.escape, (urlencode(query), words[key]["label"], words[key]["why"])))
        for key, query in PRESETS.items()
        if key in words
    ]
    place.html(f"{STYLE}<ul class='presets'>{''.join(items)}</ul>")


def losses_table(run: Learned) -> None:
    """In an expander: loss and nll of every epoch."""
    place = table_expander()
    if place.open:
        with place:
            st.caption(t("table_caption"))
            digits(run.losses.set_index("epoch"), 6)
