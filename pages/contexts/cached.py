"""What Longer contexts knows of a list: calculated once for each list, for all who look at it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st
import torch

from analysis.counts.contexts import count_words
from analysis.counts.contexts.sizes import Context, sizes_of_counts
from analysis.counts.word_list import WordList
from analysis.models.base import next_after
from analysis.models.ngrams.additive import AdditiveModel
from analysis.models.ngrams.base import NgramModel
from analysis.models.ngrams.kneser_ney import all_kneser_ney
from analysis.models.ngrams.overview import Length, MixtureNlls, all_lengths, mixture_nlls, shares_by_heart
from analysis.samples.names import sample_words
from analysis.settings import K
from analysis.streams import open_stream
from pages.components.cached import all_words
from pages.components.list_at_hand import cached_by_list, list_at_hand
from pages.components.live.near_beginnings import near_beginnings
from pages.components.texts import texts

t = texts(__file__)
SHOWN = 8  # names of each length
READING = t("counting")


def longest_context(words: WordList) -> int:
    """The most letters of context that the page counts for a list: 7, or the letters of its longest word."""
    return min(K.on_page.high, max(words.lengths))


class Models(NamedTuple):
    """The models of all words, by letters of context.

    `by_heart`: the share of the words of each Kneser-Ney that are in the list. `sizes`: how many
    cells there are, and how many occur.
    """

    additive: Sequence[NgramModel]
    kneser_ney: Sequence[NgramModel]
    by_heart: list[float]
    sizes: list[Context]


@cached_by_list(max_entries=20, show_spinner=READING)
def lengths(words: WordList) -> list[Length]:
    """What counting gives with each length of context. Raises WordsMissing if the words are not on this machine."""
    return all_lengths(words.words, words.tables.vocab, longest_context(words), words.weights)


@cached_by_list(st.cache_resource, max_entries=2, show_spinner=READING)
def models(words: WordList) -> Models:
    """The models of all words of the list; the fake counts are those of `lengths`."""
    counts = count_words(words.words, words.tables.vocab, longest_context(words), words.weights)
    additive = [AdditiveModel(counts, one.letters, one.smoothing or 0.0) for one in lengths()]
    learned = all_kneser_ney(counts)
    return Models(additive, learned, shares_by_heart(words.words, counts, learned), sizes_of_counts(counts))


@cached_by_list(max_entries=200, show_spinner=False)
def names_of_each(words: WordList, seed: int) -> list[list[tuple[str, bool]]]:
    """For each length: names that Kneser-Ney draws, and which of them are in the list."""
    known, vocab = all_words(), words.tables.vocab
    drawn = (sample_words(model, vocab, SHOWN, open_stream("lecture", seed)) for model in models().kneser_ney)
    return [[(name, name in known) for name in names] for names in drawn]


@cached_by_list(max_entries=20, show_spinner=READING)
def mixture(words: WordList) -> MixtureNlls:
    """How well the mixture of a list with dev and test words predicts."""
    return mixture_nlls(words.words, words.tables.vocab, words.weights)


def next_letters(typed: str, k: int) -> dict[str, dict[str, dict[int, list[float]]]]:
    """P(next) by beginning, family and letters of context: rows (V,), six digits.

    The typed beginning has the rows of all lengths; each that can be typed next has only those of `k` letters.
    """
    vocab, families = list_at_hand().tables.vocab, (models().additive, models().kneser_ney)
    ids = vocab.encode(typed)[1:-1]
    here = [{one.letters: next_after(one, [ids])[0] for one in of_family} for of_family in families]
    near = near_beginnings(typed, vocab, here[-1][k].tolist())[1:]
    ids_of_near = [vocab.encode(text)[1:-1] for text in near]
    rows = [next_after(of_family[k], ids_of_near) for of_family in families]
    after = {typed: here} | {text: [{k: row[i]} for row in rows] for i, text in enumerate(near)}
    return {
        text: {"additive": _rounded(additive), "kneser_ney": _rounded(kneser_ney)}
        for text, (additive, kneser_ney) in after.items()
    }


def _rounded(rows: dict[int, torch.Tensor]) -> dict[int, list[float]]:
    return {letters: [round(p, 6) for p in row.tolist()] for letters, row in rows.items()}
