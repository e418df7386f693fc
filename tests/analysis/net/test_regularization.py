"""λ beside smoothing: the numbers at both, the pulls on a weight, and the loss that jumps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts.smoothing import row_entropy
from analysis.net.optimum import optimum_nll, optimum_probs, optimum_weights
from analysis.net.regularization import pulls, side_by_side, sweep_lam
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


def test_without_a_penalty_both_are_the_counted_table_and_no_factor_makes_exp_w_counts(names):
    both = side_by_side(names.all, 0.0, 0.0, row=17)
    assert (both.kl, both.difference, both.nearest, both.factor) == (0, 0, 0, None)
    assert both.net_nll == both.nll == pytest.approx(2.4540144892)


def test_a_sweep_is_the_best_net_at_each_lambda(names):
    lams = [0.0, 1e-5, 0.01, 1.0, 1000.0, 0.1]
    nlls, entropies = sweep_lam(names.all, lams)
    assert nlls == pytest.approx([optimum_nll(names.all, lam) for lam in lams], abs=1e-9)
    assert entropies == pytest.approx([row_entropy(optimum_probs(names.all, lam)).mean().item() for lam in lams])
