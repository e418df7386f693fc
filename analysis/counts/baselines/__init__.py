"""Simpler models to compare a bigram with: one knows nothing, the other only how frequent each character is.

`lengths`: how long the names of a model are. `likely`: which names are likely.
"""

from __future__ import annotations

from typing import NamedTuple

import torch

from analysis.counts.likelihood import mean_nll, perplexity
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import Tables


class Baseline(NamedTuple):
    """A model P(next | previous), probs (V, V), and how well it predicts, nll in nats per character.

    `nll` and `perplexity`: counted and scored on all words. `dev_nll`: counted on train, None without dev words.
    """

    name: str
    probs: torch.Tensor
    nll: float
    perplexity: float
    dev_nll: float | None


def uniform_probs(size: int) -> torch.Tensor:
    """The model that knows nothing, (V, V): every character equally likely, whatever came before; nll ln V."""
    return torch.full((size, size), 1 / size, dtype=torch.float64)


def random_probs(size: int, seed: int) -> torch.Tensor:
    """A model (V, V) of random numbers, `torch.rand`, each row divided by its sum: it has seen no word."""
    numbers = torch.rand((size, size), generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    return numbers / numbers.sum(1, keepdim=True)


def frequency_probs(counts: torch.Tensor) -> torch.Tensor:
    """The model that knows only how frequent each character is: counts (V, V) -> probs (V, V), all rows equal.

    Raises ValueError if nothing is counted.

    >>> frequency_probs(torch.tensor([[0, 1], [1, 2]])).tolist()  # of 4 characters, 3 are the second
    [[0.25, 0.75], [0.25, 0.75]]
    """
    n = int(counts.sum())
    if n == 0:
        raise ValueError("the frequencies of characters need at least one bigram, got none")
    return (counts.sum(0).double() / n).expand(counts.shape)


def models_of(counts: torch.Tensor, smoothing: float) -> dict[str, torch.Tensor]:
    """The three models of counts (V, V) by name, (V, V) each; each knows more than the one before it.

    Only the bigram has fake counts. Raises ValueError as `frequency_probs` and `smoothed_probs` do.
    """
    return {
        "uniform": uniform_probs(counts.shape[0]),
        "letter frequencies": frequency_probs(counts),
        "bigram": smoothed_probs(counts, smoothing),
    }


def compare_baselines(tables: Tables, smoothing: float) -> list[Baseline]:
    """The three models of a list with their nll. `dev_nll` is inf if dev has a pair that train does not have.

    Raises ValueError as `models_of` does.

    >>> from analysis.counts.tables import count_tables
    >>> [(model.name, round(model.nll, 4)) for model in compare_baselines(count_tables(["ab", "a"] * 5), 0.0)]
    [('uniform', 1.0986), ('letter frequencies', 1.0549), ('bigram', 0.2773)]
    """
    held_out = models_of(tables.train, smoothing) if tables.train.sum() and tables.dev.sum() else {}
    return [
        Baseline(
            name,
            probs,
            nll := mean_nll(tables.all, probs),
            perplexity(nll),
            mean_nll(tables.dev, held_out[name]) if held_out else None,
        )
        for name, probs in models_of(tables.all, smoothing).items()
    ]
