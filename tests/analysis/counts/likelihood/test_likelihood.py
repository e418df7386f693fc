import math
import re
from itertools import pairwise

import pytest
import torch
from hypothesis import given

from analysis.counts.bigrams import count_bigrams, encode_words
from analysis.counts.likelihood import log_likelihood, mean_nll, perplexity, running_sum, score_word
from analysis.counts.smoothing import smoothed_probs
from analysis.lecture import lecture_nll
from analysis.words.vocabulary import Vocabulary, build_vocabulary
from tests.strategies import FILLED_LISTS, SMOOTHINGS, counts_of

AB = build_vocabulary(["ab", "b"])
AB_PROBS = torch.tensor([[0, 0.5, 0.5], [0, 0, 1], [1, 0, 0]])  # counted on ab, b


def test_one_word_letter_by_letter_by_hand():
    # ab: .a 1/2, ab 1, b. 1, over 3 characters
    score = score_word("ab", AB, AB_PROBS)
    assert ([letter.prob for letter in score.letters], [letter.logprob for letter in score.letters], score.nll) == (
        [0.5, 1, 1],
        pytest.approx([-math.log(2), 0, 0]),
        pytest.approx(math.log(2) / 3),
    )


@given(FILLED_LISTS, SMOOTHINGS)
def test_the_log_likelihood_agrees_with_a_loop_over_letters(words, smoothing):
    counts, vocab = counts_of(words), build_vocabulary(words)
    probs = smoothed_probs(counts, smoothing)
    slow = 0.0
    for word in words:
        for a, b in pairwise(vocab.encode(word)):
            slow += math.log(probs[a, b])
    assert log_likelihood(counts, probs) == pytest.approx(slow, abs=1e-10)


@given(FILLED_LISTS, SMOOTHINGS)
def test_the_mean_nll_of_words_is_their_sum_over_their_letters(words, smoothing):
    counts, vocab = counts_of(words), build_vocabulary(words)
    probs = smoothed_probs(counts, smoothing)
    scores = [score_word(word, vocab, probs) for word in words]
    slow = sum(-score.log_likelihood for score in scores) / sum(len(score.letters) for score in scores)
    assert mean_nll(counts, probs) == pytest.approx(slow, abs=1e-12)


@pytest.mark.parametrize(
    ("nll", "expected"), [(0, 1), (math.log(2), 2), (math.log(27), 27), (math.inf, math.inf), (1e308, math.inf)]
)
def test_perplexity_is_the_number_of_equally_likely_characters(nll, expected):
    assert perplexity(nll) == pytest.approx(expected)


def test_a_pair_of_probability_0_makes_the_words_impossible_and_is_named():
    # ba: .b 1/2, ba 0, a. 0
    counts, score = count_bigrams(["ba"], AB), score_word("ba", AB, AB_PROBS)
    assert (log_likelihood(counts, AB_PROBS), mean_nll(counts, AB_PROBS)) == (-math.inf, math.inf)
    assert (score.log_likelihood, score.nll) == (-math.inf, math.inf)
    assert [(step.previous, step.next) for step in score.impossible] == [(2, 1), (1, 0)]


def test_cells_that_never_occur_do_not_count():
    assert log_likelihood(torch.tensor([[0, 1], [0, 0]]), torch.tensor([[0.0, 1.0], [math.nan, 0.0]])) == 0


@pytest.mark.parametrize(
    "nll",
    [
        mean_nll(torch.tensor([[0, 1], [1, 0]]), torch.tensor([[0.0, 1.0], [1.0, 0.0]])),
        score_word("a", Vocabulary((".", "a")), torch.tensor([[0.0, 1.0], [1.0, 0.0]])).nll,
    ],
    ids=["mean_nll", "score_word"],
)
def test_a_perfect_model_scores_0_and_not_minus_0(nll):
    assert str(nll) == "0.0"


def test_nothing_counted_has_no_mean():
    with pytest.raises(ValueError, match="a mean nll needs at least one bigram, got none"):
        mean_nll(torch.zeros(2, 2), torch.ones(2, 2))


def test_tables_of_two_shapes_are_refused():
    with pytest.raises(ValueError, match=re.escape("counts and probs must have one shape, got (2, 2) and (1, 2)")):
        log_likelihood(torch.ones(2, 2), torch.ones(1, 2))


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("", "a word needs at least one letter, got none"),
        ("abc", "letter 'c' is not in the vocabulary .ab"),
        ("a.b", "a word cannot contain the boundary '.', got 'a.b'"),
    ],
)
def test_a_word_that_cannot_be_scored_is_refused(word, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        score_word(word, AB, AB_PROBS)


@pytest.mark.parametrize("smoothing", [0.0, 1.0])
def test_the_running_sum_is_that_of_the_lectures_loop(smoothing, names, words):
    few = words[:1000]
    table = count_bigrams(few, names.vocab)
    ours = running_sum(encode_words(few, names.vocab), table + smoothing)
    assert ours == lecture_nll(few, names.vocab, table, smoothing)
