"""What Forward pass shows beside its pictures: the pairs, other first weights, what to notice, a table."""

import html

import streamlit as st

from analysis.net.forward_trace import ForwardTrace, trace_forward, types_of
from analysis.settings import SEED
from analysis.views.tables import pass_frame
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.page_frame import lazy_expander

SEEDS = [SEED.default + i for i in range(4)]
NOTES_SKIP = 220
STYLE = """<style>
.pairs.pairs {display: flex; flex-wrap: wrap; gap: .4rem; margin: 0; padding: 0; list-style: none}
.pairs li {margin: 0; padding: .2rem .7rem; border: 1px solid color-mix(in srgb, currentColor 30%, transparent)}
.pairs li {border-radius: .4rem; text-align: center; line-height: 1.35; font-variant-numeric: tabular-nums}
.pairs b {display: block; font-size: 1.1rem; font-weight: 400}
.pairs small {font-size: .8rem; opacity: .85}
</style>"""
GUESS = "how surprised is a net with random weights by the letters of “{word}”? Knowing nothing costs 3.2958 nats."
WHY = (
    "This mean surprise at the right letters is the **loss**; lower is better. Random weights are sure of themselves "
    "for no reason, and **confidently wrong costs more than not knowing**: over many seeds they come to about 3.76."
)
LOSS = "Mean negative log-likelihood of the right next letters, those outlined in the probabilities. Lower is better."
CHANCE = "ln 27: the loss of a net that gives each of the 27 characters the same probability, 1/27."
NOTICE = """**What to notice**
- The same letter gives the same row, always: the net sees one letter and nothing of what came before it.
- Whatever W is, the probabilities of a row are above 0 and add up to 1. Softmax makes them of any numbers.
- W is as large as the table of counts, 27 × 27, and exp(W) stands where the counts stood. It is the same model. Only
  its numbers are still random: they have to be **learned**, and every step above can be followed backwards to see
  which way each weight should go."""
AMATEUR = (
    "**Reseed W** draws new random weights, those of the next seed, and all above is worked out again. Sometimes the "
    "loss is lower, sometimes higher. The lecture calls that **amateur hour**, and it is no way to learn: a try knows "
    "nothing of the one before, and no luck sets 729 weights right at once. Learning changes each weight a little, in "
    "the direction that lowers the loss: see [Training](training)."
)
LECTURES = "The lecture's seed, a fresh generator."
NOTES = "The lecture's seed, but 220 random words were drawn before W: so it was in the published study notes."


def pairs(vocab: Vocabulary, net: ForwardTrace) -> None:
    """The word as pairs of letters and ids, and what torch makes of the ids."""
    st.header("1. The pairs, as numbers")
    st.markdown(
        "From each letter, **x**, the net is to say the next one, **y**. “.” is the start and the end of the word."
    )
    characters, (xs, ys) = labels(vocab), (net.xs.tolist(), net.ys.tolist())
    cells = [
        f"<li><b>{html.escape(characters[x])} → {html.escape(characters[y])}</b><small>{x} → {y}</small></li>"
        for x, y in zip(xs, ys, strict=True)
    ]
    st.html(f"{STYLE}<ul class='pairs'>{''.join(cells)}</ul>")
    types = types_of(net.xs, len(vocab))
    st.markdown(
        f"- `xs = torch.tensor({xs})` is **{types.tensor}**: whole numbers, as the ids are.\n"
        f"- `ys = torch.tensor({ys})`, the right answers, too.\n"
        f"- `torch.Tensor({xs})`, with a capital T, is **{types.big_tensor}**: fractions, which are no ids. "
        "The lecture takes the small one."
    )


def presets(word: str, vocab: Vocabulary) -> None:
    """The lecture's four seeds and the notes' generator, each with its loss on the word; a click sets it."""
    tries = [(seed, 0) for seed in SEEDS] + [(SEED.default, NOTES_SKIP)]
    losses = [trace_forward(word, vocab, *one).loss for one in tries]
    st.markdown("The lecture's four tries, and one more; a click sets both boxes above:")
    for i, (column, (seed, skip), loss) in enumerate(zip(st.columns(len(tries)), tries, losses, strict=True)):
        luck = "lower" if loss < losses[i - 1] else "higher"
        said = LECTURES if i == 0 else NOTES if skip else f"One seed further: {luck}, by luck."
        name = f"study notes: {loss:.4f}" if skip else f"{seed}: {loss:.4f}"
        column.button(name, key=f"preset {i}", on_click=_set, args=(seed, skip), width="stretch")
        column.caption(said)


def _set(seed: int, skip: int) -> None:
    st.session_state["seed"] = str(seed)
    st.session_state["skip"] = float(skip)


def numbers_table(vocab: Vocabulary, net: ForwardTrace) -> None:
    """On demand: logit, count and probability of every pair of the word with every letter."""
    place = lazy_expander("The numbers as a table", "table", ":material/table:")
    if place.open:
        with place:
            st.dataframe(pass_frame(vocab.itos, net), hide_index=True)
            st.caption("Its menu, above at the right, saves it as CSV.")
