"""What flows back for one pair, against the formulas."""

import pytest

from analysis.net.backward_trace import trace_backward
from analysis.net.forward_trace import trace_forward

SEED = 2147483647


@pytest.mark.parametrize("example", range(5))
def test_the_slopes_are_those_of_the_formulas(names, example):
    net = trace_forward("emma", names.vocab, SEED)
    steps = {step.name: step for step in trace_backward(net, example)}
    p, n = steps["p"].value, 5
    assert p == pytest.approx(float(net.right[example]))
    assert steps["loss"] == ("loss", pytest.approx(net.loss), 1)
    assert steps["ln p"].slope == pytest.approx(-1 / n)
    assert steps["p"].slope == pytest.approx(-1 / (n * p))
    assert steps["count"].slope == pytest.approx(-(1 - p) / (n * steps["count"].value))
    assert steps["logit"].slope == pytest.approx((p - 1) / n)
    assert steps["W"].value == steps["logit"].value


def test_a_weight_that_two_pairs_use_has_both_slopes(names):
    net = trace_forward("emma", names.vocab, SEED)  # mm is the third pair, ma the fourth: both use the row of m
    logit, weight = (trace_backward(net, 2)[i].slope for i in (1, 0))
    other = float(net.probs[net.xs[3], net.ys[2]]) / 5
    assert weight == pytest.approx(logit + other)


def test_a_pair_that_is_not_there_is_refused(names):
    with pytest.raises(IndexError):
        trace_backward(trace_forward("emma", names.vocab, SEED), 5)
