"""What Likelihood shows of all names: where a word stands among them, and their nll, exact and as a running sum."""

from __future__ import annotations

import numpy as np
import streamlit as st

from analysis.counts.likelihood import Score, float32_step, running_sum
from analysis.counts.likelihood.steps import nlls_of_words, share_below
from analysis.counts.smoothing import smoothed_probs, with_fake_counts
from analysis.settings import CORPUS
from analysis.views.score_tables import words_frame
from pages.components.cached import tables, word_ids, words_are_here
from pages.components.offer_download import offer_download
from pages.likelihood.sections import in_words, with_true_minus


def of_each_word(scores: list[Score], smoothing: float) -> None:
    """Each word's numbers, and how many of all names the table finds less surprising."""
    nlls = names_nlls(smoothing) if words_are_here() else None
    below = [None if nlls is None else share_below(nlls, score.nll) for score in scores]
    frame = words_frame(scores, below)
    st.dataframe(
        with_true_minus(
            frame if nlls is not None else frame.drop(columns="below"), log_likelihood=4, nll=4, perplexity=3
        ),
        hide_index=True,
        column_config={
            "characters": st.column_config.NumberColumn("Characters", help="Letters, and the end."),
            "log_likelihood": st.column_config.NumberColumn("Sum of ln p (nats)"),
            "nll": st.column_config.NumberColumn("nll (nats per character)"),
            "perplexity": st.column_config.NumberColumn("Perplexity (characters)"),
            "below": st.column_config.NumberColumn("Names that surprise less", format="%.2f %%"),
            "word": "Word",
        },
        alt="Each word: characters, sum of ln p, nll, perplexity, and the share of the names that surprise less.",
    )
    if nlls is not None and len(scores) == 1:
        st.caption(
            f"Of the 32,033 names, {100 * below[0]:.2f} % have a lower nll than {scores[0].word}: they are less of a "
            "surprise to the table, character by character."
        )


@st.cache_resource(max_entries=20, show_spinner=False)
def names_nlls(smoothing: float, corpus: str = CORPUS.default) -> np.ndarray:
    """The nll of every name, nats per character; where the names are on this machine."""
    known = tables(corpus)
    nlls = nlls_of_words(word_ids(corpus), smoothed_probs(known.all, smoothing))
    nlls.setflags(write=False)
    return nlls


@st.cache_data(max_entries=20, show_spinner=False)
def lecture_sum(smoothing: float, corpus: str = CORPUS.default) -> tuple[float, float]:
    """Log-likelihood and nll of the names as the lecture's float32 loop sums them."""
    return running_sum(word_ids(corpus), with_fake_counts(tables(corpus).all, smoothing))


def whole_list(n: int, exact: float, smoothing: float) -> None:
    """The nll of the whole list of n bigrams, exact and as the lecture's running sum has it, and why they differ."""
    st.markdown(
        f"Over all {n:,} characters of the 32,033 names, at this smoothing: **nll {exact:.7f} nats per character**, "
        f"sum {in_words(-exact * n, 4)} nats. The counts are enough to know it: each pair's logarithm, times its count."
    )
    if not words_are_here():
        offer_download("Where a word stands among all names, and the lecture's sum of them one by one, need")
        return
    total, nll = lecture_sum(smoothing)
    st.markdown(
        f"The lecture adds them up one by one, in float32: **{nll:.7f}**, sum {in_words(total, 4)} nats. It is off by "
        f"{in_words(nll - exact, 7)}, for a float32 near {abs(total):,.0f} has nothing finer than "
        f"{float32_step(total):g}: each of the last logarithms that is added is rounded to a multiple of that. Hence "
        "the 2.4541 and the 2.4543 that others print, at smoothing 0 and 1; exact are 2.454014 and 2.454577."
    )
