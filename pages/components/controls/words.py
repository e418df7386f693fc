"""The control for a word of one's own."""

from __future__ import annotations

import streamlit as st

from analysis.settings import WORD
from analysis.words.lists import SHARED, clean_word
from analysis.words.vocabulary import Vocabulary
from pages.components.controls.refusals import refuse


def word_box(vocab: Vocabulary) -> str:
    """One word over the letters of a list. What it cannot be falls back to the lecture's, and one line says so."""
    linked = st.query_params.get("word")  # read first: an empty one Streamlit takes away without a word
    text = st.text_input(
        "Word",
        WORD,
        key="word",
        bind="query-params",
        help=f"Any word of the letters {vocab.itos[1]} to {vocab.itos[-1]}; it need not be a name.",
    )
    try:
        return spelled(text if linked != "" else linked, vocab)
    except ValueError as error:
        refuse(str(error), WORD)
        return WORD


def spelled(text: str, vocab: Vocabulary) -> str:
    """`text` as a word of the vocabulary; ValueError, one line, where it is none, or too long for a shared server."""
    word, letters = clean_word(text), vocab.itos[1:]
    strange = next((letter for letter in word if letter not in letters), None)
    if word and strange is None and len(word) <= SHARED.letters:
        return word
    got = f"{len(word)} letters" if strange is None else f"{strange!r} in {word}"
    expected = f"1 to {SHARED.letters} of the letters {letters[0]} to {letters[-1]}, all small"
    raise ValueError(f"word must be {expected}, got {got if word else 'nothing'}")
