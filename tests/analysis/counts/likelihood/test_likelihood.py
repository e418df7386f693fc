import math
import re
from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given

from analysis.counts.bigrams import count_bigrams, encode_words
from analysis.counts.likelihood import log_likelihood, mean_nll, perplexity, running_sum, score_word
from analysis.counts.smoothing import smoothed_probs
from analysis.lecture import lecture_nll
from analysis.words.vocabulary import Vocabulary, build_vocabulary
from tests.strategies import COUNTS, FILLED_LISTS, SMOOTHINGS, counts_of

ANDREJQ = {  # N1, smoothing 0
    ".a": (0.1377, -1.9829),
    "an": (0.1605, -1.8296),
    "nd": (0.0384, -3.2594),
    "dr": (0.0771, -2.5620),
    "re": (0.1336, -2.0127),
    "ej": (0.0027, -5.9171),
    "jq": (0, -math.inf),
    "q.": (0.1029, -2.2736),
}
AB = build_vocabulary(["ab", "b"])
AB_PROBS = torch.tensor([[0, 0.5, 0.5], [0, 0, 1], [1, 0, 0]])  # counted on ab, b


@given(COUNTS, SMOOTHINGS)
def test_the_log_likelihood_is_never_above_0(counts, smoothing):
    assert log_likelihood(counts, smoothed_probs(counts, smoothing)) <= 0


@given(COUNTS, COUNTS)
def test_no_model_beats_the_counts_on_their_own_words(counts, other):
    size = min(len(counts), len(other))
    rival = torch.ones_like(counts)
    rival[:size, :size] += other[:size, :size]
    assert mean_nll(counts, smoothed_probs(counts, 0)) <= mean_nll(counts, smoothed_probs(rival, 0)) + 1e-12


@given(COUNTS)
def test_a_uniform_model_has_nll_ln_v(counts):
    uniform = torch.full(counts.shape, 1 / len(counts), dtype=torch.float64)
    assert mean_nll(counts, uniform) == pytest.approx(math.log(len(counts)), abs=1e-12)


@given(COUNTS, SMOOTHINGS)
def test_scoring_leaves_counts_and_probs_as_they_were(counts, smoothing):
    probs = smoothed_probs(counts, smoothing)
    before = counts.clone(), probs.clone()
    mean_nll(counts, probs)
    assert (torch.equal(counts, before[0]), torch.equal(probs, before[1])) == (True, True)


@given(FILLED_LISTS, SMOOTHINGS)
def test_a_word_has_one_letter_more_than_its_characters(words, smoothing):
    vocab = build_vocabulary(words)
    score = score_word(words[0], vocab, smoothed_probs(counts_of(words), smoothing))
    assert [(letter.previous, letter.next) for letter in score.letters] == list(pairwise(vocab.encode(words[0])))


def test_two_words_by_hand():
    # ab, b: .a 1/2, ab 1, b. 1, .b 1/2, b. 1; the product is 1/4, over 5 characters
    counts = count_bigrams(["ab", "b"], AB)
    assert (log_likelihood(counts, AB_PROBS), mean_nll(counts, AB_PROBS)) == (
        pytest.approx(-math.log(4)),
        pytest.approx(math.log(4) / 5),
    )


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


def test_a_pair_of_probability_0_makes_the_words_impossible():
    counts = count_bigrams(["ba"], AB)
    assert (log_likelihood(counts, AB_PROBS), mean_nll(counts, AB_PROBS)) == (-math.inf, math.inf)


def test_a_word_with_a_pair_of_probability_0_has_infinite_nll():
    assert (score_word("ba", AB, AB_PROBS).log_likelihood, score_word("ba", AB, AB_PROBS).nll) == (-math.inf, math.inf)


def test_the_impossible_steps_are_named():
    # ba: .b 1/2, ba 0, a. 0
    assert [(step.previous, step.next) for step in score_word("ba", AB, AB_PROBS).impossible] == [(2, 1), (1, 0)]


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


def test_the_nll_of_the_names_is_the_published_one(names):
    assert mean_nll(names.all, smoothed_probs(names.all, 0)) == pytest.approx(2.4540144892, abs=5.1e-11)


def test_the_log_likelihood_of_the_names_is_the_nll_times_the_examples(names):
    ours = log_likelihood(names.all, smoothed_probs(names.all, 0))
    assert ours == pytest.approx(-2.4540144892 * 228_146, abs=1e-4)


@pytest.mark.parametrize(("smoothing", "printed"), [(0, 2.454094171524048), (1, 2.4543562)])
def test_the_printed_nll_is_that_of_a_float32_running_sum(words, names, smoothing, printed):
    probs = names.all.float() + smoothing
    probs /= probs.sum(1, keepdim=True)
    ids = encode_words(words, names.vocab)
    running = np.cumsum(probs.log().numpy()[ids[:-1], ids[1:]], dtype=np.float32)[-1]
    assert -running / len(ids[1:]) == pytest.approx(printed, abs=5e-6)


def test_the_first_three_names_have_the_published_log_likelihood_and_nll(names):
    counts = count_bigrams(["emma", "olivia", "ava"], names.vocab)
    probs = smoothed_probs(names.all, 0)
    assert (log_likelihood(counts, probs), mean_nll(counts, probs)) == (
        pytest.approx(-38.7856, abs=5e-5),
        pytest.approx(2.4241, abs=5e-5),
    )


@pytest.mark.parametrize(("step", "pair"), list(enumerate(ANDREJQ)))
def test_the_letters_of_andrejq_are_the_published_ones(names, step, pair):
    letter = score_word("andrejq", names.vocab, smoothed_probs(names.all, 0)).letters[step]
    assert (names.vocab.itos[letter.previous] + names.vocab.itos[letter.next], letter.prob, letter.logprob) == (
        pair,
        pytest.approx(ANDREJQ[pair][0], abs=5e-5),
        pytest.approx(ANDREJQ[pair][1], abs=5e-5),
    )


def test_andrejq_is_impossible_only_by_jq(names):
    score = score_word("andrejq", names.vocab, smoothed_probs(names.all, 0))
    assert (score.nll, [names.vocab.itos[step.next] for step in score.impossible]) == (math.inf, ["q"])


def test_andrejq_is_possible_with_one_fake_count(names):
    score = score_word("andrejq", names.vocab, smoothed_probs(names.all, 1))
    assert (score.log_likelihood, score.nll) == (
        pytest.approx(-27.8672, abs=5e-5),
        pytest.approx(3.4834020137786865, abs=5e-7),  # printed from float32
    )


def test_the_uniform_model_has_the_published_nll(names):
    uniform = torch.full((27, 27), 1 / 27, dtype=torch.float64)
    assert mean_nll(names.all, uniform) == pytest.approx(3.295836866, abs=5e-10)


@pytest.mark.parametrize("smoothing", [0.0, 1.0])
def test_the_running_sum_is_that_of_the_lectures_loop(smoothing, names, words):
    few = words[:1000]
    table = count_bigrams(few, names.vocab)
    ours = running_sum(encode_words(few, names.vocab), table + smoothing)
    assert ours == lecture_nll(few, names.vocab, table, smoothing)
