"""What do fake counts do to the model?"""

import math

import streamlit as st

from analysis.counts.likelihood import mean_nll, perplexity
from analysis.counts.smoothing import row_entropy, smoothed_probs
from analysis.recipes.smoothing import smoothing_recipe
from analysis.samples.names import sample_words
from analysis.settings import show_number
from analysis.streams import open_stream
from analysis.views.tables import cells_frame, entropy_frame
from analysis.words.vocabulary import labels
from pages.components.controls import row_choice, seed_box, smoothing_box
from pages.components.lesson import numbers, opened, question, run_this_yourself
from pages.components.live.table import live_table, settle
from pages.components.sources import curve, tables, uniforms

SHOWN, LECTURE = 8, 5  # names in the live table, names of the lecture's stream
NLL = "Mean negative log-likelihood: how surprised the model is by the next character of a name. Lower is better."
TRAIN = "Counted on 80 % of the names, and scored on the same."
DEV = "Counted on 80 % of the names, scored on 10 % it has not seen. Infinite where a pair was never counted."
PERPLEXITY = "exp(nll): as if the model hesitated between so many equally likely characters."
ENTROPY = f"How undecided a row is, on average over the rows: 0 is certain, ln 27 = {math.log(27):.4f} is chance."
STREAM = "Drawn one after the other from one running stream of random numbers, as the lecture does."

names = tables()
question(
    "What do fake counts do?",
    "Before each row of counts becomes probabilities, the same number of **fake counts** is added to every cell. "
    "A few take the zeros away, so that no name is impossible; many **flatten** every row towards chance. **Drag.**",
)
picture, controls = st.container(), st.columns(3)
with controls[0]:
    box = smoothing_box()
with controls[1]:
    row = row_choice(names.vocab)
with controls[2]:
    seed = seed_box()


@st.fragment
def lab(box: float, row: str, seed: int) -> None:
    """What moves with the slider, and no more: everything here is sent ten times a second."""
    above = st.container()
    smoothing = live_table(names, uniforms(seed, SHOWN), curve=curve())
    probs = smoothed_probs(names.all, smoothing)
    held_out = smoothed_probs(names.train, smoothing)
    nll, train_nll, dev_nll = (mean_nll(names.all, probs), *(mean_nll(n, held_out) for n in (names.train, names.dev)))
    drawn = sample_words(probs, names.vocab, LECTURE, open_stream("lecture", seed))
    with above:
        numbers(
            ("At smoothing", show_number(smoothing), "", "The smoothing these numbers belong to."),
            ("nll, all names", f"{nll:.4f}", "nats per character", NLL),
            ("nll, train names", f"{train_nll:.4f}", "nats per character", TRAIN),
            ("nll, dev names", f"{dev_nll:.4f}", "nats per character", DEV),
            ("Perplexity", f"{perplexity(nll):.3f}", "characters", PERPLEXITY),
            ("Entropy of a row", f"{row_entropy(probs).mean():.4f}", "nats, mean", ENTROPY),
        )
    numbers(("Names of the lecture's stream", " ".join(drawn), "", STREAM))
    settle(box, row)


with picture:
    lab(box, row, seed)
table = opened("The numbers as a table", "table", ":material/table:")
if table.open:
    with table:
        characters, probs = labels(names.vocab), smoothed_probs(names.all, box)
        cells = cells_frame(characters, names.all, probs).pivot(index="previous", columns="next", values="prob")
        rows = entropy_frame(characters, row_entropy(probs)).set_index("previous")
        st.caption("P(next | previous), and the entropy of each row in nats.")
        st.dataframe(cells.loc[characters, characters].join(rows).style.format("{:.6f}"))
run_this_yourself(smoothing_recipe(box, row, seed, LECTURE, SHOWN))
