"""What a function is given stays as it was, and a value out of its limits is refused."""

import re

import pytest
import torch

from analysis.counts.likelihood import mean_nll
from analysis.counts.likelihood.scaled_count import scale_count, scaled_probs
from analysis.counts.normalization import DIVISORS, explain, normalize
from analysis.counts.normalization.costs import storages
from analysis.counts.normalization.divisions import compare_divisions
from analysis.counts.smoothing import smoothed_probs, sweep_entropy, sweep_nll
from analysis.counts.tables import count_tables, load_summary, load_tables
from analysis.models.temperature import with_temperature
from analysis.net.forward import initial_weights
from analysis.net.optimum import optimum_nll, optimum_probs, optimum_weights
from analysis.net.regularization import side_by_side
from analysis.net.training import train
from analysis.samples.letters import METHODS, draw_at_once, draw_letters
from analysis.samples.names import sample_many, sample_words
from analysis.samples.paired import paired_samples
from analysis.settings import INIT
from analysis.streams import STREAMS, open_stream
from analysis.words.names import load_words
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


NAN, ONES = float("nan"), torch.ones(2, 2)
SEED = "seed must be a whole number from 0 to 18,446,744,073,709,551,615, got"
NUMBER, MANY = "must be a number from 0 to 1,000,000, got", "must be a whole number from 1 to 10,000,000, got"
OUT_OF_LIMITS = {  # a call, and what it says
    "smoothed_probs": (lambda: smoothed_probs(ONES, -0.001), f"smoothing {NUMBER} -0.001"),
    "sweep_nll": (lambda: sweep_nll(ONES, [0, NAN]), f"smoothing {NUMBER} nan"),
    "sweep_entropy": (lambda: sweep_entropy(ONES, [2e6]), f"smoothing {NUMBER} 2000000.0"),
    "scale_count": (lambda: scale_count(ONES, 0, 0, 0.09), "nudge must be a number from 0.1 to 10, got 0.09"),
    "with_temperature": (lambda: with_temperature(ONES, 0), "temperature must be a number from 0.01 to 100, got 0"),
    "optimum_weights": (lambda: optimum_weights(ONES, NAN), f"lam {NUMBER} nan"),
    "optimum_probs": (lambda: optimum_probs(ONES, NAN), f"lam {NUMBER} nan"),
    "optimum_nll": (lambda: optimum_nll(ONES, NAN), f"lam {NUMBER} nan"),
    "side_by_side": (lambda: side_by_side(ONES, -1.0, 0.0, row=0), f"lam {NUMBER} -1"),
    "train epochs": (
        lambda: train(ONES, ONES, epochs=10_000_001, learning_rate=1, lam=0),
        "epochs must be a whole number from 0 to 10,000,000, got 10000001",
    ),
    "train learning_rate": (
        lambda: train(ONES, ONES, epochs=1, learning_rate=NAN, lam=0),
        f"learning_rate {NUMBER} nan",
    ),
    "train lam": (lambda: train(ONES, ONES, epochs=1, learning_rate=1, lam=-0.01), f"lam {NUMBER} -0.01"),
    "sample_words": (lambda: sample_words(ONES, AB, 0, open_stream("cpu", 1)), f"n {MANY} 0"),
    "paired_samples": (lambda: paired_samples(ONES, ONES, AB, "ten", "cpu", 1), f"n {MANY} ten"),
    "draw_letters": (lambda: draw_letters(ONES[0], "cpu", 1, 0), f"draws {MANY} 0"),
    "draw_at_once": (lambda: draw_at_once(ONES[0], "cpu", 1, 10_000_001), f"draws {MANY} 10000001"),
    "count_tables": (lambda: count_tables(["a"]).part("vocab"), "part must be one of all, train, dev, test, got vocab"),
    "open_stream": (lambda: open_stream("tea", 1), "stream must be one of lecture, mkl, cpu, cuda, torch, got tea"),
    **{f"seed of {name}": (lambda name=name: open_stream(name, 2**64), f"{SEED} {2**64}") for name in STREAMS},
    **{
        f"first weights {init}": (lambda init=init: initial_weights(init, 3, -1), f"{SEED} -1") for init in INIT.options
    },
    **{f"seed {name}": (lambda draw=draw: draw(ONES[0], "cpu", -1, 3), f"{SEED} -1") for name, draw in METHODS.items()},
    **{f"stream {name}": (lambda draw=draw: draw(ONES[0], "tea", 1, 3), "must be") for name, draw in METHODS.items()},
    **{
        read.__name__: (lambda read=read: read("../names"), "corpus must be one of names, ar, ")
        for read in (load_tables, load_summary, load_words)
    },
}


@pytest.mark.parametrize(("call", "message"), OUT_OF_LIMITS.values(), ids=OUT_OF_LIMITS)
def test_a_value_out_of_its_limits_is_refused_with_expected_and_got(call, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        call()
