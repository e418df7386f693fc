"""Frames of languages: distances, confusions, a word letter by letter, and where two lists differ."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import torch

from analysis.models.languages.classify import Confusions, WordScores
from analysis.models.languages.distances import PairDifference
from analysis.words.vocabulary import display_char


def distances_frame(keys: Sequence[str], distances: torch.Tensor) -> pd.DataFrame:
    """distances (L, L), bits, as a row for every two lists: first, second, bits."""
    cells = zip(keys, distances.tolist(), strict=True)
    return pd.DataFrame(
        [(first, second, bits) for first, row in cells for second, bits in zip(keys, row, strict=True)],
        columns=["first", "second", "bits"],
    )


def confusions_frame(found: Confusions) -> pd.DataFrame:
    """A row for every list and guess: list, guess, words, and their share of the list (nan without words)."""
    rows = [
        (key, guess, count, count / sum(row) if any(row) else float("nan"))
        for key, row in zip(found.keys, found.table.tolist(), strict=True)
        for guess, count in zip(found.keys, row, strict=True)
    ]
    return pd.DataFrame(rows, columns=["list", "guess", "words", "share"])


def differences_frame(differences: Sequence[PairDifference]) -> pd.DataFrame:
    """A row for each pair: pair, first and second (its share in each list), bits."""
    return pd.DataFrame(differences, columns=list(PairDifference._fields))


def pairs_frame(scores: WordScores, first: int, second: int) -> pd.DataFrame:
    """A row for each pair of a word, under two of the lists, by their places.

    pair, first and second (ln P in each list, nats), difference (nats), posterior (of the first list, after this pair).
    """
    one, other = scores.logprobs[first], scores.logprobs[second]
    return pd.DataFrame(
        {
            "pair": ["".join(map(display_char, pair)) for pair in scores.pairs],
            "first": one.numpy(),
            "second": other.numpy(),
            "difference": (one - other).numpy(),
            "posterior": scores.posteriors[first].numpy(),
        }
    )
