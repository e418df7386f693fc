"""The parts of Forward pass around its pictures: what flows back, other first weights, a table."""

import html
import math

import pandas as pd
import streamlit as st

from analysis.net.backward_trace import trace_backward
from analysis.net.cross_entropy import loss_in_two_ways, with_largest
from analysis.net.forward_trace import ForwardTrace, trace_forward
from analysis.settings import SEED
from analysis.views.palette import CHOSEN
from analysis.views.tables import pass_frame
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.folds import save_hint, table_expander
from pages.components.guess import hidden_until_guessed
from pages.components.page_frame import numbers
from pages.components.texts import as_markdown, texts

SEEDS = [SEED.default + i for i in range(4)]
NOTES_SKIP = 220
LARGE = (100.0, 1000.0)  # logits
STYLE = """<style>
.flow.flow {display: flex; flex-wrap: wrap; gap: .5rem .2rem; margin: 0; padding: 0; list-style: none}
.flow li {margin: 0; padding: .3rem .6rem; text-align: center; line-height: 1.45; font-variant-numeric: tabular-nums}
.flow .step {border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: .4rem; min-width: 5rem}
.flow .way {display: flex; flex-direction: column; justify-content: center; padding: .2rem; font-size: .8rem}
.flow small {font-size: .8rem; opacity: .85; display: block}
.flow b {display: block; font-size: 1.1rem; font-weight: 400}
.flow .slope {color: var(--slope); font-weight: 600}
</style>"""
t = texts(__file__)


def what_flows_back(vocab: Vocabulary, net: ForwardTrace) -> None:
    """The first pair of the word on its way from W to the loss, and the slope of the loss at each step."""
    characters, x, y = labels(vocab), int(net.xs[0]), int(net.ys[0])
    st.markdown(t("backward.text", row=as_markdown(characters[x]), next=as_markdown(characters[y])))
    names = t("backward.columns", x=x, y=y)
    boxes = [
        f"<li class='step'><small>{html.escape(name)}</small><b>{_number(step.value)}</b>"
        f"<small>{html.escape(t('backward.back'))}</small><span class='slope'>{_number(step.slope)}</span></li>"
        for name, step in zip(names, trace_backward(net, 0), strict=True)
    ]
    ways = [
        f"<li class='way'>{html.escape(way)} →<span class='slope'>←</span></li>"
        for way in t("backward.ways", n=len(net.xs))
    ]
    flow = [item for pair in zip(boxes, [*ways, ""], strict=True) for item in pair]
    with hidden_until_guessed("backward", told=True):
        st.html(
            f"{STYLE}<ol class='flow' style='--slope: {CHOSEN}' aria-label='{t('backward.alt')}'>{''.join(flow)}</ol>"
        )
    st.markdown(t("backward.notice"))


def cross_entropy(net: ForwardTrace) -> None:
    """The loss in the lecture's lines and by F.cross_entropy: of these logits, and of larger ones."""
    st.markdown(t("cross_entropy.text"))
    st.code(t("cross_entropy.code"), language="python")
    highest = float(net.logits.max())
    losses = {one: loss_in_two_ways(with_largest(net.logits, one), net.ys) for one in (highest, *LARGE)}
    columns = t("cross_entropy.columns")
    rows = [(f"{one:,.4g}", *(f"{loss:,.4f}" for loss in both)) for one, both in losses.items()]
    with hidden_until_guessed("cross_entropy", told=True):
        st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True)
    st.markdown(t("cross_entropy.notice"))


def _number(value: float) -> str:
    return f"{value:.4f}".replace("-", "−")


def other_weights(word: str, vocab: Vocabulary, net: ForwardTrace) -> None:
    """The loss of these weights beside chance, and of the lecture's other tries."""
    with hidden_until_guessed("luck", told=True):
        numbers(
            (t("loss_label"), f"{net.loss:.4f}", t("unit"), t("loss")),
            (t("chance_label"), f"{math.log(len(vocab)):.4f}", t("unit"), t("chance")),
        )
        presets(word, vocab)
    st.markdown(t("amateur"))


def presets(word: str, vocab: Vocabulary) -> None:
    """The lecture's four seeds and the generator of the notes, with the loss of each on the word; a click sets it.

    On another list nothing is shown: the texts are true only for the lecture's names.
    """
    if not (title := t("lecture.tries")):
        return
    tries = [(seed, 0) for seed in SEEDS] + [(SEED.default, NOTES_SKIP)]
    losses = [trace_forward(word, vocab, *one).loss for one in tries]
    st.markdown(title)
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
