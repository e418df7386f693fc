from bisect import bisect_right

import numpy as np
import pytest
import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.samples.names import OWN_ROW, sample_many, sample_own_rows, sample_words
from analysis.streams import STREAMS, open_stream
from analysis.streams.numbers import uniform_rows
from analysis.words.vocabulary import Vocabulary

AB = Vocabulary((".", "a", "b"))
ALWAYS_AB = torch.tensor([[0.0, 1, 0], [0, 0, 1], [1, 0, 0]])
NEVER_ENDS = torch.tensor([[0.0, 1, 0], [0, 1, 0], [1, 0, 0]])
every_stream = pytest.mark.parametrize("name", STREAMS)


def test_rows_of_many_need_not_sum_to_one(names):
    probs, rows = smoothed_probs(names.all, 0), uniform_rows(1, 20, 50)
    assert sample_many(probs * 4, names.vocab, rows) == sample_many(probs, names.vocab, rows)


def test_two_words_of_many_by_hand():
    # cumulative: row . = 0 .5 1, row a = .25 .5 1, row b = 1
    # u .4: a, .2: .            -> a
    # u .6: b, .9: ., .1: not read -> b
    # u .4: a, .4: a, .26: a, cut -> aaa
    probs = torch.tensor([[0, 0.5, 0.5], [0.25, 0.25, 0.5], [1, 0, 0]])
    rows = np.array([[0.4, 0.2, 0.9], [0.6, 0.9, 0.1], [0.4, 0.4, 0.26]])
    assert sample_many(probs, AB, rows) == ["a", "b", "aaa"]


def test_many_words_are_drawn_in_float64():
    # 0.33333334 is above 1/3, but below the float32 next to it, 0.33333334327
    thirds = torch.tensor([[1 / 3, 2 / 3, 0]] * 3, dtype=torch.float64)
    assert sample_many(thirds, AB, np.array([[0.33333334]])) == ["a"]


@pytest.mark.parametrize("smoothing", [0, 1, 1000])
def test_many_words_agree_with_a_plain_loop(names, smoothing):
    probs, rows = smoothed_probs(names.all, smoothing), uniform_rows(1, 200, 30)
    slow = []
    for row in rows.tolist():
        word, current = "", 0
        for u in row:
            cumulative = np.cumsum(probs[current].numpy())
            current = bisect_right((cumulative / cumulative[-1]).tolist(), u)
            if current == 0:
                break
            word += names.vocab.itos[current]
        slow.append(word)
    assert sample_many(probs, names.vocab, rows) == slow


@every_stream
@pytest.mark.parametrize("max_len", [0, 1, 4])
def test_a_word_that_does_not_end_is_cut(name, max_len):
    assert sample_words(NEVER_ENDS, AB, 2, open_stream(name, 1), max_len=max_len) == ["a" * max_len] * 2


def test_a_word_can_be_empty_where_the_end_can_follow_the_start():
    certain_end = torch.tensor([[1.0, 0, 0]] * 3)
    assert sample_words(certain_end, AB, 2, open_stream("lecture", 1)) == ["", ""]


def test_no_rows_of_uniforms_give_no_words():
    assert sample_many(ALWAYS_AB, AB, np.empty((0, 5))) == []


def test_a_uniform_of_0_never_draws_what_has_probability_0():
    probs = torch.tensor([[0, 1.0, 0], [0, 0, 1.0], [1.0, 0, 0]])
    assert sample_many(probs, AB, np.zeros((1, 3))) == ["ab"]


def test_many_words_from_a_row_without_mass_are_refused():
    with pytest.raises(ValueError, match="with a sum above 0, got"):
        sample_many(torch.zeros(3, 3), AB, np.full((1, 3), 0.5))


def test_words_with_rows_of_their_own_are_the_same_drawn_in_blocks(names, monkeypatch):
    probs = smoothed_probs(names.all, 1.0)
    monkeypatch.setattr("analysis.samples.names.BLOCK", 3)
    assert sample_own_rows(probs, names.vocab, 8, 42) == sample_many(probs, names.vocab, uniform_rows(42, 8, OWN_ROW))
