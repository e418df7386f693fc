"""The parts of Forward pass around its pictures: the pairs, other first weights, what to notice, a table."""

import html

import streamlit as st

from analysis.net.forward_trace import ForwardTrace, trace_forward, types_of
from analysis.settings import SEED
from analysis.views.tables import pass_frame
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.page_frame import save_hint, table_expander
from pages.components.texts import texts

SEEDS = [SEED.default + i for i in range(4)]
NOTES_SKIP = 220
STYLE = """<style>
.pairs.pairs {display: flex; flex-wrap: wrap; gap: .4rem; margin: 0; padding: 0; list-style: none}
.pairs li {margin: 0; padding: .2rem .7rem; border: 1px solid color-mix(in srgb, currentColor 30%, transparent)}
.pairs li {border-radius: .4rem; text-align: center; line-height: 1.35; font-variant-numeric: tabular-nums}
.pairs b {display: block; font-size: 1.1rem; font-weight: 400}
.pairs small {font-size: .8rem; opacity: .85}
</style>"""
t = texts(__file__)


def pairs(vocab: Vocabulary, net: ForwardTrace) -> None:
    """The word as pairs of letters and ids, and what torch makes of the ids."""
    st.header(t("pairs.title"))
    st.markdown(t("pairs.text"))
    characters, (xs, ys) = labels(vocab), (net.xs.tolist(), net.ys.tolist())
    cells = [
        f"<li><b><bdi>{html.escape(characters[x])}</bdi> → <bdi>{html.escape(characters[y])}</bdi></b>"
        f"<small>{x} → {y}</small></li>"
        for x, y in zip(xs, ys, strict=True)
    ]
    st.html(f"{STYLE}<ul class='pairs'>{''.join(cells)}</ul>")
    types = types_of(net.xs, len(vocab))
    st.markdown(t("pairs.types", xs=xs, ys=ys, small=types.tensor, big=types.big_tensor))


def presets(word: str, vocab: Vocabulary) -> None:
    """The lecture's four seeds and the generator of the notes, with the loss of each on the word; a click sets it."""
    tries = [(seed, 0) for seed in SEEDS] + [(SEED.default, NOTES_SKIP)]
    losses = [trace_forward(word, vocab, *one).loss for one in tries]
    st.markdown(t("lecture.tries"))
    for i, (column, (seed, skip), loss) in enumerate(zip(st.columns(len(tries)), tries, losses, strict=True)):
        lower = loss < losses[i - 1]
        if skip:
            name, why = t("lecture.notes", loss=loss), t("lecture.notes_why")
        else:
            name = t("lecture.seed", seed=seed, loss=loss)
            why = t("lecture.seed_why") if i == 0 else t("lecture.lower") if lower else t("lecture.higher")
        column.button(name, key=f"preset {i}", on_click=_set, args=(seed, skip), width="stretch")
        column.caption(why)


def _set(seed: int, skip: int) -> None:
    st.session_state["seed"] = str(seed)
    st.session_state["skip"] = float(skip)


def numbers_table(vocab: Vocabulary, net: ForwardTrace) -> None:
    """In an expander: logit, count and probability of every pair of the word with every letter."""
    place = table_expander()
    if place.open:
        with place:
            st.dataframe(pass_frame(vocab.itos, net), hide_index=True)
            save_hint()
