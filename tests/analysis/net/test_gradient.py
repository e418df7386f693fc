"""The gradient against small differences of the loss, and in its parts."""

import pytest
import torch

from analysis.counts.bigrams import count_bigrams
from analysis.net.forward import initial_weights
from analysis.net.gradient import numeric_gradient, one_step, row_gradient
from analysis.net.training import gradient, train


@pytest.mark.parametrize("lam", [0.0, 0.01, 10.0])
def test_small_differences_of_the_loss_give_the_gradient_by_hand(lam, names):
    weights = initial_weights("randn", 27, 1)
    assert torch.allclose(numeric_gradient(names.all, weights, lam), gradient(names.all, weights, lam), atol=1e-9)


def test_a_table_without_counts_has_no_gradient():
    with pytest.raises(ValueError, match="at least one bigram, got none"):
        numeric_gradient(torch.zeros(2, 2, dtype=torch.int64), torch.zeros(2, 2), 0.0)


def test_the_parts_of_a_row_add_up_to_its_gradient(names):
    parts = row_gradient(names.all, initial_weights("randn", 27, 1), 0.5, row=17)
    assert parts.weight == pytest.approx(272 / 228146)
    assert torch.allclose(parts.weight * (parts.net - parts.counted) + parts.decay, parts.gradient, atol=1e-15)


def test_in_a_row_without_counts_the_penalty_alone_pulls():
    counts, weights = torch.tensor([[1, 1], [0, 0]]), torch.tensor([[1.0, 2.0], [3.0, -4.0]])
    parts = row_gradient(counts, weights, 2.0, row=1)
    assert parts.weight == 0
    assert parts.gradient.tolist() == parts.decay.tolist() == [3.0, -4.0]  # 2 * 2 * w / 4


def test_one_step_on_emma_is_the_lectures(names):
    counts, weights = count_bigrams(["emma"], names.vocab), initial_weights("randn", 27, 2147483647)
    step = one_step(counts, weights, 0.0, 0.1, (0, 0))
    assert (step.loss, step.slope) == (pytest.approx(3.7693050, abs=1e-6), pytest.approx(0.0121, abs=5e-5))
    assert step.after == pytest.approx(step.before - 0.1 * step.slope)
    assert step.loss_after == train(counts, weights, epochs=1, learning_rate=0.1, lam=0).final_loss
