"""Measures of the one-layer net. All are calculated in float64; published runs used float32."""

from __future__ import annotations

import functools
import itertools
from typing import Any

import torch

from analysis.counts.bigrams import count_bigrams
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import Tables, load_tables
from analysis.net.distance import kl, largest_difference, matching_smoothing
from analysis.net.forward import initial_weights, logits_by_product, net_nll, net_probs, neuron_weights
from analysis.net.optimum import optimum_nll, optimum_probs
from analysis.net.training import Run, gradient, train
from analysis.samples.names import sample_words
from analysis.settings import LAM, LEARNING_RATE
from analysis.streams import open_stream


def word_losses(names: Tables, word: str, seed: int, at: list[int], learning_rate: float, skip: int = 0) -> list:
    """The losses on one word from W = randn, as they were printed: counted from 1, each before its update, nats."""
    counts = count_bigrams([word], names.vocab)
    run = train(counts, _square(names, seed, skip), epochs=max(at), learning_rate=learning_rate, lam=0)
    return [run.loss[epoch - 1] for epoch in at]


def word_losses_of_seeds(names: Tables, word: str, seeds: list[int]) -> list:
    """The loss on one word of untrained nets, W = randn of each seed, nats."""
    return [net_nll(count_bigrams([word], names.vocab), _square(names, seed, 0)) for seed in seeds]


def first_gradient(names: Tables, word: str, seed: int) -> list:
    """W.grad[0, 0] on one word."""
    return [float(gradient(count_bigrams([word], names.vocab), _square(names, seed, 0), 0)[0, 0])]


def right_probs(names: Tables, word: str, seed: int, skip: int = 0) -> list:
    """The probability that an untrained net gives to each right next letter of a word."""
    probs = net_probs(_square(names, seed, skip))
    return [float(probs[a, b]) for a, b in itertools.pairwise(names.vocab.encode(word))]


def right_nlls(names: Tables, pairs: list[str], seed: int, skip: int) -> list:
    """The nll of some pairs under an untrained net, nats."""
    logprobs = net_probs(_square(names, seed, skip)).log()
    return [-float(logprobs[tuple(map(names.vocab.id_of, pair))]) for pair in pairs]


def untrained_logits(names: Tables, row: str, k: int, seed: int, skip: int) -> list:
    """The first k logits of a row of an untrained net (N1: activations)."""
    return _square(names, seed, skip)[names.vocab.id_of(row)][:k].tolist()


def untrained_probs(names: Tables, row: str, k: int, seed: int, skip: int) -> list:
    """The first k probabilities of a row of an untrained net."""
    return net_probs(_square(names, seed, skip))[names.vocab.id_of(row)][:k].tolist()


def likeliest(names: Tables, rows: str, seed: int, skip: int) -> list:
    """The most likely next letter of each row of an untrained net, and its probability."""
    probs = net_probs(_square(names, seed, skip))
    best = [probs[names.vocab.id_of(row)].max(dim=0) for row in rows]
    return [value for top in best for value in (names.vocab.itos[int(top.indices)], float(top.values))]


def single_neuron(names: Tables, word: str, seed: int, skip: int) -> list:
    """One-hot letters of a word times a single column of weights (27, 1)."""
    xs = torch.tensor(names.vocab.encode(word)[:-1])
    weights = neuron_weights(len(names.vocab), seed, skip)
    return [float(weights[x, 0]) for x in xs]


def one_product(names: Tables, word: str, example: int, neuron: int, seed: int, skip: int) -> list:
    """(xenc @ W)[example, neuron] of a word."""
    xs = torch.tensor(names.vocab.encode(word)[:-1])
    return [float(logits_by_product(xs, _square(names, seed, skip))[example, neuron])]


def losses(names: Tables, runs: list[dict], at: list[int]) -> list:
    """The losses of a training run as they were printed, counted from 1: before its update, penalty included, nats.

    `runs`: the settings of the run, or of several that follow each other, each going on
    from the weights of the one before. One more than the epochs is the loss after all updates.
    """
    run = _run(runs)
    every = [*run.loss, run.final_loss]
    return [every[epoch - 1] for epoch in at]


def mean_square(names: Tables, runs: list[dict]) -> list:
    """The mean of W squared after a run."""
    return [float((_run(runs).weights ** 2).mean())]


def learned_names(names: Tables, runs: list[dict], stream: str, seed: int, n: int) -> list:
    """The first n names of the net after a run."""
    return sample_words(net_probs(_run(runs).weights), names.vocab, n, open_stream(stream, seed))


def untrained_loss(names: Tables, init: str, seed: int) -> list:
    """The nll of all words under a net before any training, nats."""
    return [net_nll(names.all, initial_weights(init, len(names.vocab), seed))]


def best_nll(names: Tables, lams: list[float]) -> list:
    """The nll, penalty not included, of the best net at each lambda, nats."""
    return [optimum_nll(names.all, lam) for lam in lams]


def nearest_smoothing(names: Tables, lams: list[float]) -> list:
    """The smoothing whose counted model is nearest to the best net at each lambda."""
    return [matching_smoothing(names.all, optimum_probs(names.all, lam)).smoothing for lam in lams]


def nearest_kl(names: Tables, lams: list[float]) -> list:
    """The kl that remains at that smoothing, nats."""
    return [matching_smoothing(names.all, optimum_probs(names.all, lam)).kl for lam in lams]


def nearest_difference(names: Tables, lam: float) -> list:
    """The pair whose probability differs most at that smoothing, and by how much."""
    net = optimum_probs(names.all, lam)
    cell = largest_difference(smoothed_probs(names.all, matching_smoothing(names.all, net).smoothing), net)
    return [names.vocab.itos[cell.previous] + names.vocab.itos[cell.next], cell.size]


def nearest_row_difference(names: Tables, lam: float, row: str) -> list:
    """The largest difference of a probability within one row at that smoothing."""
    net, at = optimum_probs(names.all, lam), names.vocab.id_of(row)
    counted = smoothed_probs(names.all, matching_smoothing(names.all, net).smoothing)
    return [largest_difference(counted[at : at + 1], net[at : at + 1]).size]


def optimum_kl(names: Tables, lam: float) -> list:
    """The kl of the counted model, smoothing 0, to the best net, nats."""
    return [kl(names.all, smoothed_probs(names.all, 0), optimum_probs(names.all, lam))]


def _square(names: Tables, seed: int, skip: int) -> torch.Tensor:
    return initial_weights("randn", len(names.vocab), seed, skip)


def _run(runs: list[dict]) -> Run:
    return _train(tuple(tuple(sorted(run.items())) for run in runs))


@functools.lru_cache(maxsize=16)
def _train(runs: tuple) -> Run:
    """Train a run once, because several figures use it."""
    *before, last = runs
    settings: dict[str, Any] = {"learning_rate": LEARNING_RATE.default, "lam": LAM.default} | dict(last)
    counts = load_tables("names").all
    init, seed = settings.pop("init", None), settings.pop("seed", None)
    weights = _train(tuple(before)).weights if before else initial_weights(init, len(counts), seed)
    return train(counts, weights, **settings)
