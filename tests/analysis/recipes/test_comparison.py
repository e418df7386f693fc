"""The torch lines of the page Counts and net print its numbers and names."""

import pytest

from analysis.counts.likelihood import score_word
from analysis.counts.smoothing import smoothed_probs
from analysis.models.comparison import compare_with_net
from analysis.net.distance import matching_smoothing
from analysis.net.forward import initial_weights, net_probs
from analysis.net.training import train
from analysis.recipes.pages import comparison_recipe
from analysis.samples.paired import running_samples
from analysis.settings.pins import Comparison
from analysis.streams import STREAMS
from tests.analysis.recipes.conftest import LECTURE

RUNS = [
    *(Comparison(smoothing=1, epochs=20, lam=0.01, stream=stream, seed=7, init_seed=3, n=6) for stream in STREAMS),
    Comparison(epochs=15, init="cuda", stream="cuda", n=5),
    Comparison(smoothing=0.5, epochs=0, init="rand", seed=2**64 - 1, n=5),
    Comparison(epochs=300, lam=100, n=5),  # overflows
]


def library(run, tables):
    """Both models and what stands between them."""
    first = initial_weights(run.init, len(tables.vocab), run.init_seed)
    settings = {"epochs": run.epochs, "learning_rate": run.learning_rate, "lam": run.lam}
    of_all, of_train = (train(counts, first, **settings).weights for counts in (tables.all, tables.train))
    models = smoothed_probs(tables.all, run.smoothing), net_probs(of_all)
    return models, compare_with_net(tables, run.smoothing, of_all, of_train)


@pytest.mark.parametrize("run", RUNS, ids=str)
def test_the_lines_print_the_numbers_and_the_names_of_the_page(run, tables, run_lines):
    printed = run_lines(comparison_recipe(LECTURE, run, ["emma"]))
    models, beside = library(run, tables)
    assert float(printed["kl"][0]) == pytest.approx(beside.kl, abs=1e-9)
    size, pair = printed["largest-difference"][0].split()
    assert float(size) == pytest.approx(beside.difference.size, abs=1e-9)
    assert pair == tables.vocab.itos[beside.difference.previous] + tables.vocab.itos[beside.difference.next]
    nlls = [float(value) for key in ("nll", "train-nll", "dev-nll") for value in printed[key][0].split()]
    assert nlls == pytest.approx(list(beside[-6:]), rel=1e-9)
    assert [printed.get(key) for key in ("counts", "net")] == list(
        running_samples(*models, tables.vocab, run.n, run.stream, run.seed)
    )
    _, *scores = printed["word"][0].split()
    expected = [score_word("emma", tables.vocab, probs).nll for probs in models]
    assert [float(score) for score in scores] == pytest.approx(expected)


def test_the_nearest_smoothing_is_that_of_the_page(tables, run_lines):
    printed = run_lines(comparison_recipe(LECTURE, RUNS[0]))
    (_, net), _ = library(RUNS[0], tables)
    nearest = matching_smoothing(tables.all, net)
    assert float(printed["nearest"][0].split()[-1]) == pytest.approx(nearest.smoothing, rel=1e-5)
    assert float(printed["left"][0].split()[-1]) == pytest.approx(nearest.kl, abs=1e-9)
    assert "word" not in printed
