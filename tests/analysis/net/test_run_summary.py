"""How far a run has come, and what is left."""

import pytest

from analysis.net.forward import initial_weights
from analysis.net.run_summary import summarize_run
from analysis.net.training import train


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
