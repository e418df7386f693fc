"""Small odd inputs for property tests: word lists over any alphabet, and their count tables."""

from __future__ import annotations

import torch
from hypothesis import strategies as st

from analysis.counts.bigrams import count_bigrams
from analysis.words.vocabulary import build_vocabulary

# Two plain letters so that pairs repeat; then a space, CSV's own marks, accents, a joiner, an owl; then anything.
LETTERS = st.one_of(
    st.sampled_from("ab"),
    st.sampled_from(" ,\"'éß\u0301\u200d日🦉"),
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="."),
)
WORD_LISTS = st.lists(st.text(LETTERS, min_size=1, max_size=6), max_size=8)
FILLED_LISTS = WORD_LISTS.filter(bool)
SMOOTHINGS = st.one_of(st.just(0.0), st.floats(min_value=1e-3, max_value=1e6))


def counts_of(words: list[str]) -> torch.Tensor:
    """The counts (V, V) of some words over their own vocabulary."""
    return count_bigrams(words, build_vocabulary(words))


COUNTS = FILLED_LISTS.map(counts_of)
