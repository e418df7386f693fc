"""λ beside smoothing: the numbers at both, the pulls on a weight, and the loss that jumps."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts.smoothing import row_entropy
from analysis.net.distance import kl
from analysis.net.forward import initial_weights
from analysis.net.optimum import optimum_nll, optimum_probs, optimum_weights
from analysis.net.regularization import pulls, side_by_side, sweep_lam, switch_on_penalty
from analysis.net.training import gradient
from tests.strategies import COUNTS

LAMS = st.sampled_from([1e-4, 0.01, 1.0, 1e6])


@given(COUNTS, LAMS)
def test_the_two_pulls_are_equal_and_opposite(counts, lam):
    data, back = pulls(counts, lam)
    assert (data + back).abs().max() < 1e-10
    assert (data.sign() * optimum_weights(counts, lam).sign() >= 0)[data.abs() > 1e-9].all()  # away from 0


def test_the_pulls_are_the_gradient_without_its_sign(names):
    data, back = pulls(names.all, 0.01)
    weights = optimum_weights(names.all, 0.01)
    assert (data + back).numpy() == pytest.approx(-gradient(names.all, weights, 0.01).numpy(), abs=1e-15)
    # q: 206 of 272 are u; what the net expects there, by hand
    assert data[17, 21].item() == pytest.approx((206 - 272 * optimum_probs(names.all, 0.01)[17, 21].item()) / 228146)


def test_the_numbers_at_lambda_001_and_its_nearest_smoothing_are_the_published_ones(names):
    both = side_by_side(names.all, 0.01, 7.5975, row=1)
    assert round(both.net_nll, 5) == 2.46036
    assert (round(both.nearest, 4), round(both.nearest_kl, 7), round(both.kl, 7)) == (7.5975, 0.0006302, 0.0006302)
    assert "".join(names.vocab.itos[i] for i in (both.previous, both.next)) == "qu"
    assert (round(both.difference, 4), round(both.row_difference, 4)) == (0.2183, 0.0005)
    assert both.net_perplexity == pytest.approx(math.exp(both.net_nll))
    assert side_by_side(names.all, 0.01, 0.0, row=1).kl == pytest.approx(0.0063476, abs=5e-8)


def test_without_a_penalty_both_are_the_counted_table_and_no_factor_makes_exp_w_counts(names):
    both = side_by_side(names.all, 0.0, 0.0, row=17)
    assert (both.kl, both.difference, both.nearest, both.factor) == (0, 0, 0, None)
    assert both.net_nll == both.nll == pytest.approx(2.4540144892)


def test_at_the_largest_lambda_all_is_uniform(names):
    both = side_by_side(names.all, 1e6, 1e6, row=0)
    assert both.net_nll == pytest.approx(math.log(27), abs=1e-5)
    assert both.net_entropy == pytest.approx(math.log(27))


def test_exp_w_times_its_factor_is_the_rows_total_and_at_a_small_lambda_its_counts(names):
    factor = side_by_side(names.all, 1e-6, 0.0, row=17).factor
    scaled = factor * optimum_weights(names.all, 1e-6)[17].exp()
    assert scaled.sum().item() == pytest.approx(272)
    assert scaled.numpy() == pytest.approx(names.all[17].numpy(), abs=0.1)


def test_a_sweep_is_the_best_net_at_each_lambda(names):
    lams = [0.0, 1e-5, 0.01, 1.0, 1000.0, 0.1]
    nlls, entropies = sweep_lam(names.all, lams)
    assert nlls == pytest.approx([optimum_nll(names.all, lam) for lam in lams], abs=1e-9)
    assert entropies == pytest.approx([row_entropy(optimum_probs(names.all, lam)).mean().item() for lam in lams])


def test_the_loss_of_the_published_run_jumps_by_lambda_times_the_mean_square(names):
    run = switch_on_penalty(names.all, initial_weights("cuda", 27, 2147483647))
    assert run.mean_square == pytest.approx(2.146524429321289, abs=1e-6)
    assert run.before.loss[-1] == pytest.approx(2.4621477, abs=1e-6)
    assert run.after.loss[0] == pytest.approx(2.4835663, abs=1e-6)
    assert run.after.loss[0] == pytest.approx(run.before.final_loss + 0.01 * run.mean_square, abs=1e-12)
    assert run.after.loss[199] == pytest.approx(2.4813051, abs=1e-6)


def test_the_kl_of_equal_tables_is_0_and_settings_are_checked():
    counts = torch.tensor([[0, 2], [1, 1]])
    assert kl(counts, optimum_probs(counts, 0.0), optimum_probs(counts, 0.0)) == 0
    with pytest.raises(ValueError, match="lam must be a number from 0"):
        side_by_side(counts, -1.0, 0.0, row=0)
