"""The forward pass on one word: by hand, against the lecture's own lines, and the published figures."""

import math

import pytest
import torch
import torch.nn.functional as F

from analysis.net.forward_trace import ForwardTrace, trace_forward

SEED = 2147483647
LN2 = math.log(2)


def test_the_steps_by_hand():
    # "a" over . a: .a and a.; row . = ln 1, ln 2 -> 1 2 -> 1/3 2/3; row a = 0 0 -> 1 1 -> 1/2 1/2
    weights = torch.tensor([[0, LN2], [0, 0]], dtype=torch.float64)
    net = ForwardTrace(torch.tensor([0, 1]), torch.tensor([1, 0]), weights, weights[:, 0])
    assert net.logits.tolist() == weights.tolist()
    assert net.exps.flatten().tolist() == pytest.approx([1, 2, 1, 1])
    assert net.right.tolist() == pytest.approx([2 / 3, 1 / 2])
    assert net.loss == pytest.approx(math.log(3) / 2)  # -(ln 2/3 + ln 1/2) / 2


@pytest.mark.parametrize(("word", "seed", "skip"), [("emma", SEED, 220), ("zoe", 1, 0), ("q", 5, 43)])
def test_they_are_those_of_the_lectures_lines(word, seed, skip, names):
    net = trace_forward(word, names.vocab, seed, skip)
    xenc = F.one_hot(net.xs, num_classes=27).double()
    logits = xenc @ net.weights
    counts = logits.exp()
    probs = counts / counts.sum(1, keepdims=True)
    loss = -probs[torch.arange(len(net.xs)), net.ys].log().mean()
    assert torch.equal(net.logits, logits)
    assert torch.allclose(net.exps[net.xs], counts)
    assert torch.allclose(net.probs[net.xs], probs)
    assert net.loss == pytest.approx(loss.item(), abs=1e-12)
