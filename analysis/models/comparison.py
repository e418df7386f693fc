"""The counted model beside a net that was trained: every number that stands between the two, in one place.

What near means, and which smoothing and lambda match, is in `distance`; the names of both are in `samples.paired`.
"""

from __future__ import annotations

from typing import NamedTuple

import torch

from analysis.counts.smoothing import smoothed_probs, smoothing_effect
from analysis.counts.tables import Tables
from analysis.net.distance import (
    Difference,
    LamMatch,
    Match,
    kl,
    kl_rows,
    largest_difference,
    matching_lam,
    matching_smoothing,
)
from analysis.net.forward import net_nll, net_probs


class ModelComparison(NamedTuple):
    """The counted model and a net, nll in nats per character, kl in nats, counted to net.

    `kl` is over all rows, `kl_rows` of each of the V rows by itself; `difference` is the largest of a probability, at
    its pair of ids; `smoothing` is the one nearest to this net, `lam` the one nearest to the counted model. The nlls
    without a part are of all words, by models of all words; those of train and dev are by models of the train words
    alone. inf where the counted model excludes a pair that occurs; None where there are no such words, or no such net.
    """

    kl: float
    kl_rows: list[float]
    difference: Difference
    smoothing: Match
    lam: LamMatch
    nll_counts: float
    nll_neural: float
    train_nll_counts: float | None
    train_nll_neural: float | None
    dev_nll_counts: float | None
    dev_nll_neural: float | None


def compare_models(
    tables: Tables, smoothing: float, weights: torch.Tensor, train_weights: torch.Tensor | None = None
) -> ModelComparison:
    """The counted model at a smoothing beside the net with `weights` (V, V), which was trained on all words.

    `train_weights` are those of the same net, trained on the train words from the same first weights; None where there
    are none. Raises ValueError as `smoothed_probs` does, or if nothing is counted.
    """
    counts = tables.all
    counted, net = smoothed_probs(counts, smoothing), net_probs(weights)  # (V, V)
    effect = smoothing_effect(tables, smoothing)
    trained = [
        None if train_weights is None or not part.sum() else net_nll(part, train_weights)
        for part in (tables.train, tables.dev)
    ]
    return ModelComparison(
        kl(counts, counted, net),
        kl_rows(counted, net).tolist(),
        largest_difference(counted, net),
        matching_smoothing(counts, net),
        matching_lam(counts, counted),
        *(effect.nll, net_nll(counts, weights)),
        *(effect.train_nll, trained[0]),
        *(effect.dev_nll, trained[1]),
    )
