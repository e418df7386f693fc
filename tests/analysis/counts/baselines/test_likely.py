"""The likeliest words of a model, and how much of what it makes is in a list."""

import itertools

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts.baselines.likely import most_likely_words, shares_of_list
from analysis.counts.normalization import normalize
from analysis.counts.smoothing import smoothed_probs
from analysis.words.vocabulary import Vocabulary, build_vocabulary
from tests.strategies import counts_of

AB = Vocabulary((".", "a", "b"))


def chance(word, probs, vocab=AB):
    """The probability of a word, letter by letter."""
    ids, result = vocab.encode(word), 1.0
    for previous, following in itertools.pairwise(ids):
        result *= float(probs[previous, following])
    return result


@given(st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=5), st.floats(0.01, 10))
def test_no_word_is_likelier_than_the_likeliest(words, smoothing):
    probs = smoothed_probs(counts_of([*words, "ab"]), smoothing)
    found = most_likely_words(probs, AB, 3)
    values = [one.prob for one in found]
    assert values == sorted(values, reverse=True)
    assert values == pytest.approx([chance(one.word, probs) for one in found])
    every = {"".join(letters) for n in range(6) for letters in itertools.product("ab", repeat=n)}
    others = every - {one.word for one in found}
    assert max(chance(word, probs) for word in others) <= values[-1] + 1e-12


def test_a_model_whose_words_never_end_makes_none():
    assert most_likely_words(torch.tensor([[0.0, 1.0], [0.0, 1.0]]), Vocabulary((".", "a")), 3) == []


def test_a_loop_that_hardly_ever_ends_is_left():
    nearly = torch.tensor([[0.0, 1.0], [1e-300, 1.0]], dtype=torch.float64)
    assert len(most_likely_words(nearly, Vocabulary((".", "a")), 2)[0].word) == 1


def test_11_percent_of_the_names_of_a_bigram_are_real_ones(words, names):
    (share,) = shares_of_list(words, names.vocab, [smoothed_probs(names.all, 0)])
    assert share == pytest.approx(0.1140, abs=5e-5)
    few = words[:50]
    probs = smoothed_probs(names.all, 0)
    uniform = torch.full_like(probs, 1 / 27)
    assert shares_of_list(few, names.vocab, [uniform, probs]) == pytest.approx(
        [sum(chance(word, model, names.vocab) for word in set(few)) for model in (uniform, probs)]
    )


def test_a_word_that_comes_twice_counts_once():
    probs = normalize(counts_of(["ab", "a"]))
    assert shares_of_list(["ab", "ab"], AB, [probs]) == pytest.approx([chance("ab", probs)])


def test_of_an_empty_list_nothing_is_made():
    assert shares_of_list([], build_vocabulary(["a"]), [torch.full((2, 2), 0.5)]) == [0]
