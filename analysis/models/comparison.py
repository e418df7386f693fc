"""Compare two models, the counted one first: how different they are, and how well each predicts.

For two bigram models the counts give all numbers exactly; other models are evaluated at each context that occurs.
`net.distance` finds the smoothing that matches a lambda; `samples.paired` draws names of two models.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch

from analysis.counts.contexts.examples import example_weights
from analysis.counts.tables import Tables
from analysis.counts.word_list import WordList
from analysis.models.base import Model, examples_of
from analysis.models.likelihood import mean_nll
from analysis.models.net import NetModel
from analysis.models.table import CountedModel, TableModel
from analysis.net.distance import Difference, kl, kl_rows, largest_difference
from analysis.words.split import split_weights, split_words
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


def measure_distance(
    first: Model, second: Model, vocab: Vocabulary, words: Sequence[str], weights: Sequence[int] | None = None
) -> Distance:
    """How different two models are over the contexts of some words; each model gets as many letters as it uses.

    `weights` say how often each word occurs, without them once. A letter that is never the last of a context has 0 in
    `kl_rows`. Raises ValueError for no words, or an unknown letter.
    """
    contexts, targets = examples_of(words, vocab, max(first.k, second.k))
    if not len(targets):
        raise ValueError("two models are compared over at least one word, got none")
    contexts, which = torch.unique(contexts, dim=0, return_inverse=True)  # (M, k), (N,)
    times = torch.zeros(len(contexts), dtype=torch.int64)
    times = times.index_add(0, which, torch.from_numpy(example_weights(words, weights)))  # (M,)
    one, other = (model.next_probs(contexts[:, contexts.shape[1] - model.k :]) for model in (first, second))  # (M, V)
    apart, last = times * kl_rows(one, other), contexts[:, -1]  # (M,)
    sums, seen = (torch.zeros(len(vocab), dtype=torch.float64).index_add(0, last, x.double()) for x in (apart, times))
    size, context, following = largest_difference(one, other)
    rows = torch.where(seen > 0, sums / seen, torch.zeros_like(sums))  # (V,)
    return Distance(float(apart.sum() / times.sum()), rows.tolist(), Difference(size, int(last[context]), following))


class ModelComparison(NamedTuple):
    """Two models: their `Distance`, and how well each predicts, nll in nats per character.

    `counts` is the first model, `neural` the second, of whatever kind they are. `nll_...`: models made from all words,
    scored on all words. `train_nll_...` and `dev_nll_...`: models made from the train words only, scored on the train
    and dev words. inf where a model gives probability 0 to a letter that occurs; None where there are no such words, or
    no such model.
    """

    kl: float
    kl_rows: list[float]
    difference: Difference
    nll_counts: float
    nll_neural: float
    train_nll_counts: float | None
    train_nll_neural: float | None
    dev_nll_counts: float | None
    dev_nll_neural: float | None


def compare_models(
    tables: Tables,
    models: tuple[Model, Model],
    of_train: tuple[Model | None, Model | None] = (None, None),
    listed: WordList | None = None,
) -> ModelComparison:
    """Compare two models of any kind over a list. `of_train`: the same two, made from the train words; None if unknown.

    Two bigram models need only the `tables` of the list; their `kl_rows` and `difference` include rows without counts.
    Other models need the list itself, for its words. Raises ValueError if nothing is counted, or without words where
    they are needed.
    """
    words, weights = ((), None) if listed is None else (listed.words, listed.weights)
    parts: tuple[Sequence[str], ...] = (words, *split_words(words)[:2])
    times = (weights, *split_weights(weights)[:2])

    def nll(part: int, model: Model | None) -> float | None:
        counts = (tables.all, tables.train, tables.dev)[part]
        if model is None or (part and not counts.any()):
            return None
        if isinstance(model, TableModel):
            return model.nll_of_counts(counts)
        return mean_nll(parts[part], tables.vocab, model, times[part])

    first, second = models
    if isinstance(first, TableModel) and isinstance(second, TableModel):
        distance = Distance(
            kl(tables.all, first.probs, second.probs),
            kl_rows(first.probs, second.probs).tolist(),
            largest_difference(first.probs, second.probs),
        )
    else:
        distance = measure_distance(first, second, tables.vocab, words, weights)
    nlls = [nll(part, model) for part, pair in enumerate((models, of_train, of_train)) for model in pair]
    return ModelComparison(*distance, *nlls)  # type: ignore[arg-type]


def compare_with_net(
    tables: Tables, smoothing: float, weights: torch.Tensor, train_weights: torch.Tensor | None = None
) -> ModelComparison:
    """Compare the counted model at a smoothing with the net that has `weights` (V, V), trained on all words.

    `train_weights` (V, V): the weights of the same net, trained on the train words; None if there are none. Raises
    ValueError as `smoothed_probs` does, or if nothing is counted.
    """
    of_train = CountedModel(tables.train, smoothing), None if train_weights is None else NetModel(train_weights)
    return compare_models(tables, (CountedModel(tables.all, smoothing), NetModel(weights)), of_train)
