"""The texts of each lesson with their numbers, calculated from the lecture's list, whatever list is at hand."""

from __future__ import annotations

import math
from typing import Any

import streamlit as st

from analysis.counts.contexts.sizes import context_sizes
from analysis.counts.likelihood import score_word
from analysis.counts.normalization.divisions import NAMES, compare_divisions
from analysis.counts.smoothing import smoothed_probs, sweep_nll
from analysis.counts.word_list import load_list
from analysis.net.forward import initial_weights, net_nll, net_probs
from analysis.net.regularization import side_by_side
from analysis.net.training import train
from analysis.samples.names import sample_words
from analysis.samples.paired import paired_samples, same_names
from analysis.settings import LEARNING_RATE, SEED
from analysis.streams import open_stream
from pages.components.texts import texts

t = texts(__file__)
IMPOSSIBLE = "andrejq"  # a name of the lecture, with a pair that never occurs
SOME, MUCH = 5, 1_000_000  # fake counts
TRIED = (0, 0.1, 0.2, 0.5, 1, 2, 5)  # fake counts, judged on the dev names
EPOCHS, MORE_EPOCHS = 200, 300
LAM, NEAREST = 0.01, 7.5975  # the lecture's λ, and the smoothing whose table is nearest


@st.cache_data(show_spinner=False)
def add_one_texts() -> dict[str, Any]:
    """Why add one?"""
    words = load_list()
    known, counts, vocab = words.tables, words.tables.all, words.tables.vocab
    size = len(vocab)
    nlls = sweep_nll(counts, [0, 1, SOME, MUCH])
    dev = dict(zip(TRIED, sweep_nll(known.train, TRIED, known.dev), strict=True))
    best = min(dev, key=dev.__getitem__)
    rarest = min(score_word("emma", vocab, smoothed_probs(counts, 0)).letters, key=lambda letter: letter.prob)
    of_j, one_added = vocab.stoi["j"], smoothed_probs(counts, 1)
    return t(
        "add_one",
        size=size,
        all_cells=size**2,
        pairs=words.summary.bigrams,
        chance_nll=math.log(size),
        zeros=int((counts == 0).sum()),
        rarest=vocab.itos[rarest.previous] + vocab.itos[rarest.next],
        rarest_prob=rarest.prob,
        after_j=int(counts[of_j].sum()),
        prob=float(one_added[of_j, vocab.stoi["q"]]),
        name_nll=score_word(IMPOSSIBLE, vocab, one_added).nll,
        nll=nlls[0],
        nll_one=nlls[1],
        nll_some=nlls[2],
        nll_much=nlls[3],
        new_pairs=int(((known.train == 0) & (known.dev > 0)).sum()),
        dev_one=dev[1],
        best=best,
        dev_best=dev[best],
        name=IMPOSSIBLE,
        some=SOME,
        much=MUCH,
    )


@st.cache_data(show_spinner=False)
def hidden_bug_texts() -> dict[str, Any]:
    """The bug that hides in the loss; with one fake count, as the page *Normalization* opens."""
    known = load_list().tables
    size = len(known.vocab)
    compared = compare_divisions(known.all, 1)
    right, wrong, total = compared["rows"], compared["sum1"], compared["total"]

    def names(of) -> str:
        return ", ".join(sample_words(of.probs, known.vocab, NAMES, open_stream("lecture", SEED.default)))

    return t(
        "hidden_bug",
        size=size,
        nll=right.nll,
        wrong_nll=wrong.nll,
        drawn_nll=wrong.sampled_nll,
        total_nll=total.nll,
        names=names(right),
        wrong_names=names(wrong),
        total_names=names(total),
        first=float(wrong.division.row_sums[0]),
        total_first=float(total.division.row_sums[0]),
    )


@st.cache_data(show_spinner=False)
def two_roads_texts() -> dict[str, Any]:
    """Two roads to one table."""
    words = load_list()
    counts, vocab = words.tables.all, words.tables.vocab
    size = len(vocab)
    first = initial_weights("randn", len(vocab), SEED.default)
    run, longer = (
        train(counts, first, epochs=epochs, learning_rate=LEARNING_RATE.default, lam=0)
        for epochs in (EPOCHS, MORE_EPOCHS)
    )
    counted = smoothed_probs(counts, 0)
    pairs = paired_samples(counted, net_probs(longer.weights), vocab, NAMES, "lecture", SEED.default)
    balance = side_by_side(counts, LAM, NEAREST, 0)
    contexts = context_sizes(words.seen, len(vocab), words.summary.bigrams)
    return t(
        "two_roads",
        size=size,
        all_cells=size**2,
        chance_nll=math.log(size),
        start=net_nll(counts, first),
        loss=run.final_loss,
        nll=sweep_nll(counts, [0])[0],
        same=same_names(pairs),
        n=NAMES,
        names=", ".join(pair.first for pair in pairs),
        epochs=EPOCHS,
        more_epochs=MORE_EPOCHS,
        lam=LAM,
        nearest=balance.nearest,
        three_letters=next(one.cells for one in contexts if one.letters == 3),
    )
