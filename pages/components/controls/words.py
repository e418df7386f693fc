"""The text boxes for a word, and for the letters that words begin with."""

from __future__ import annotations

import streamlit as st

from analysis.words.lists import SHARED, clean_word
from analysis.words.vocabulary import Vocabulary, letters_of
from pages.components.came_along import note_default
from pages.components.controls.refusals import refuse
from pages.components.texts import as_markdown, texts

t = texts(__file__)
KEY = "word"  # an address can hold several words: the page takes the first


def word_box(vocab: Vocabulary, default: str) -> str:
    """One word over the letters of a list. If the text cannot be used, one line says so, and `default` is used."""
    ends = letters_of(vocab)
    note_default(KEY, default)
    linked = st.query_params.get(KEY)  # read first: an empty one Streamlit takes away without a word
    text = st.text_input(
        t("controls.word"),
        default,
        key=KEY,
        bind="query-params",
        help=t("controls.word_help", first=as_markdown(ends[0]), last=as_markdown(ends[-1])),
    )
    text = text if linked != "" else linked
    try:
        words = [spelled(word, vocab) for word in split_text(text, vocab)]
    except ValueError as error:
        refuse(str(error), default)
        return default
    if len(words) > 1:
        refuse(f"word must be one word here, got {len(words)}", words[0])
    elif words != split_text(text, vocab):
        refuse(t("controls.small", given=text.strip()), words[0])
    return words[0]


def split_text(text: str, vocab: Vocabulary) -> list[str]:
    """The words of a text, at least one. If words of the list have spaces, the text is one word."""
    return [clean_word(text)] if " " in vocab.itos else text.split() or [""]


def start_box(vocab: Vocabulary) -> str:
    """The letters that words begin with, "" for any. If the text cannot be used, one line says so, and "" is used."""
    ends = letters_of(vocab)
    help = t("controls.start_help", first=as_markdown(ends[0]), last=as_markdown(ends[-1]))
    text = st.text_input(t("controls.start"), "", key="start", bind="query-params", help=help)
    if not clean_word(text):
        return ""
    try:
        start = spelled(text, vocab, "start")
    except ValueError as error:
        refuse(str(error), t("controls.no_start"))
        return ""
    if start != clean_word(text):
        refuse(t("controls.small", given=text.strip()), start)
    return start


def spelled(text: str, vocab: Vocabulary, called: str = KEY) -> str:
    """`text` as a word of the vocabulary. A capital that the vocabulary does not have becomes a small letter.

    ValueError, one line, if it is no such word, or too long for a shared server. The message calls it `called`.
    """
    letters, ends = vocab.itos[1:], letters_of(vocab)
    word = "".join(letter if letter in letters else letter.lower() for letter in clean_word(text))
    strange = next((letter for letter in word if letter not in letters), None)
    if word and strange is None and len(word) <= SHARED.letters:
        return word
    got = f"{len(word)} letters" if strange is None else f"{strange!r} in {word}"
    expected = f"1 to {SHARED.letters} of the letters {ends[0]} to {ends[-1]}"
    raise ValueError(f"{called} must be {expected}, got {got if word else 'nothing'}")
