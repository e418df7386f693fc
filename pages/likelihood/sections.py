"""The parts of Likelihood around its live pictures: the steps to one number, the slope, a table."""

from __future__ import annotations

import functools
import math

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from analysis.counts.likelihood import Score
from analysis.counts.likelihood.scaled_count import ScaledCount
from analysis.counts.likelihood.steps import Steps, vanishes
from analysis.views.count_charts import loss_lines
from analysis.views.count_tables import letters_frame, losses_frame
from analysis.words.vocabulary import Vocabulary, display_char
from pages.components.folds import save_hint, table_expander
from pages.components.live.sync.live_view import Metric
from pages.components.texts import as_markdown, texts

t = texts(__file__)
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def sums() -> list[Metric]:
    """Which numbers stand beside the letters."""
    return [
        Metric(name="log_likelihood", digits=4, **t("numbers.log_likelihood")),
        Metric(name="nll", digits=4, **t("numbers.nll")),
        Metric(name="perplexity", digits=3, **t("numbers.perplexity")),
        Metric(name="list_nll", digits=4, **t("numbers.list_nll")),
    ]


def nudges() -> list[Metric]:
    """Which numbers stand beside the nudged pair."""
    return [
        Metric(name="counted", digits=6, **t("numbers.counted")),
        Metric(name="prob", digits=6, **t("numbers.prob")),
        Metric(name="nll", digits=7, **t("numbers.list_nll")),
        Metric(name="rise", digits=7, **t("numbers.rise")),
        Metric(name="slope", digits=5, **t("numbers.slope")),
    ]


def steps_to_one_number(scores: list[Score], steps: Steps, first: list[Score]) -> None:
    """Product, sum of logarithms, minus, mean: each step with its reason. `first`: those of the list's first names."""
    n, factors = steps.characters, [letter.prob for score in scores for letter in score.letters]
    shown = " × ".join(f"{prob:.4f}" for prob in factors[:4]) + (" × …" if n > 4 else "")
    product = f"{steps.mantissa:.3f} × 10{str(steps.exponent).translate(RAISED)}" if steps.mantissa else "0"
    st.markdown(
        t(
            "steps.text",
            n=n,
            factors=shown,
            product=product,
            vanishes=_where_it_vanishes(steps, first),
            total=in_words(steps.log_likelihood, 4),
            nll=in_words(steps.nll, 4),
            perplexity=in_words(steps.perplexity, 3),
        )
    )


def _where_it_vanishes(steps: Steps, first: list[Score]) -> str:
    if steps.mantissa == 0:
        return t("steps.zero")
    if steps.vanishes:
        return t("steps.vanishes", at=steps.vanishes)
    at = vanishes([letter.prob for score in first for letter in score.letters])
    if at is None:
        return t("steps.would_vanish")
    return t("steps.vanishes_later", first=as_markdown(", ".join(score.word for score in first[:3])), at=at)


def slope_in_words(nudged: ScaledCount, row: str, following: str, n: int) -> None:
    """The derivative with the numbers of the cell."""
    st.markdown(t("best.slope_text"))
    st.latex(t("best.slope"))
    st.latex(t("best.lowest"))  # two lines: one is too long for a phone
    a, b = as_markdown(display_char(row)), as_markdown(display_char(following))
    pair, count, total = f"{a}{b}", nudged.count, nudged.total
    st.caption(t("best.cell", n=n, row=a, total=total, pair=pair, count=count, q=nudged.counted))


def squares_or_logarithm() -> None:
    """The loss of micrograd's lecture beside the nll, for one letter."""
    st.markdown(t("squares.text"))
    frame = losses_frame()
    st.vega_lite_chart(frame, loss_lines(), height=240, alt=t("squares.alt"))
    square, log = frame.groupby("loss", sort=False)["cost"].first()
    st.caption(t("squares.caption", square=square, log=log))


def numbers_table(scores: list[Score], vocab: Vocabulary) -> None:
    """In an expander: every letter with its probability and its logarithm."""
    place = table_expander()
    if place.open:
        with place:
            frame = letters_frame(scores, vocab.itos)
            st.dataframe(with_true_minus(frame, prob=6, logprob=4), hide_index=True)
            save_hint()


def with_true_minus(frame: pd.DataFrame, **digits: int) -> Styler:
    """A table with a number of digits for each column, and a true "−" and "∞". In CSV they are plain numbers."""
    return frame.style.format({name: functools.partial(in_words, digits=count) for name, count in digits.items()})


def in_words(value: float, digits: int) -> str:
    """A number with commas, a true minus, and ∞."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:,.{digits}f}".replace("-", "−")
