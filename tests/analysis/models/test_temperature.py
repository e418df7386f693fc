"""Temperature: what it does to the rows of a model."""

import pytest
import torch

from analysis.models.temperature import with_temperature
from analysis.net.forward import initial_weights, net_probs

ROWS = torch.tensor([[0.5, 0.3, 0.2, 0.0], [0.25, 0.25, 0.25, 0.25], [0.0, 1.0, 0.0, 0.0]], dtype=torch.float64)


def test_temperature_by_hand():
    # 0.8 ** 2 = 0.64, 0.2 ** 2 = 0.04, their sum 0.68
    hotter, colder = (
        with_temperature(torch.tensor([[0.64, 0.04]]) / 0.68, 2),
        with_temperature(torch.tensor([[0.8, 0.2]]), 0.5),
    )
    assert hotter.tolist() == [pytest.approx([0.8, 0.2])]
    assert colder.tolist() == [pytest.approx([0.64 / 0.68, 0.04 / 0.68])]


@pytest.mark.parametrize("temperature", [0.3, 0.9, 1, 2.5, 100])
def test_temperature_is_each_probability_to_a_power_divided_by_the_sum(temperature):
    slow = [[p ** (1 / temperature) for p in row] for row in ROWS.tolist()]
    slow = [[p / sum(row) for p in row] for row in slow]
    assert with_temperature(ROWS, temperature).tolist() == [pytest.approx(row, abs=1e-12) for row in slow]


def test_temperature_1_changes_no_bit(names):
    assert torch.equal(with_temperature(names.all.double(), 1.0), names.all.double())


def test_near_0_the_likeliest_letters_share_everything():
    tied = torch.tensor([[0.4, 0.4, 0.2], [1e-300, 2e-300, 1.0]], dtype=torch.float64)
    assert with_temperature(tied, 0.01).tolist() == [pytest.approx([0.5, 0.5, 0]), [0, 0, 1]]


def test_for_a_net_it_divides_the_logits():
    weights = initial_weights("randn", 27, 1)
    assert torch.allclose(with_temperature(net_probs(weights), 0.7), net_probs(weights / 0.7), atol=1e-6)
