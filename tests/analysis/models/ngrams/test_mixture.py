"""A mixture of three models: its nll on the names, sums of 1, and each part by a plain loop."""

import itertools

import numpy as np
import pytest
import torch
from hypothesis import given

from analysis.models.base import examples_of
from analysis.models.likelihood import mean_nll
from analysis.models.ngrams.mixture import LETTERS, MixtureModel, _best_shares, count_mixture
from analysis.words.split import split_words
from analysis.words.vocabulary import build_vocabulary
from tests.strategies import FILLED_LISTS

FEW = ["emma", "ava", "mia", "amelia", "eve", "mae", "emma", "lea", "alma", "ella", "eva", "lia"]


def test_the_mixture_is_below_every_other_counted_model_on_the_names(names, words):
    train, dev, test = split_words(words)
    model = count_mixture(train, names.vocab)
    assert [round(mean_nll(part, names.vocab, model), 4) for part in (dev, test)] == [1.9444, 1.9453]


@given(FILLED_LISTS)
def test_every_row_sums_to_1_and_no_letter_is_impossible(words):
    vocab = build_vocabulary(words)
    model = count_mixture(words, vocab)
    rows = model.next_probs(examples_of([*words, words[0] * 5], vocab, LETTERS).contexts)
    assert rows.sum(1).tolist() == pytest.approx([1.0] * len(rows), abs=1e-12)
    assert (rows > 0).all()
    assert model.weights.sum() == pytest.approx(1)


def test_each_row_is_the_weighted_sum_of_three_models_that_are_asked_for_what_they_look_at():
    vocab = build_vocabulary(FEW)
    model = count_mixture(FEW, vocab)
    a, e, ell, m = (vocab.id_of(letter) for letter in "aelm")
    assert model.vowels[[0, a, e, ell, m]].tolist() == [0, 2, 2, 1, 1]
    # amel: five letters; a place after four letters; vowel, consonant, vowel, consonant: 2 1 2 1 in base 3 is 70
    looks = [[0, a, m, e, ell], [a, m, 4, e, ell], [e, 70, ell]]
    parts = [one.next_probs(torch.tensor([look]))[0] for one, look in zip(model.models, looks, strict=True)]
    context = torch.tensor([[0] * 12 + [a, m, e, ell]])
    expected = sum(weight * part for weight, part in zip(model.weights, parts, strict=True))
    assert model.next_probs(context)[0].tolist() == pytest.approx(expected.tolist())


def test_the_weights_are_better_than_those_around_them():
    probs = np.random.default_rng(1).random((3, 200))
    times = np.arange(1, 201)
    best = _best_shares(probs, times)

    def nll(shares):
        return -(np.log(shares @ probs) @ times)

    for i, j in itertools.permutations(range(3), 2):
        moved = best.copy()
        step = min(0.02, moved[i])
        moved[[i, j]] += (-step, step)
        assert nll(best) <= nll(moved)


def test_one_word_gives_equal_weights_and_words_can_have_weights():
    vocab = build_vocabulary(["ab"])
    assert count_mixture(["ab"], vocab).weights.tolist() == [1 / 3] * 3
    once, thrice = count_mixture(["ab", "b"] * 3, vocab), count_mixture(["ab", "b"] * 3, vocab, [1] * 6)
    contexts = torch.tensor([[0] * 15 + [1]])
    assert once.next_probs(contexts).tolist() == thrice.next_probs(contexts).tolist()
    assert isinstance(once, MixtureModel)
