"""What pages of the net read once a server, for all sessions: runs, and counts beside them; each gets a copy."""

from typing import NamedTuple

import pandas as pd
import streamlit as st
import torch

from analysis.counts.bigrams import count_bigrams
from analysis.counts.smoothing import smoothed_probs
from analysis.models.comparison import ModelComparison, compare_with_net
from analysis.net.forward import initial_weights, net_probs
from analysis.net.regularization import SwitchedOn, switch_on_penalty
from analysis.net.run_summary import RunSummary, summarize_run
from analysis.net.training import train
from analysis.samples.names import sample_words
from analysis.samples.paired import list_figures, paired_samples, running_samples, same_names
from analysis.settings import CORPUS, ONLY, SEED
from analysis.settings.pins import Comparison
from analysis.streams import open_stream
from analysis.views.slider import model_curves
from analysis.views.tables import loss_frame
from pages.components.cached import all_names, tables

TRAIN = "train"  # beside the options of `only`: the train part of the names


class Learned(NamedTuple):
    """A run without its checkpoints, which would take 12 MB: its losses by epoch, W (V, V), and how far it came."""

    losses: pd.DataFrame
    weights: torch.Tensor
    reached: RunSummary
    diverged: bool


def trained_on(only: str) -> torch.Tensor:
    """The counts (V, V) of all names, of their train part, or of one word alone."""
    known = tables()
    whole = {ONLY.default: known.all, TRAIN: known.train}
    return whole[only] if only in whole else count_bigrams([only], known.vocab)


@st.cache_data(max_entries=200)
def learned(only: str, init: str, seed: int, learning_rate: float, lam: float, epochs: int) -> Learned:
    """A net, trained from first weights."""
    counts = trained_on(only)
    first = initial_weights(init, counts.shape[0], seed)
    run = train(counts, first, epochs=epochs, learning_rate=learning_rate, lam=lam)
    return Learned(loss_frame(run), run.weights, summarize_run(run), run.diverged)


@st.cache_data(max_entries=200)
def names_of_net(only: str, init: str, seed: int, learning_rate: float, lam: float, epochs: int, n: int) -> list[str]:
    """n names of such a net, of the lecture's stream and seed."""
    probs = net_probs(learned(only, init, seed, learning_rate, lam, epochs).weights)
    return sample_words(probs, tables().vocab, n, open_stream("lecture", SEED.default))


class Compared(NamedTuple):
    """The counted model beside a net: the loss of the net at its end, what is between them, both running lists."""

    loss: float
    diverged: bool
    beside: ModelComparison
    words_counts: list[str]
    words_neural: list[str]


@st.cache_data(max_entries=200, show_spinner="Comparing …")
def compared(run: Comparison, *, held_out: bool = True) -> Compared:
    """All that a comparison shows; what needs another net, one of the train names alone, only if `held_out`."""
    known, of_all = tables(), net_of(run)
    of_train = net_of(run, TRAIN).weights if held_out else None
    beside = compare_with_net(known, run.smoothing, of_all.weights, of_train)
    models = smoothed_probs(known.all, run.smoothing), net_probs(of_all.weights)
    words = running_samples(*models, known.vocab, run.n, run.stream, run.seed)
    return Compared(of_all.reached.loss, of_all.diverged, beside, *words)


def net_of(run: Comparison, only: str = ONLY.default) -> Learned:
    """The net of a comparison; it stays the same where only the smoothing or the names are others."""
    return learned(only, run.init, run.init_seed, run.learning_rate, run.lam, run.epochs)


class Twins(NamedTuple):
    """Of the names of both models from the same places of a stream: how many are the same, and how many are real names.

    `real` is by model, "counts" and "net"; None where the list of names is not on this machine.
    """

    same: int
    real: dict[str, int] | None


@st.cache_data(max_entries=200)
def twins(run: Comparison, have_names: bool) -> Twins:
    """The figures of a comparison's twin names; `have_names` says whether the list of names is on this machine."""
    known = tables()
    models = smoothed_probs(known.all, run.smoothing), net_probs(net_of(run).weights)
    drawn, real = paired_samples(*models, known.vocab, run.n, run.stream, run.seed), all_names() if have_names else None
    lists = {"counts": [twin.first for twin in drawn], "net": [twin.second for twin in drawn]}
    figures = {model: list_figures(names, real).real for model, names in lists.items()}
    return Twins(same_names(drawn), None if real is None else figures)


@st.cache_resource
def model_curves_of(corpus: str = CORPUS.default) -> dict:
    """nll and mean entropy of the best net over lambda, and of the counted table over the smoothing."""
    return model_curves(tables(corpus).all)


@st.cache_resource
def penalty_switched_on() -> SwitchedOn:
    """The published run of a GPU: 200 epochs, then 200 with a penalty."""
    return switch_on_penalty(tables().all, initial_weights("cuda", len(tables().vocab), SEED.default))
