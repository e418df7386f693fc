"""Nets that all sessions share: training runs, and their comparison with the counts. Each caller gets a copy."""

from typing import NamedTuple

import pandas as pd
import streamlit as st
import torch

from analysis.counts.bigrams import count_bigrams
from analysis.counts.smoothing import mean_entropy, smoothed_probs
from analysis.counts.word_list import WordList, load_list
from analysis.models.comparison import ModelComparison, compare_with_net
from analysis.net.forward import initial_weights, net_probs
from analysis.net.optimum import RunSummary, summarize_run
from analysis.net.regularization import SwitchedOn, switch_on_penalty
from analysis.net.training import train
from analysis.samples.names import sample_words
from analysis.samples.paired import list_figures, paired_samples, running_samples, same_names
from analysis.settings import ONLY, SEED
from analysis.settings.pins import Comparison
from analysis.streams import open_stream
from analysis.views.slider import model_curves
from analysis.views.tables import loss_frame
from pages.components.cached import all_words, tables
from pages.components.list_at_hand import cached_by_list

TRAIN = "train"  # one more value of `only`, used for comparisons: the train part of the names


class Learned(NamedTuple):
    """A run: its losses by epoch, the last W (V, V), and a summary."""

    losses: pd.DataFrame
    weights: torch.Tensor
    reached: RunSummary
    diverged: bool


def trained_on(only: str) -> torch.Tensor:
    """The counts (V, V) of all words of the current list, of their train part, or of one word only."""
    known = tables()
    whole = {ONLY.default: known.all, TRAIN: known.train}
    return whole[only] if only in whole else count_bigrams([only], known.vocab)


def trained_on_each() -> dict[str, torch.Tensor]:
    """The same for each option of `only` whose letters are in the current list."""
    letters = set(tables().vocab.itos)
    return {only: trained_on(only) for only in ONLY.options if only == ONLY.default or letters.issuperset(only)}


@cached_by_list(max_entries=200)
def learned(words: WordList, only: str, init: str, seed: int, learning_rate: float, lam: float, epochs: int) -> Learned:
    """A trained net; `init` says how its first weights are made."""
    counts = trained_on(only)
    first = initial_weights(init, counts.shape[0], seed)
    run = train(counts, first, epochs=epochs, learning_rate=learning_rate, lam=lam)
    return Learned(loss_frame(run), run.weights, summarize_run(run), run.diverged)


@cached_by_list(max_entries=200)
def names_of_net(
    words: WordList, only: str, init: str, seed: int, learning_rate: float, lam: float, epochs: int, n: int
) -> list[str]:
    """n names from a trained net, drawn with the lecture's stream and seed."""
    probs = net_probs(learned(only, init, seed, learning_rate, lam, epochs).weights)
    return sample_words(probs, words.tables.vocab, n, open_stream("lecture", SEED.default))


class Compared(NamedTuple):
    """The counted model and a net: the net's last loss, their comparison, and the running list of names of each.

    `flatter` is the mean entropy of a row of the net less that of the counted table, in nats.
    """

    loss: float
    diverged: bool
    comparison: ModelComparison
    flatter: float
    words_counts: list[str]
    words_neural: list[str]


@cached_by_list(max_entries=200, show_spinner="Comparing …")
def compared(words: WordList, run: Comparison, *, held_out: bool = True) -> Compared:
    """All that a comparison shows. With `held_out`, a second net is trained on the train names, for the dev nll."""
    known, of_all = words.tables, net_of(run)
    of_train = net_of(run, TRAIN).weights if held_out and known.train.any() else None
    comparison = compare_with_net(known, run.smoothing, of_all.weights, of_train)
    models = smoothed_probs(known.all, run.smoothing), net_probs(of_all.weights)
    lists = running_samples(*models, known.vocab, run.n, run.stream, run.seed)
    counted, net = map(mean_entropy, models)
    return Compared(of_all.reached.loss, of_all.diverged, comparison, net - counted, *lists)


def net_of(run: Comparison, only: str = ONLY.default) -> Learned:
    """The net of a comparison. It does not depend on the smoothing, nor on how names are drawn."""
    return learned(only, run.init, run.init_seed, run.learning_rate, run.lam, run.epochs)


class Paired(NamedTuple):
    """Paired names, drawn from the same places of a stream: how many pairs are equal, and how many names are real.

    `real` has a number for each model, "counts" and "net"; None if the list of names is not on this machine.
    """

    same: int
    real: dict[str, int] | None


@cached_by_list(max_entries=200)
def paired(words: WordList, run: Comparison, have_names: bool) -> Paired:
    """The figures of the paired names of a comparison; `have_names`: the list of names is on this machine."""
    known = words.tables
    models = smoothed_probs(known.all, run.smoothing), net_probs(net_of(run).weights)
    drawn, real = paired_samples(*models, known.vocab, run.n, run.stream, run.seed), all_words() if have_names else None
    lists = {"counts": [pair.first for pair in drawn], "net": [pair.second for pair in drawn]}
    figures = {model: list_figures(names, real).real for model, names in lists.items()}
    return Paired(same_names(drawn), None if real is None else figures)


@cached_by_list(st.cache_resource)
def model_curves_of(words: WordList) -> dict:
    """nll and mean entropy of the best net over lambda, and of the counted table over the smoothing."""
    return model_curves(words.tables.all)


@st.cache_resource
def penalty_switched_on() -> SwitchedOn:
    """A published run, made on a GPU with the lecture's names: 200 epochs without a penalty, then 200 with one."""
    known = load_list("names").tables
    return switch_on_penalty(known.all, initial_weights("cuda", len(known.vocab), SEED.default))
