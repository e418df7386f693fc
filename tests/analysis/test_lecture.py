"""The lecture's own slow loops: they give the same as our functions, and the figures that the lecture printed."""

import pytest
import torch

from analysis.counts.bigrams import count_bigrams
from analysis.counts.smoothing import smoothed_probs
from analysis.lecture import examples_of, lecture_counts, lecture_nll, lecture_sample, lecture_training
from analysis.net.forward import initial_weights
from analysis.net.training import train
from analysis.samples.names import sample_words
from analysis.streams import open_stream


def test_counting_cell_by_cell_gives_our_table(words, names):
    assert torch.equal(lecture_counts(words[:500], names.vocab).long(), count_bigrams(words[:500], names.vocab))


@pytest.mark.slow
def test_the_float32_running_sum_gives_the_printed_figures(words, names):
    assert lecture_nll(words, names.vocab, names.all, 0) == (-559891.75, 2.454094171524048)


def test_sampling_name_by_name_gives_the_names_of_the_torch_stream(names):
    probs = smoothed_probs(names.all, 1.0)
    assert lecture_sample(probs, names.vocab, 20, 7) == sample_words(probs, names.vocab, 20, open_stream("torch", 7))


def test_the_lectures_training_gives_our_losses_and_the_printed_ones(names):
    weights = initial_weights("randn", 27, 2147483647)
    lecture = list(lecture_training(*examples_of(names.all), weights, 3))
    ours = train(names.all, weights, epochs=3, learning_rate=50, lam=0).loss
    assert ours == pytest.approx(lecture, abs=1e-6)
    assert lecture == pytest.approx([3.758953, 3.371100, 3.154043], abs=1e-6)


def test_the_examples_of_a_table_are_every_pair_as_often_as_it_was_counted():
    xs, ys = examples_of(torch.tensor([[0, 2], [1, 0]]))
    assert (xs.tolist(), ys.tolist()) == ([0, 0, 1], [1, 1, 0])
