"""From the probabilities of letters to one number: product, sum of logarithms, minus, mean.

Each letter's probability is in a `Score` of `likelihood`. Here several words are taken together, as the lecture takes
its first three, and one word is compared with all the words of a list.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch

from analysis.counts.likelihood import Score, perplexity


class Steps(NamedTuple):
    """The steps to one number for several words together.

    `characters`: how many were predicted, ends included. `log_likelihood`: the sum of ln P, nats. `nll`: minus its
    mean, nats per character. `perplexity`: exp(nll). The product of the probabilities is `mantissa` times ten to the
    power of `exponent`; (0, 0) if one of them is 0. `vanishes`: the character (from 1) at which the product becomes 0
    in float32 although no factor is 0; None if it never does.
    """

    characters: int
    mantissa: float
    exponent: int
    vanishes: int | None
    log_likelihood: float
    nll: float
    perplexity: float


def steps_of(scores: Sequence[Score]) -> Steps:
    """Product, sum, minus and mean over all letters of some words. Raises ValueError for no word.

    >>> from analysis.counts.likelihood import score_word
    >>> from analysis.words.vocabulary import Vocabulary
    >>> half = torch.tensor([[0.5, 0.5], [0.5, 0.5]])
    >>> steps = steps_of([score_word("aaa", Vocabulary((".", "a")), half)])
    >>> steps.characters, steps.mantissa, steps.exponent, round(steps.nll, 6)  # one half, four times
    (4, 6.25, -2, 0.693147)
    """
    letters = [letter for score in scores for letter in score.letters]
    if not letters:
        raise ValueError("the steps need at least one word, got none")
    total = math.fsum(letter.logprob for letter in letters)
    nll = -total / len(letters) + 0.0
    mantissa, exponent = _power_of_ten(total)
    return Steps(len(letters), mantissa, exponent, vanishes([x.prob for x in letters]), total, nll, perplexity(nll))


def vanishes(probs: Sequence[float]) -> int | None:
    """The factor (from 1) at which the running float32 product of probs becomes 0; None if never, or if a factor is 0.

    The smallest float32 above 0 is 1.4e-45, about exp(-103): about 42 letters with 2.45 nats each.

    >>> vanishes([0.1] * 45), vanishes([0.1] * 46), vanishes([0.1, 0.0])
    (None, 46, None)
    """
    products = itertools.accumulate(map(np.float32, probs), lambda product, prob: np.float32(product * prob))
    for place, (product, prob) in enumerate(zip(products, probs, strict=True), start=1):
        if prob == 0:
            return None
        if product == 0:
            return place
    return None


def nlls_of_words(ids: np.ndarray, probs: torch.Tensor) -> np.ndarray:
    """The mean nll of every word, nats per character: (words,), float64, inf where a pair has probability 0.

    ids (n + 1,): the words as one row, as `encode_words` gives them; probs (V, V).
    """
    with np.errstate(divide="ignore"):
        surprises = -np.log(probs.double().numpy())[ids[:-1], ids[1:]]  # (n,)
    begins = np.flatnonzero(ids[:-1] == 0)  # each word is from one boundary to the next
    return np.add.reduceat(surprises, begins) / np.diff([*begins, len(surprises)]) + 0.0


def share_below(nlls: np.ndarray, nll: float, weights: Sequence[int] | None = None) -> float:
    """The share, 0 to 1, of the words with nlls (n,), nats per character, whose nll is lower than `nll`.

    With `weights`, one for each word, a word counts as often as its weight says. Raises ValueError if there is no word.

    >>> share_below(np.array([1.0, 2.0, 2.0, 3.0]), 2.0)
    0.25
    """
    if len(nlls) == 0:
        raise ValueError("a share needs at least one word, got none")
    # a word's nll is calculated in two ways, so a difference in the last digits does not count
    below = nlls < nll - 1e-9 if math.isfinite(nll) else np.isfinite(nlls)
    return float(np.average(below, weights=weights))


def _power_of_ten(total: float) -> tuple[float, int]:
    """exp(total) as mantissa (1 to 10) and exponent; (0, 0) for -inf."""
    if not math.isfinite(total):
        return 0.0, 0
    log10 = total / math.log(10)
    exponent = math.floor(log10)
    mantissa = float(f"{10 ** (log10 - exponent):.12g}")  # 9.9999999999999 is 10
    return (mantissa / 10, exponent + 1) if mantissa >= 10 else (mantissa, exponent)
