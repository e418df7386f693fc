"""Where training would end: a minimum that no run gets below, and how far above it a run ends."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.overrides import TorchFunctionMode

from analysis.counts.smoothing import smoothed_probs
from analysis.net.forward import initial_weights, net_nll, net_probs, penalty
from analysis.net.optimum import newton_step, optimum_probs, optimum_weights, summarize_run
from analysis.net.training import gradient, train
from tests.strategies import COUNTS

LAMS = st.sampled_from([1e-4, 0.01, 1.0, 100.0, 1e6])


@given(COUNTS, LAMS)
def test_the_gradient_there_is_0(counts, lam):
    assert gradient(counts, optimum_weights(counts, lam), lam).abs().max() < 1e-10


@given(COUNTS)
def test_for_lambda_0_it_is_the_counted_table(counts):
    assert torch.equal(optimum_probs(counts, 0), smoothed_probs(counts, 0))


@given(COUNTS, LAMS, st.integers(0, 1000))
def test_a_step_solves_the_equations_of_each_row(counts, lam, seed):
    # the slow way: the matrix of second derivatives of a row, written out, and torch's own solver
    size, totals = len(counts), counts.double().sum(1) / counts.sum()
    probs, ridge = net_probs(initial_weights("randn", size, seed)), 2 * lam / size**2
    slope = gradient(counts, initial_weights("rand", size, seed), lam)
    step = newton_step(slope, probs, totals, ridge)
    for row in range(size):
        p = probs[row]
        matrix = totals[row] * (torch.diag(p) - torch.outer(p, p)) + ridge * torch.eye(size, dtype=torch.float64)
        solved = torch.linalg.solve(matrix, slope[row])
        assert step[row].tolist() == pytest.approx(solved.tolist(), rel=1e-9, abs=1e-9)


class Largest(TorchFunctionMode):
    """Notes how many numbers the largest tensor has that torch makes meanwhile."""

    size = 0

    def __torch_function__(self, func, types, args=(), kwargs=None):
        made = func(*args, **(kwargs or {}))
        if isinstance(made, torch.Tensor):
            self.size = max(self.size, made.numel())
        return made


def test_nothing_larger_than_the_table_is_made():
    counts = torch.arange(50 * 50).reshape(50, 50) % 7
    with Largest() as largest:
        optimum_weights(counts, 0.01)
    assert largest.size == 50 * 50


def test_two_words_by_hand():
    # a twice: .a a. .a a.   V = 2, row . = (-w, w): totals 1/2, softmax s = 1 / (1 + e^(-2w)) for a
    # slope: (s - 1) / 2 + 2 * lam * w / 4 = 0; for w = 1: lam = 1 - s = 1 / (1 + e^2)
    lam = 1 / (1 + math.exp(2))
    weights = optimum_weights(torch.tensor([[0, 2], [2, 0]]), lam)
    assert weights.flatten().tolist() == pytest.approx([-1, 1, 1, -1], abs=1e-10)


@pytest.mark.parametrize("lam", [0.01, 1])
def test_it_agrees_with_a_long_run(names, lam):
    result = train(names.train, initial_weights("zeros", 27, 1), epochs=2000, learning_rate=50, lam=lam)
    best = optimum_weights(names.train, lam)
    lowest = net_nll(names.train, best) + penalty(best, lam)
    assert lowest <= result.final_loss
    assert result.final_loss == pytest.approx(lowest, abs=1e-3)


def test_a_row_without_counts_is_0():
    weights = optimum_weights(torch.tensor([[0, 5, 0], [5, 0, 0], [0, 0, 0]]), 0.1)
    assert weights[2].tolist() == [0, 0, 0]
    assert weights[0, 1] > 0


def test_lambda_0_has_no_finite_weights():
    with pytest.raises(ValueError, match=r"lam must be at least 1e-12 for the optimum to have finite weights, got 0$"):
        optimum_weights(torch.ones(2, 2), 0)


@pytest.mark.parametrize("lam", [1e-6, 1e-4, 0.01, 1, 1e6])
def test_on_the_names_the_gradient_is_below_1e_10(names, lam):
    assert gradient(names.all, optimum_weights(names.all, lam), lam).abs().max() < 1e-10


@given(COUNTS, LAMS, LAMS)
def test_it_is_the_same_wherever_the_search_begins_and_leaves_its_start_alone(counts, lam, other):
    start = optimum_weights(counts, other)
    before = start.clone()
    assert net_probs(optimum_weights(counts, lam, start)).numpy() == pytest.approx(
        optimum_probs(counts, lam).numpy(), abs=1e-9
    )
    assert start.equal(before)


def test_without_a_penalty_the_gap_is_to_the_counted_table(names):
    run = train(names.all, initial_weights("randn", 27, 2147483647), epochs=200, learning_rate=50, lam=0)
    told = summarize_run(run)
    assert told.epoch == 200
    assert told.nll == told.loss == pytest.approx(2.4623455, abs=1e-7)
    assert (told.penalty, told.best_nll) == (0, pytest.approx(2.4540145, abs=1e-7))
    assert told.gap == pytest.approx(2.4623455 - 2.4540145, abs=1e-7)


def test_with_a_penalty_the_gap_closes_at_the_best_loss_and_not_at_the_best_nll(names):
    run = train(names.all, initial_weights("zeros", 27, 0), epochs=2000, learning_rate=50, lam=0.1)
    told = summarize_run(run)
    assert told.best_nll == pytest.approx(2.50325, abs=1e-5)
    assert told.penalty == pytest.approx(0.1 * run.weights.square().mean().item())
    assert 0 <= told.gap < 1e-6


def test_a_run_that_overflows_stands_at_its_last_finite_epoch(names):
    run = train(names.all, initial_weights("randn", 27, 1), epochs=300, learning_rate=50, lam=100)
    assert summarize_run(run).epoch == len(run.loss) < 300
