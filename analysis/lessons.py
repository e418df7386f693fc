"""The numbers of the three lessons for teachers: the page *Lessons* has the sentences around them.

Each function gives them by the names of their places in these sentences; an nll is in nats per predicted character.
"""

from __future__ import annotations

import math
from typing import Any

from analysis.counts.contexts.sizes import context_sizes
from analysis.counts.likelihood import mean_nll, score_word
from analysis.counts.normalization.divisions import NAMES, compare_divisions
from analysis.counts.smoothing import smoothed_probs, sweep_nll
from analysis.counts.tables import Tables
from analysis.counts.word_list import WordList
from analysis.net.forward import initial_weights, net_probs
from analysis.net.regularization import side_by_side
from analysis.net.training import train
from analysis.samples.names import sample_words
from analysis.samples.paired import paired_samples, same_names
from analysis.settings import LEARNING_RATE, SEED
from analysis.streams import open_stream

IMPOSSIBLE = "andrejq"  # a name of the lecture, with a pair that never occurs
SOME, MUCH = 5, 1_000_000  # fake counts
TRIED = (0, 0.1, 0.2, 0.3, 0.5, 1, 2, 5)  # fake counts, judged on the dev names
EPOCHS, MORE_EPOCHS = 200, 300
LAM, NEAREST = 0.01, 7.5975  # the lecture's λ, and the smoothing whose table is nearest


def add_one(words: WordList) -> dict[str, Any]:
    """Why add one? What 0, 1, some and many fake counts do to a name, to the list, and to the dev names."""
    known, counts, vocab = words.tables, words.tables.all, words.tables.vocab
    size, of_j = len(vocab), vocab.stoi["j"]
    nll, nll_one, nll_some, nll_much = sweep_nll(counts, [0, 1, SOME, MUCH])
    dev = dict(zip(TRIED, sweep_nll(known.train, TRIED, known.dev), strict=True))
    best = min(dev, key=dev.__getitem__)
    rarest = min(score_word("emma", vocab, smoothed_probs(counts, 0)).letters, key=lambda letter: letter.prob)
    one_added = smoothed_probs(counts, 1)
    return {
        "size": size,
        "all_cells": size**2,
        "pairs": words.summary.bigrams,
        "chance_nll": math.log(size),
        "zeros": int((counts == 0).sum()),
        "rarest": vocab.itos[rarest.previous] + vocab.itos[rarest.next],
        "rarest_prob": rarest.prob,
        "after_j": int(counts[of_j].sum()),
        "prob": float(one_added[of_j, vocab.stoi["q"]]),
        "name_nll": score_word(IMPOSSIBLE, vocab, one_added).nll,
        "nll": nll,
        "nll_one": nll_one,
        "nll_some": nll_some,
        "nll_much": nll_much,
        "new_pairs": int(((known.train == 0) & (known.dev > 0)).sum()),
        "dev_one": dev[1],
        "best": best,
        "dev_best": dev[best],
        "name": IMPOSSIBLE,
        "some": SOME,
        "much": MUCH,
    }


def hidden_bug(known: Tables) -> dict[str, Any]:
    """The bug that hides in the loss: three divisions of the table, with one fake count."""
    compared = compare_divisions(known.all, 1)
    right, wrong, total = compared["rows"], compared["sum1"], compared["total"]
    names, wrong_names, total_names = (
        ", ".join(sample_words(one.probs, known.vocab, NAMES, open_stream("lecture", SEED.default)))
        for one in (right, wrong, total)
    )
    return {
        "size": len(known.vocab),
        "nll": right.nll,
        "wrong_nll": wrong.nll,
        "drawn_nll": wrong.sampled_nll,
        "total_nll": total.nll,
        "names": names,
        "wrong_names": wrong_names,
        "total_names": total_names,
        "first": float(wrong.division.row_sums[0]),
        "total_first": float(total.division.row_sums[0]),
    }


def two_roads(words: WordList) -> dict[str, Any]:
    """Two roads to one table: the counted table, and a net trained on the same counts."""
    counts, vocab = words.tables.all, words.tables.vocab
    size, counted = len(vocab), smoothed_probs(counts, 0)
    first = initial_weights("randn", size, SEED.default)
    run = train(counts, first, epochs=MORE_EPOCHS, learning_rate=LEARNING_RATE.default, lam=0)
    pairs = paired_samples(counted, net_probs(run.weights), vocab, NAMES, "lecture", SEED.default)
    contexts = context_sizes(words.seen, size, words.summary.bigrams)
    return {
        "size": size,
        "all_cells": size**2,
        "chance_nll": math.log(size),
        "start": run.loss[0],
        "loss": run.loss[EPOCHS],
        "nll": mean_nll(counts, counted),
        "same": same_names(pairs),
        "n": NAMES,
        "names": ", ".join(pair.first for pair in pairs),
        "epochs": EPOCHS,
        "more_epochs": MORE_EPOCHS,
        "lam": LAM,
        "nearest": side_by_side(counts, LAM, NEAREST, 0).nearest,
        "three_letters": next(one.cells for one in contexts if one.letters == 3),
    }
