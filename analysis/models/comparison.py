"""Compare two models, the counted one first: how different they are, and how well each predicts.

For two bigram models the counts give all numbers exactly; other models are evaluated at each context that occurs.
`net.distance` finds the smoothing that matches a lambda; `samples.paired` draws names of two models.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch

from analysis.counts.tables import Tables
from analysis.models.base import Model, examples_of
from analysis.models.likelihood import mean_nll
from analysis.models.net import NetModel
from analysis.models.table import CountedModel, TableModel
from analysis.net.distance import Difference, kl, kl_rows, largest_difference
from analysis.words.split import split_words
from analysis.words.vocabulary import Vocabulary


class Distance(NamedTuple):
    """How different two models are.

    `kl`: the mean over the predicted characters, nats, first model to second. `kl_rows` (V,): the same for each last
    letter of a context. `difference`: the largest difference of a probability, and where it is: the last letter of the
    context and the next letter, as ids.
    """

    kl: float
    kl_rows: list[float]
    difference: Difference


def measure_distance(first: Model, second: Model, vocab: Vocabulary, words: Sequence[str]) -> Distance:
    """How different two models are over the contexts of some words; each model gets as many letters as it uses.

    A letter that is never the last of a context has 0 in `kl_rows`. Raises ValueError for no words, or an unknown
    letter.
    """
    contexts, targets = examples_of(words, vocab, max(first.k, second.k))
    if not len(targets):
        raise ValueError("two models are compared over at least one word, got none")
    contexts, times = torch.unique(contexts, dim=0, return_counts=True)  # (M, k), (M,)
    one, other = (model.next_probs(contexts[:, -model.k :]) for model in (first, second))  # (M, V)
    apart, last = times * kl_rows(one, other), contexts[:, -1]  # (M,)
    sums, seen = (torch.zeros(len(vocab), dtype=torch.float64).index_add(0, last, x.double()) for x in (apart, times))
    size, context, following = largest_difference(one, other)
    rows = torch.where(seen > 0, sums / seen, torch.zeros_like(sums))  # (V,)
    return Distance(float(apart.sum() / times.sum()), rows.tolist(), Difference(size, int(last[context]), following))


class ModelComparison(NamedTuple):
    """Two models: their `Distance`, and how well each predicts, nll in nats per character.

    `nll_...`: models made from all words, scored on all words. `train_nll_...` and `dev_nll_...`: models made from the
    train words only, scored on the train and dev words. inf where a model gives probability 0 to a letter that occurs;
    None where there are no such words, or no such model.
    """

    kl: float
    kl_rows: list[float]
    difference: Difference
    nll_counts: float
    nll_neural: float
    train_nll_counts: float | None = None
    train_nll_neural: float | None = None
    dev_nll_counts: float | None = None
    dev_nll_neural: float | None = None


def compare_models(
    vocab: Vocabulary,
    words: Sequence[str],
    models: tuple[Model, Model],
    of_train: tuple[Model, Model] | None = None,
) -> ModelComparison:
    """Compare two models of any kind on the words they were made from. `of_train`: the same two, from the train words.

    Raises ValueError for no words, or an unknown letter.
    """
    train, dev, _ = split_words(words)
    nlls = [mean_nll(words, vocab, model) for model in models]
    held_out = [mean_nll(part, vocab, one) if part else None for part in (train, dev) for one in of_train or ()]
    return ModelComparison(*measure_distance(*models, vocab, words), *nlls, *held_out)


def compare_with_net(
    tables: Tables, smoothing: float, weights: torch.Tensor, train_weights: torch.Tensor | None = None
) -> ModelComparison:
    """Compare the counted model at a smoothing with the net that has `weights` (V, V), trained on all words.

    `train_weights` (V, V): the weights of the same net, trained on the train words; None if there are none. `kl_rows`
    and `difference` include rows without counts. Raises ValueError as `smoothed_probs` does, or if nothing is counted.
    """
    counted, net = CountedModel(tables.all, smoothing), NetModel(weights)
    of_train = [CountedModel(tables.train, smoothing), None if train_weights is None else NetModel(train_weights)]

    def nll(model: TableModel | None, counts: torch.Tensor) -> float | None:
        return None if model is None or not counts.sum() else model.nll_of_counts(counts)

    return ModelComparison(
        kl(tables.all, counted.probs, net.probs),
        kl_rows(counted.probs, net.probs).tolist(),
        largest_difference(counted.probs, net.probs),
        counted.nll_of_counts(tables.all),
        net.nll_of_counts(tables.all),
        *(nll(model, part) for part in (tables.train, tables.dev) for model in of_train),
    )
