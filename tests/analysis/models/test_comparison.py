"""Every number between counts and net: against plain loops over the words, by hand, and where there are no words."""

import math

import pytest

from analysis.counts.likelihood import score_word
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import count_tables
from analysis.models.comparison import compare_with_net
from analysis.net.forward import initial_weights, net_probs
from analysis.net.training import train
from analysis.words.split import split_words


def weights_of(counts, epochs=30):
    """A net trained on counts from the same first weights each time."""
    return train(counts, initial_weights("rand", len(counts), 3), epochs=epochs, learning_rate=10, lam=0.01).weights


def mean_over(words, vocab, probs):
    """The mean nll of words, letter by letter."""
    letters = [letter.logprob for word in words for letter in score_word(word, vocab, probs).letters]
    return -sum(letters) / len(letters)


def test_each_nll_is_the_mean_over_the_letters_of_its_words(words):
    few = words[:300]
    tables = count_tables(few)
    learned, of_train = weights_of(tables.all), weights_of(tables.train)
    beside, split = compare_with_net(tables, 0.5, learned, of_train), split_words(few)
    counted, counted_train = smoothed_probs(tables.all, 0.5), smoothed_probs(tables.train, 0.5)
    expected = [
        *(mean_over(few, tables.vocab, probs) for probs in (counted, net_probs(learned))),
        *(mean_over(split.train, tables.vocab, probs) for probs in (counted_train, net_probs(of_train))),
        *(mean_over(split.dev, tables.vocab, probs) for probs in (counted_train, net_probs(of_train))),
    ]
    assert list(beside[-6:]) == pytest.approx(expected, abs=1e-12)


def test_a_pair_that_train_never_saw_is_infinite_by_counts_and_finite_by_the_net(names):
    beside = compare_with_net(names, 0.0, weights_of(names.all), weights_of(names.train))
    assert beside.dev_nll_counts == math.inf
    assert beside.train_nll_counts < beside.train_nll_neural < beside.dev_nll_neural + 0.1 < math.inf


def test_where_there_are_no_words_or_no_such_net_there_is_no_nll():
    one, five = count_tables(["ab"]), count_tables(["ab", "b", "ab", "b", "ab"])
    assert compare_with_net(one, 0.0, weights_of(one.all), weights_of(one.all))[-4:] == (None,) * 4
    without = compare_with_net(five, 1.0, weights_of(five.all))
    assert (without.train_nll_neural, without.dev_nll_neural) == (None, None)
    assert without.train_nll_counts > 0
    # four words of train, none of dev
    assert compare_with_net(five, 1.0, weights_of(five.all), weights_of(five.train)).train_nll_neural > 0
    assert without.dev_nll_counts is None
