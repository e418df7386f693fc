"""What a function is given stays as it was."""

import pytest
import torch

from analysis.counts.likelihood import mean_nll
from analysis.counts.likelihood.scaled_count import scaled_probs
from analysis.counts.normalization import DIVISORS, explain, normalize
from analysis.counts.normalization.costs import storages
from analysis.counts.normalization.divisions import compare_divisions
from analysis.counts.smoothing import smoothed_probs
from analysis.net.training import train
from analysis.samples.names import sample_many, sample_words
from analysis.streams import STREAMS, open_stream
from analysis.words.vocabulary import Vocabulary

AB = Vocabulary((".", "a", "b"))
FUNCTIONS = (
    {  # each gets a table of floats and a row of uniforms
        "smoothed_probs": lambda table, _: smoothed_probs(table, 2),
        "mean_nll": mean_nll,
        "scaled_probs": lambda table, _: scaled_probs(table, 0, 0, 5),
        "storages": lambda table, _: storages(table),
        "compare_divisions": lambda table, _: compare_divisions(table, 2),
        "train": lambda table, weights: train(table, weights, epochs=5, learning_rate=10, lam=0.01),
        "sample_many": lambda table, uniforms: sample_many(table, AB, uniforms.numpy()),
    }
    | {
        f"{function.__name__} {divisor}": lambda table, _, function=function, divisor=divisor: function(table, divisor)
        for function in (normalize, explain)
        for divisor in DIVISORS
    }
    | {
        f"sample_words {name}": lambda table, _, name=name: sample_words(table, AB, 5, open_stream(name, 1))
        for name in STREAMS
    }
)


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
def test_what_is_given_stays_as_it_was(function):
    given = [torch.tensor([[1.0, 3, 2], [2, 2, 4], [1, 2, 1]]).double(), torch.full((3, 3), 0.25).double()]
    before = [table.clone() for table in given]
    function(*given)
    assert all(map(torch.equal, given, before))
