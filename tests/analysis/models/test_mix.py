"""A mix of models: the mean of their probabilities, whatever each of them looks at."""

import pytest
import torch

from analysis.models.likelihood import mean_nll, probs_of_words
from analysis.models.mix import MixedModel
from analysis.models.ngrams.choose import read_name
from analysis.models.table import TableModel
from analysis.words.vocabulary import Vocabulary

AB = Vocabulary((".", "a", "b"))
WORDS = ["ab", "b", "abb"]


@pytest.fixture
def mix():
    """Equal chances, and counts of two letters."""
    return MixedModel([TableModel(torch.full((3, 3), 1 / 3)), read_name("kn:2").count(WORDS, AB)])


def test_each_row_is_the_mean_of_those_of_the_models(mix):
    contexts = torch.tensor([[0, 0], [0, 1], [1, 2]])
    uniform, counted = mix.models
    assert mix.k == 2
    assert torch.equal(
        mix.next_probs(contexts), (uniform.next_probs(contexts[:, 1:]) + counted.next_probs(contexts)) / 2
    )
    assert mix.next_probs(contexts).sum(1).tolist() == pytest.approx([1, 1, 1])


def test_words_at_once_have_the_mean_too(mix):
    uniform, counted = (probs_of_words(WORDS, AB, model) for model in mix.models)
    assert torch.equal(probs_of_words(WORDS, AB, mix), (uniform + counted) / 2)
    assert mean_nll(WORDS, AB, mix) == pytest.approx(-float(((uniform + counted) / 2).log().mean()))
