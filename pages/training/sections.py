"""What Training shows beyond the live picture: which numbers stand beside it, links to runs worth a look, the data."""

import html
from urllib.parse import urlencode

import streamlit as st

from pages.components.cached_nets import Learned
from pages.components.live.metrics import Metric
from pages.components.page_frame import digits, lazy_expander

UNIT = "nats per character"
NUMBERS = [
    Metric(
        "nll",
        "nll of the net",
        UNIT,
        4,
        "Mean negative log-likelihood: how surprised the net is by the next character of a name. Lower is better.",
    ),
    Metric(
        "loss", "Loss: nll + penalty", UNIT, 4, "What training makes small: the nll, and λ times the mean of W squared."
    ),
    Metric(
        "best_nll",
        "nll of the best net",
        UNIT,
        4,
        "Where training would end at this λ, found without training (Newton's method). "
        "Without λ it is the counted table.",
    ),
    Metric("gap", "Still to go", "nats: loss − lowest loss", 6, "What the loss is above the lowest one at this λ."),
]
PRESETS = [
    (
        "Five steps on emma",
        {"only": "emma", "learning_rate": "0.1", "epochs": "4"},
        "As the lecture begins, with five bigrams: 3.7693, 3.7492, 3.7292, 3.7092, 3.6892.",
    ),
    ("All names, steps of 50", {}, "The lecture's run: 3.7590 at the start, 2.4624 before the 200th update."),
    (
        "Weights from a GPU",
        {"init": "cuda"},
        "A published run on another machine: other first weights, 3.7109 at the start, and the same end.",
    ),
    (
        "Gently, with a penalty",
        {"init": "rand", "learning_rate": "10", "lam": "0.01"},
        "A published rewrite starts with numbers from 0 to 1 and takes shorter steps: after 200 it has not arrived.",
    ),
    (
        "Start from zeros",
        {"init": "zeros", "epochs": "0"},
        "All W are 0: every letter equally likely, 3.2958. Random weights begin at 3.7590: to be confidently wrong "
        "costs more than not to know.",
    ),
    ("Steps too long", {"learning_rate": "400"}, "At 400 each step jumps over the valley: the loss goes up, not down."),
    (
        "Far too long",
        {"learning_rate": "5000"},
        "At 5,000 the lecture's own lines overflow after one update (exp in float32: nan). Ours take the logarithm "
        "before it comes to that, and go on: thrown to and fro, at 187 nats.",
    ),
]
SLIDERS = "The sliders retrain the net **while you drag**. The boxes below the picture take exact numbers."
NOTICE = (
    "**What to notice.** The first updates do nearly everything: after six the net is better than knowing how "
    "frequent each letter is, after 100 it invents names. What is left then is in the rare rows, **q** and **x** "
    "first: ten times as many epochs leave about a tenth of it. λ pulls all weights towards 0, so with it the "
    "net stops short of the counted table."
)
ASK = "trained for ever without a penalty (λ 0), which table does the net end with?"
ANSWERS = {
    "a better one": "No table of 27 × 27 probabilities has a lower nll than the counted one: counting is already "
    "the best. The net can only come near it, from above. Set the epochs to 2,000, and look at *Still to go*.",
    "the counted table": "Counting is already the best that 27 × 27 probabilities can do, so the net creeps towards "
    "it, from above: rows that are frequent first, rare ones last. Its worth shows later in the lectures, where "
    "counting is impossible.",
    "a worse one": "After any number of epochs it is a little worse, but less and less: without a penalty nothing "
    "but the counted table stops it. Set the epochs to 2,000, and look at *Still to go*.",
}
STYLE = """<style>
.presets.presets {display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .6rem 1.2rem}
.presets.presets {margin: 0; padding: 0; list-style: none}
.presets li {margin: 0; font-size: .85rem; line-height: 1.4}
.presets a {display: block; font-size: 1rem; color: var(--st-link-color, inherit)}
</style>"""


def presets() -> None:
    """Runs worth a look, each a link."""
    item = "<li><a href='training?{}' target='_self'>{}</a>{}</li>"
    items = [item.format(*map(html.escape, (urlencode(query), name, why))) for name, query, why in PRESETS]
    st.html(f"{STYLE}<ul class='presets'>{''.join(items)}</ul>")


def losses_table(run: Learned) -> None:
    """On demand: loss and nll of every epoch."""
    place = lazy_expander("The numbers as a table", "table", ":material/table:")
    if place.open:
        with place:
            st.caption("Epoch 0 is the net before its first update. Nats per character.")
            digits(run.losses.set_index("epoch"), 6)
