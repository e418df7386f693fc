"""The part of Likelihood about all names: the share with a lower nll than a word, and their own nll, in two ways."""

from __future__ import annotations

import numpy as np
import streamlit as st

from analysis.counts.likelihood import Score, float32_step, running_sum
from analysis.counts.likelihood.steps import nlls_of_words, share_below
from analysis.counts.smoothing import smoothed_probs, with_fake_counts
from analysis.counts.word_list import WordList
from analysis.views.count_tables import words_frame
from pages.components.cached import word_ids
from pages.components.guess import hidden_until_guessed
from pages.components.list_at_hand import cached_by_list, list_at_hand
from pages.components.offer_download import offer_download
from pages.components.texts import as_markdown, texts
from pages.likelihood.sections import in_words, with_true_minus

t = texts(__file__)


def of_each_word(scores: list[Score], smoothing: float) -> None:
    """Each word's numbers, and the share of all names with a lower nll."""
    nlls = names_nlls(smoothing) if list_at_hand().has_each_word else None
    below = [None if nlls is None else share_below(nlls, score.nll) for score in scores]
    frame = words_frame(scores, below)
    labels, number = t("words.columns"), st.column_config.NumberColumn
    columns = labels | {"below": number(labels["below"], format="%.2f %%")}
    st.dataframe(
        with_true_minus(
            frame if nlls is not None else frame.drop(columns="below"), log_likelihood=4, nll=4, perplexity=3
        ),
        hide_index=True,
        column_config=columns | {"characters": number(labels["characters"], help=t("words.characters_help"))},
        alt=t("words.alt"),
    )
    if nlls is not None and len(scores) == 1:
        st.caption(t("words.below", share=100 * below[0], word=as_markdown(scores[0].word)))


@cached_by_list(st.cache_resource, max_entries=20, show_spinner=False)
def names_nlls(words: WordList, smoothing: float) -> np.ndarray:
    """The nll of every name, nats per character. Needs the names on this machine."""
    nlls = nlls_of_words(word_ids(), smoothed_probs(words.tables.all, smoothing))
    nlls.setflags(write=False)
    return nlls


@cached_by_list(max_entries=20, show_spinner=False)
def lecture_sum(words: WordList, smoothing: float) -> tuple[float, float]:
    """Log-likelihood and nll of the names, added up in float32 as the lecture's loop does."""
    return running_sum(word_ids(), with_fake_counts(words.tables.all, smoothing))


def whole_list(n: int, exact: float, smoothing: float) -> None:
    """The nll of the whole list, exact and from the lecture's running sum, and why they differ."""
    st.subheader(t("list.title"))
    with hidden_until_guessed("list", told=True):
        _whole_list(n, exact, smoothing)


def _whole_list(n: int, exact: float, smoothing: float) -> None:
    st.markdown(t("list.exact", nll=exact, sum=in_words(-exact * n, 4)))
    if not list_at_hand().has_each_word:
        offer_download(t("list.needs_names"))
        return
    total, nll = lecture_sum(smoothing)
    st.markdown(
        t(
            "list.running",
            nll=nll,
            sum=in_words(total, 4),
            off=in_words(nll - exact, 7),
            near=abs(total),
            step=float32_step(total),
        )
        + f" {t('lecture.printed')}"
    )
