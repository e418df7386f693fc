"""Measures of what is drawn."""

from __future__ import annotations

from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import Tables
from analysis.samples import letters
from analysis.samples.names import sample_words
from analysis.streams import open_stream


def counted_names(names: Tables, smoothing: float, stream: str, seed: int, n: int) -> list:
    """The first n names of the counted model."""
    return sample_words(smoothed_probs(names.all, smoothing), names.vocab, n, open_stream(stream, seed))


def first_letter(names: Tables, smoothing: float, stream: str, seed: int) -> list:
    """The first draw from row "."."""
    opened = open_stream(stream, seed)
    return [names.vocab.itos[opened.draw(opened.prepare(smoothed_probs(names.all, smoothing)[0]))]]


def three_probs(names: Tables, seed: int) -> list:
    """Three uniforms of `torch.rand`, divided by their sum."""
    return letters.three_probs(seed).tolist()


def draws_from_three(names: Tables, seed: int, n: int) -> list:
    """n draws at once from these three, with the same generator, of which `torch.rand` has used a word for each."""
    return letters.draw_from_three(seed, n).tolist()


def same_names_unnormalized(names: Tables, factor: float, smoothing: float, stream: str, seed: int, n: int) -> list:
    """n names from rows that sum to `factor` instead of 1: a row to draw from need not sum to 1."""
    probs = factor * smoothed_probs(names.all, smoothing)
    return sample_words(probs, names.vocab, n, open_stream(stream, seed))
