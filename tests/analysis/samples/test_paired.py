"""Paired samples: names of two models from the same places of one stream."""

import numpy as np
import pytest
import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.samples.names import sample_words
from analysis.samples.paired import PairedSample, list_figures, paired_samples, same_names
from analysis.streams import STREAMS, open_stream
from analysis.streams.tape import Tape
from analysis.words.vocabulary import Vocabulary

SEED = 2147483647
AB = Vocabulary((".", "a", "b"))
FIRST = torch.tensor([[0, 0.5, 0.5], [0.5, 0, 0.5], [1, 0, 0]])
SECOND = torch.tensor([[0, 0.5, 0.5], [0.25, 0.25, 0.5], [1, 0, 0]])
every_stream = pytest.mark.parametrize("name", STREAMS)


def test_three_pairs_by_hand(monkeypatch):
    # u:      .4 .4  .4 .9 .3  .6 .1
    # first:  a  .   a  b  .   b  .      row a: cumulative .5 .5 1
    # second: a  a   a  b  .             from place 0; row a: cumulative .25 .5 1
    #                a  b  .   b  .      from the places 2 and 5
    stream = open_stream("lecture", 0)
    stream._tape = Tape(lambda count: np.resize([0.4, 0.4, 0.4, 0.9, 0.3, 0.6, 0.1], count))
    monkeypatch.setattr("analysis.samples.paired.open_stream", lambda *_: stream)
    pairs = paired_samples(FIRST, SECOND, AB, 3, "lecture", 0)
    assert [tuple(pair) for pair in pairs] == [("a", "aaab", 0, 1), ("ab", "ab", 2, None), ("b", "b", 5, None)]
    assert same_names(pairs) == 2


@every_stream
def test_pairs_agree_with_streams_that_are_opened_afresh_and_run_to_each_place(name, names):
    first, second, place = smoothed_probs(names.all, 0), smoothed_probs(names.all, 30), 0
    pairs = paired_samples(first, second, names.vocab, 12, name, SEED)
    running = sample_words(first, names.vocab, 12, open_stream(name, SEED))
    for pair, word in zip(pairs, running, strict=True):
        fresh = open_stream(name, SEED)
        fresh.draw_many(fresh.prepare(first[0]), place)
        (other,) = sample_words(second, names.vocab, 1, fresh)
        marked = zip(word + "." * 1000, other + "." * 1000, strict=False)
        differs = None if word == other else next(i for i, (a, b) in enumerate(marked) if a != b)
        assert pair == PairedSample(word, other, place, differs)
        place += len(word) + 1


@every_stream
def test_names_that_do_not_end_are_cut_and_the_next_begins_where_they_were_cut(name):
    never = torch.tensor([[0, 1.0, 0], [0, 1, 0], [1, 0, 0]])
    always_b = torch.tensor([[0, 1.0, 0], [0, 0, 1], [1, 0, 0]])
    pairs = paired_samples(never, always_b, AB, 2, name, 1, max_len=2)
    assert pairs == [PairedSample("aa", "ab", 0, 1), PairedSample("aa", "ab", 2, 1)]
    assert [pair.place for pair in paired_samples(never, never, AB, 2, name, 1, max_len=0)] == [0, 0]


def test_figures_of_no_names_are_refused():
    with pytest.raises(ValueError, match="at least one name, got none"):
        list_figures([])


def test_an_empty_name_has_no_letter():
    assert list_figures(["", "a", "bcd"]) == (1, 4 / 3, None)
