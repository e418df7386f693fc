"""What Regularization shows beyond the live picture: boxes that move together, and the loss as the penalty comes on."""

import math

import streamlit as st

from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import Tables
from analysis.net.distance import matching_lam, matching_smoothing
from analysis.net.optimum import optimum_probs
from analysis.net.regularization import SwitchedOn
from analysis.views.charts import switch_curve
from analysis.views.tables import beside_frame, switch_frame
from pages.components.controls.choices import match_toggle, row_choice
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import lam_box, smoothing_box
from pages.components.live.metrics import Metric
from pages.components.page_frame import lazy_expander

LAST = "matched"  # lam, smoothing and the switch, as they were on the last run
KEYS = ("lam", "smoothing", "match")
NLL = "Mean negative log-likelihood: how surprised the model is by the next character of a name. Lower is better."
PERPLEXITY = "exp(nll): as if the model hesitated between so many equally likely characters."
ENTROPY = f"How undecided a row is, on average over the rows: 0 is certain, ln 27 = {math.log(27):.4f} is chance."
SHOWN = {
    "net": [
        Metric("net_nll", "nll", "nats per character", 4, f"{NLL} The penalty is not included."),
        Metric("net_perplexity", "Perplexity", "characters", 3, PERPLEXITY),
        Metric("net_entropy", "Mean row entropy", "nats", 4, ENTROPY),
    ],
    "counted": [
        Metric("nll", "nll", "nats per character", 4, NLL),
        Metric("perplexity", "Perplexity", "characters", 3, PERPLEXITY),
        Metric("entropy", "Mean row entropy", "nats", 4, ENTROPY),
    ],
    "between": [
        Metric(
            "kl",
            "kl, counted to net: how far apart they are",
            "nats per character",
            7,
            "How many nats a character costs on average if it comes from the counted rows and is predicted with the "
            "net's. 0 where the tables are equal; infinite (∞) where the net excludes what the counted table allows.",
        ),
    ],
}
GUESS = {
    "The counted table": "That is what the net comes to without a penalty, at λ = 0. A large λ does the opposite: it "
    "pulls every weight to 0.",
    "All characters equally likely": "Every weight is pulled to 0, e⁰ is 1, and 1 divided by 27 ones is 1/27 = 0.037, "
    "in every cell. As after a million fake counts.",
    "Only the most frequent pairs": "That would need large weights, and it is large weights that λ punishes. They are "
    "pulled to 0, and at W = 0 all characters are equally likely.",
}
GUESSED = "All characters equally likely"
TO_NOTICE = """
**What to notice**
- **λ is the net's smoothing.** With *Match* on, drag λ from 0 to the right: the smoothing goes along, from 0 to a
  million, and both tables grow even together. λ 0.01, the lecture's, is about 7.6 fake counts per cell.
- **Equivalent, but only nearly.** At λ 0.01 the rows of frequent letters agree to 0.0005 (row “a”), and the rare “q” is
  off by 0.22 at “qu”. Fake counts move a rare row more, and so does λ, but not by the same rule: a fake count is added
  to the counts, λ holds back their logarithm.
- **W is log-counts.** exp(W) of a row is its counts, up to one factor: at a small λ the bars fill their outlines. λ
  also picks the factor: the weights of a row add up to 0.
- **A spring on every weight.** The data pull as far as their count is from what the net expects; λ pulls back, the
  harder the larger W. Training ends where the two are equal. Pull λ up and watch the weight come home to 0.
- **W = 0 is chance.** e⁰ = 1 for each of 27 characters: all alike, nll ln 27 = 3.2958.
"""


def boxes_that_move_together(names: Tables) -> tuple[float, float, str, bool]:
    """λ, smoothing, row and the switch; with the switch on, who types one, or turns it on, gets the nearest other.

    A link stands as it is. The live picture sets both in its release, and so does a step back in the history: then
    nothing is to be done here.
    """
    state, counts = st.session_state, names.all
    before, now = state.get(LAST), tuple(state.get(key) for key in KEYS)
    if before is not None and None not in now and now[2]:
        lam_moved, smoothing_moved = now[0] != before[0], now[1] != before[1]
        if smoothing_moved and not lam_moved:
            nearest = matching_lam(counts, smoothed_probs(counts, now[1])).lam
            state["lam"] = float(f"{nearest:.3g}")
        elif not smoothing_moved and (lam_moved or not before[2]):
            nearest = matching_smoothing(counts, optimum_probs(counts, now[0])).smoothing
            state["smoothing"] = float(f"{nearest:.5g}")
    lam, smoothing, row, match = in_columns(lam_box, smoothing_box, lambda: row_choice(names.vocab), match_toggle)
    state[LAST] = (lam, smoothing, match)
    return lam, smoothing, row, match


def why_it_jumps(run: SwitchedOn) -> None:
    """Why the printed loss goes up when λ is switched on after 200 epochs: the sum, and the curve."""
    before, after, lam, n = run.before.final_loss, run.after, run.after.lam, len(run.before.loss)
    st.subheader("Why does the loss jump when λ is switched on?")
    st.markdown(
        f"In the published notes a net is trained for {n} epochs without λ, and then for {n} more with λ = {lam:g}. "
        f"The loss they print jumps from {run.before.loss[-1]:.6f} to {after.loss[0]:.6f}, and yet nothing got worse: "
        "the weights are the same, a new term is added.\n\n"
        f"**{before:.6f}** (nll of the weights) **+ {lam:g} × {run.mean_square:.6f}** (λ times the mean of W²) "
        f"**= {after.loss[0]:.6f}**\n\n"
        f"From there the loss creeps down to {after.final_loss:.4f}: the weights give way to the spring, and the nll "
        f"(dashed) goes to {after.final_nll:.4f}. The loss with λ and the loss without it are not to be compared; nll "
        "and nll are."
    )
    st.vega_lite_chart(
        switch_frame(run.before, after),
        switch_curve(n, 2.45, 2.55),
        height=260,
        alt=f"Loss and nll over {2 * n} epochs: at epoch {n} the loss jumps by the penalty, the nll does not.",
    )
    st.caption(
        f"Line: loss, dashed: nll, which is the loss less the penalty; before epoch {n} they are one. Only the part "
        "between 2.45 and 2.55 nats is shown: the run begins at 3.7109, far above."
    )


def numbers_table(names: Tables, lam: float, smoothing: float) -> None:
    """On demand: every pair with its count, its weight, and both probabilities."""
    place = lazy_expander("The numbers as a table", "table", ":material/table:")
    if place.open:
        with place:
            st.caption("Every pair: W of the best net (none at λ = 0), P(next | previous) of both, net less counted.")
            frame = beside_frame(names.vocab.itos, names.all, lam, smoothing)
            st.dataframe(frame, hide_index=True)
