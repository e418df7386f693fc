"""The mean of the probabilities of several models, whatever each of them looks at."""

import pytest
import torch

from analysis.models.likelihood import mean_nll, probs_of_words
from analysis.models.mean import MeanModel
from analysis.models.ngrams.choose import read_name
from analysis.models.table import TableModel
from analysis.words.vocabulary import Vocabulary

AB = Vocabulary((".", "a", "b"))
WORDS = ["ab", "b", "abb"]


@pytest.fixture
def mean():
    """Equal chances, and counts of two letters."""
    return MeanModel([TableModel(torch.full((3, 3), 1 / 3)), read_name("kn:2").count(WORDS, AB)])


def test_each_row_is_the_mean_of_those_of_the_models(mean):
    contexts = torch.tensor([[0, 0], [0, 1], [1, 2]])
    uniform, counted = mean.models
    assert mean.k == 2
    assert torch.equal(
        mean.next_probs(contexts), (uniform.next_probs(contexts[:, 1:]) + counted.next_probs(contexts)) / 2
    )
    assert mean.next_probs(contexts).sum(1).tolist() == pytest.approx([1, 1, 1])


def test_words_at_once_have_the_mean_too(mean):
    uniform, counted = (probs_of_words(WORDS, AB, model) for model in mean.models)
    assert torch.equal(probs_of_words(WORDS, AB, mean), (uniform + counted) / 2)
    assert mean_nll(WORDS, AB, mean) == pytest.approx(-float(((uniform + counted) / 2).log().mean()))
