"""A trained net as a model: sums of 1 for every context, and words at once as letter by letter."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from analysis.models.base import examples_of
from analysis.models.likelihood import mean_nll, nlls_of_each, score_word
from analysis.models.trained.model import TrainedModel
from analysis.models.trained.nets import NETS
from analysis.models.trained.training import start_weights
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from tests.analysis.models.trained.conftest import ABC, SMALL

WORDS = ["a", "abc", "cab", "ccccc", "abcabcabc", "b"]  # shorter and longer than every k


def test_the_probabilities_after_every_context_sum_to_1(model):
    contexts = torch.cartesian_prod(*[torch.arange(len(ABC))] * model.k)
    probs = model.next_probs(contexts)
    assert probs.dtype == torch.float64
    assert probs.shape == (4**model.k, 4)
    assert torch.allclose(probs.sum(1), torch.ones(len(probs), dtype=torch.float64), rtol=0, atol=1e-12)


def test_words_at_once_have_the_probabilities_of_one_letter_after_the_other(model):
    examples = examples_of(WORDS, ABC, model.k)
    one_by_one = [float(model.next_probs(context[None])[0, target]) for context, target in zip(*examples, strict=True)]
    assert model.probs_of_words(WORDS, ABC).tolist() == pytest.approx(one_by_one, abs=1e-12)


@pytest.mark.parametrize("name", NETS)
@given(words=st.lists(st.text("abc", min_size=1, max_size=12), min_size=1, max_size=5))
def test_any_words_at_once_are_those_letter_by_letter(name, words):
    net = NETS[name](len(ABC), **SMALL[name])
    start_weights(net, torch.Generator().manual_seed(2))
    model = TrainedModel(net)
    contexts, targets = examples_of(words, ABC, model.k)
    rows = model.next_probs(contexts)
    assert torch.allclose(model.probs_of_words(words, ABC), rows[torch.arange(len(targets)), targets], atol=1e-12)


def test_what_stands_before_the_beginning_of_a_word_is_not_looked_at(model):
    clean, other = [0] * model.k, [1] * model.k
    other[-1] = clean[-1] = 2
    other[-2] = 0
    assert torch.equal(*model.next_probs(torch.tensor([clean, other])))


def test_no_context_and_no_word_give_nothing(model):
    assert model.next_probs(torch.empty(0, model.k, dtype=torch.int64)).shape == (0, 4)
    assert model.probs_of_words([], ABC).tolist() == []


def test_scores_of_words_agree_with_their_mean_nll(model):
    scores = [score_word(word, ABC, model) for word in WORDS]
    assert nlls_of_each(WORDS, ABC, model).tolist() == pytest.approx([one.nll for one in scores], abs=1e-12)
    letters = sum(len(word) + 1 for word in WORDS)
    total = -math.fsum(one.log_likelihood for one in scores)
    assert mean_nll(WORDS, ABC, model) == pytest.approx(total / letters, abs=1e-12)


def test_the_same_seed_draws_the_same_words_from_a_net(model):
    drawn = [sample_words(model, ABC, 3, open_stream("lecture", 7)) for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert set("".join(drawn[0])) <= set("abc")
