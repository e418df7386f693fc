"""Each draw with what decided it: the numbers again give the letter that came."""

from itertools import groupby

import numpy as np
import pytest
import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.samples.names import sample_words
from analysis.samples.replay import draw_keys, slow_motion
from analysis.streams import STREAMS, open_stream
from analysis.streams.decisions import Decision, Inversion, Race
from analysis.words.vocabulary import Vocabulary

SEED = 2147483647
AB = Vocabulary((".", "a", "b"))
ALWAYS_AB = torch.tensor([[0.0, 1, 0], [0, 0, 1], [1, 0, 0]])
RACES = ["mkl", "cpu", "cuda"]


def draws_of(probs, n, name, seed=SEED):
    return slow_motion(probs, n, open_stream(name, seed)).draws


@pytest.mark.parametrize("name", STREAMS)
def test_the_draws_are_those_of_the_words(name, names):
    probs = smoothed_probs(names.all, 1.0)
    spelt = [list(word) for _, word in groupby(draws_of(probs, 5, name), key=lambda draw: draw.word)]
    words = sample_words(probs, names.vocab, 5, open_stream(name, SEED))
    assert [names.vocab.decode(draw.next for draw in word) for word in spelt] == words
    assert all([0, *(draw.next for draw in word)][:-1] == [draw.previous for draw in word] for word in spelt)
    assert all(draw.prob == float(probs[draw.previous, draw.next]) for word in spelt for draw in word)


@pytest.mark.parametrize("name", STREAMS)
def test_no_more_draws_are_kept_than_asked_for_and_all_are_counted(name, names, monkeypatch):
    probs = smoothed_probs(names.all, 1.0)
    whole = slow_motion(probs, 5, open_stream(name, SEED))
    stream = open_stream(name, SEED)
    looked_into, explain = [], stream.explain
    monkeypatch.setattr(stream, "explain", lambda *what: looked_into.append(what) or explain(*what))
    cut = slow_motion(probs, 5, stream, most=7)
    assert (len(cut.draws), len(looked_into), cut.total) == (7, 7, len(whole.draws))
    assert [draw[:4] for draw in cut.draws] == [draw[:4] for draw in whole.draws[:7]]


def test_u_lies_between_the_cumulative_probabilities_of_the_letter(names):
    for draw in draws_of(smoothed_probs(names.all, 0.0), 20, "lecture"):
        assert isinstance(draw.decided, Inversion)
        assert draw.decided.low < draw.decided.u <= draw.decided.high
        assert draw.decided.high - draw.decided.low == pytest.approx(draw.prob, abs=1e-6)
        assert draw.decided.cumulative[draw.next] == draw.decided.high


@pytest.mark.parametrize("name", RACES)
def test_the_largest_ratio_wins_and_the_second_largest_is_second(name, names):
    for draw in draws_of(smoothed_probs(names.all, 0.0), 20, name):
        assert isinstance(draw.decided, Race)
        ratios = draw.decided.ratios.tolist()
        assert ratios[draw.next] == max(ratios)
        assert sorted(ratios)[-2] == ratios[draw.decided.runner_up]


@pytest.mark.parametrize("name", RACES)
def test_a_race_that_only_one_can_win_has_no_runner_up(name):
    draws = draws_of(ALWAYS_AB, 2, name)
    assert [draw.decided.runner_up for draw in draws] == [None] * 6
    assert draw_keys(draws[0], AB)["runner_up"] is None


def test_a_race_says_uniform_wait_and_ratio_by_the_formula(names):
    draw = draws_of(smoothed_probs(names.all, 1.0), 1, "cpu")[0]
    keys = draw_keys(draw, names.vocab)
    assert keys["winner"]["e"] == pytest.approx(-np.log1p(-keys["winner"]["u"]))
    assert keys["winner"]["ratio"] == pytest.approx(keys["prob"] / keys["winner"]["e"], rel=1e-6)


def test_torch_shows_only_what_came(names):
    draws = draws_of(smoothed_probs(names.all, 1.0), 3, "torch")
    assert {type(draw.decided) for draw in draws} == {Decision}
    assert list(draw_keys(draws[0], names.vocab)) == ["word", "previous", "next", "prob"]
