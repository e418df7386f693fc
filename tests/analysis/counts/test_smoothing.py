import math

import pytest
import torch
from hypothesis import given

from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import row_entropy, smoothed_probs, sweep_entropy, sweep_nll
from tests.strategies import COUNTS, SMOOTHINGS


def test_the_nll_of_two_words_at_two_smoothings_by_hand():
    # ab, b: .a ab b. .b b.   smoothing 0: 1/2 1 1 1/2 1   smoothing 1: 2/5 2/4 3/5 2/5 3/5
    sweep = sweep_nll(torch.tensor([[0, 1, 1], [0, 0, 1], [2, 0, 0]]), [0, 1])
    by_hand = [-math.log(1 / 4) / 5, -math.log(2 / 5 * 1 / 2 * 3 / 5 * 2 / 5 * 3 / 5) / 5]
    assert sweep == pytest.approx(by_hand)


@given(COUNTS, SMOOTHINGS)
def test_the_table_agrees_with_plain_loops(counts, smoothing):
    slow = [[(count + smoothing) / sum(other + smoothing for other in row) for count in row] for row in counts.tolist()]
    assert smoothed_probs(counts, smoothing).flatten().tolist() == pytest.approx([p for row in slow for p in row])


@given(COUNTS, SMOOTHINGS)
def test_the_entropy_agrees_with_plain_loops(counts, smoothing):
    probs = smoothed_probs(counts, smoothing)
    slow = [-sum(p * math.log(p) for p in row if p > 0) for row in probs.tolist()]
    assert row_entropy(probs).tolist() == pytest.approx(slow, abs=1e-12)


@given(COUNTS, COUNTS, SMOOTHINGS)
def test_a_sweep_agrees_with_the_table_at_each_smoothing(counts, others, smoothing):
    size = min(len(counts), len(others))
    counts, scored = counts[:size, :size], others[:size, :size]  # rows without counts among them
    scored[0, 0] += 1
    probs = smoothed_probs(counts, smoothing)
    assert sweep_nll(counts, [smoothing], scored) == pytest.approx([mean_nll(scored, probs)], abs=1e-9)
    assert sweep_entropy(counts, [smoothing]) == pytest.approx([float(row_entropy(probs).mean())], abs=1e-9)


def test_a_pair_never_counted_is_infinitely_surprising_until_smoothed():
    counted, scored = torch.tensor([[0, 1], [1, 0]]), torch.tensor([[0, 1], [1, 1]])
    assert [math.isinf(nll) for nll in sweep_nll(counted, [0, 0.01], scored)] == [True, False]
