"""The loss of logits by the lecture's lines and by F.cross_entropy: the same, until exp overflows."""

import math

import pytest
import torch

from analysis.net.cross_entropy import loss_in_two_ways, with_largest

LOGITS = torch.tensor([[1.0, 2.0, 0.0], [0.5, -1.0, 3.0]])
YS = torch.tensor([1, 0])


def test_both_ways_give_the_loss_by_hand():
    # -ln(e^2 / (e + e^2 + 1)) and -ln(e^.5 / (e^.5 + e^-1 + e^3)), and their mean
    by_hand = (math.log(math.e + math.e**2 + 1) - 2 + math.log(math.e**0.5 + math.e**-1 + math.e**3) - 0.5) / 2
    assert loss_in_two_ways(LOGITS, YS) == pytest.approx((by_hand, by_hand), abs=1e-6)


@pytest.mark.parametrize(("largest", "broken"), [(100, math.inf), (1000, math.nan)])
def test_large_logits_break_the_lines_and_not_cross_entropy(largest, broken):
    own_lines, cross_entropy = loss_in_two_ways(with_largest(LOGITS, largest), YS)
    assert own_lines == pytest.approx(broken, nan_ok=True)
    # the right letter of the first row is its highest: 0; that of the second is 3 - 0.5, times largest / 3, below it
    assert cross_entropy == pytest.approx(2.5 * largest / 3 / 2, rel=1e-6)


def test_the_highest_logit_becomes_the_one_that_is_asked_for():
    assert with_largest(LOGITS, 30).tolist() == [[10, 20, 0], [5, -10, 30]]
