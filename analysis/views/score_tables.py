"""Tidy pandas frames of scored words."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.counts.likelihood import Score, perplexity
from analysis.words.vocabulary import display_char


def letters_frame(scores: Sequence[Score], characters: Sequence[str]) -> pd.DataFrame:
    """Every letter of some words, ends included: word, previous, next, prob, logprob (nats)."""
    rows = [
        (score.word, display_char(characters[x.previous]), display_char(characters[x.next]), x.prob, x.logprob)
        for score in scores
        for x in score.letters
    ]
    return pd.DataFrame(rows, columns=["word", "previous", "next", "prob", "logprob"])


def words_frame(scores: Sequence[Score], below: Sequence[float | None]) -> pd.DataFrame:
    """A row for each word: word, characters, log_likelihood (nats), nll (nats per character), perplexity, below.

    `below` is the share of a list's words with a lower nll, in percent; None where the list is not known.
    """
    rows = [
        (x.word, len(x.letters), x.log_likelihood, x.nll, perplexity(x.nll), None if share is None else 100 * share)
        for x, share in zip(scores, below, strict=True)
    ]
    return pd.DataFrame(rows, columns=["word", "characters", "log_likelihood", "nll", "perplexity", "below"])
