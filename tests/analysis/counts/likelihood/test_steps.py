"""Product, sum, minus, mean; and where a word stands among all of a list."""

import math

import numpy as np
import pytest
import torch

from analysis.counts.bigrams import encode_words
from analysis.counts.likelihood import score_word
from analysis.counts.likelihood.steps import nlls_of_words, share_below, steps_of, vanishes
from analysis.counts.smoothing import smoothed_probs
from analysis.words.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def score(names):
    return lambda word, smoothing=0.0: score_word(word, names.vocab, smoothed_probs(names.all, smoothing))


def test_the_product_is_that_of_the_probabilities(score):
    scores = [score("emma"), score("ava")]
    product = math.prod(letter.prob for one in scores for letter in one.letters)
    steps = steps_of(scores)
    assert steps.mantissa * 10.0**steps.exponent == pytest.approx(product, rel=1e-9)
    assert 1 <= steps.mantissa < 10


def test_a_product_beyond_float64_still_has_its_power_of_ten(score):
    steps = steps_of([score("emma")] * 100)  # exp(-1256.9)
    assert steps.exponent == math.floor(100 * score("emma").log_likelihood / math.log(10))


def test_one_impossible_letter_makes_the_product_nothing_and_the_nll_infinite(score):
    steps = steps_of([score("andrejq")])
    assert steps[1:4] == (0.0, 0, None)
    assert (steps.log_likelihood, steps.nll, steps.perplexity) == (-math.inf, math.inf, math.inf)


def test_no_word_has_no_number():
    with pytest.raises(ValueError, match="at least one word"):
        steps_of([])


def test_a_product_of_ones_is_one_to_the_power_of_nothing():
    # a -> . and . -> a are certain
    steps = steps_of([score_word("a", Vocabulary((".", "a")), torch.tensor([[0.0, 1.0], [1.0, 0.0]]))])
    assert (steps.mantissa, steps.exponent, steps.nll) == (1.0, 0, 0.0)


def test_the_float32_product_vanishes_where_torchs_does():
    probs = [0.09] * 60
    products = torch.tensor(probs, dtype=torch.float32).cumprod(0)
    place = int((products > 0).sum()) + 1
    assert vanishes(probs) == place
    assert vanishes(probs[: place - 1]) is None


def test_the_nll_of_every_word_is_that_of_its_score(names, score):
    words = ["emma", "a", "zx", "olivia"]
    nlls = nlls_of_words(encode_words(words, names.vocab), smoothed_probs(names.all, 0.5))
    assert nlls.tolist() == pytest.approx([score(word, 0.5).nll for word in words], abs=1e-12)


def test_an_impossible_word_is_at_infinity_and_the_others_are_not(names):
    nlls = nlls_of_words(encode_words(["jq", "ava"], names.vocab), smoothed_probs(names.all, 0.0))
    assert np.isinf(nlls).tolist() == [True, False]


def test_a_word_of_the_list_is_not_below_itself(names, score):
    nlls = nlls_of_words(encode_words(["emma", "ava", "olivia"], names.vocab), smoothed_probs(names.all, 0.0))
    shares = {word: share_below(nlls, score(word).nll) for word in ("emma", "ava", "olivia")}
    assert sorted(shares.values()) == [0, 1 / 3, 2 / 3]


def test_an_impossible_word_stands_above_every_possible_one():
    assert share_below(np.array([1.0, 2.0, math.inf, math.inf]), math.inf) == 0.5


def test_a_share_of_no_words_is_refused():
    with pytest.raises(ValueError, match="at least one word"):
        share_below(np.empty(0), 1.0)
