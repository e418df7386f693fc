"""Frames of words and counts, by hand."""

import math

import pytest

from analysis.counts.baselines import compare_baselines
from analysis.counts.baselines.lengths import lengths_of_list
from analysis.counts.contexts.sizes import context_sizes
from analysis.counts.likelihood import score_word
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import count_tables
from analysis.views.count_tables import (
    LOG,
    SQUARE,
    baselines_frame,
    cells_frame,
    contexts_frame,
    dictionary_frame,
    examples_frame,
    length_figures_frame,
    letters_frame,
    losses_frame,
    word_lengths_frame,
    words_frame,
)

TWO = {"the list": lengths_of_list({1: 1, 2: 3}), "others": lengths_of_list({4: 1})}


def test_figures_of_lengths_are_a_line_each():
    frame = length_figures_frame(TWO, [None, 0.5])
    assert frame.iloc[0, :5].tolist() == ["the list", 1.75, 0.0, 0.25, 0.0]
    assert frame["in_list"].isna().tolist() == [True, False]


def test_a_model_is_a_line():
    models = compare_baselines(count_tables(["ab", "b"]), 1.0)
    frame = baselines_frame(models)
    assert list(frame) == ["model", "nll", "dev_nll", "perplexity"]
    assert frame["nll"].tolist() == [model.nll for model in models]


def test_cells_come_twice_for_a_picture_and_once_for_a_table():
    sizes = context_sizes([3, 4], size=2, bigrams=12)
    assert contexts_frame(sizes).iloc[1].tolist() == [2, 8, 4, 0.5, 3.0]
    assert cells_frame(sizes)["number"].tolist() == [4, 3, 8, 4]


def test_of_no_words_there_is_no_length():
    assert len(word_lengths_frame({})) == 0


def test_pairs_keep_the_order_of_the_dictionary():
    frame = dictionary_frame({("b", "<E>"): 3, ("<S>", " "): 1})
    assert frame.to_numpy().tolist() == [["b", "<E>", 3], ["<S>", "␣", 1]]


def test_the_examples_of_a_word_have_their_counts():
    frame = examples_frame("ab", {("<S>", "a"): 7, ("a", "b"): 2})
    assert frame.to_numpy().tolist() == [
        [1, "<S>", "a", 7],
        [2, "a", "b", 2],
        [3, "b", "<E>", 0],
    ]


@pytest.fixture(scope="module")
def scores(names):
    probs = smoothed_probs(names.all, 0.0)
    return [score_word(word, names.vocab, probs) for word in ("ava", "jq")]


def test_each_letter_has_its_line(scores, names):
    frame = letters_frame(scores, names.vocab.itos)
    assert (frame["word"] + ":" + frame["previous"] + frame["next"]).tolist() == [
        "ava:.a",
        "ava:av",
        "ava:va",
        "ava:a.",
        "jq:.j",
        "jq:jq",
        "jq:q.",
    ]
    assert frame["prob"][0] == 4410 / 32033
    assert frame["logprob"][5] == -float("inf")


def test_each_word_has_its_sums_and_its_place_in_percent(scores):
    frame = words_frame(scores, [0.25, None])
    assert frame["characters"].tolist() == [4, 3]
    assert (round(frame["log_likelihood"][0], 4), round(frame["nll"][0], 4)) == (-8.7055, 2.1764)
    assert frame["perplexity"][1] == float("inf")
    assert frame["below"][0] == 25
    assert frame["below"].isna().tolist() == [False, True]


def test_a_letter_that_gets_no_probability_costs_without_end_in_the_logarithm_and_1_at_most_in_squares():
    frame = losses_frame().set_index(["loss", "p"])["cost"]
    assert frame[SQUARE, 0.5] == 0.25
    assert frame[LOG, 0.5] == math.log(2)
    assert (frame[SQUARE, 1], frame[LOG, 1]) == (0, 0)
    assert (frame[SQUARE].max() < 1, frame[LOG].max() > 4.6) == (True, True)
