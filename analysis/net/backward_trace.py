"""What flows back through the net for one pair of a word: the slope of the loss at every step of the forward pass.

torch's own autograd works it out, on the steps of `forward_trace` one by one.
"""

from __future__ import annotations

from typing import NamedTuple

import torch

from analysis.net.forward_trace import ForwardTrace


class Step(NamedTuple):
    """A number on the way from a weight to the loss, and the slope of the loss there: nats for each 1 of the number."""

    name: str
    value: float
    slope: float


def trace_backward(net: ForwardTrace, example: int) -> list[Step]:
    """The steps of one pair of the word, from W to the loss, for its right next letter. `example` counts from 0.

    A weight that several pairs use has the sum of their slopes. Raises IndexError if there is no such pair.

    >>> from analysis.counts.tables import load_tables
    >>> from analysis.net.forward_trace import trace_forward
    >>> steps = trace_backward(trace_forward("emma", load_tables("names").vocab, 2147483647), 0)
    >>> [step.name for step in steps]
    ['W', 'logit', 'count', 'p', 'ln p', 'loss']
    >>> steps[-1].slope  # of the loss itself
    1.0
    """
    x, y = int(net.xs[example]), int(net.ys[example])
    weights = net.weights.clone().requires_grad_()  # (V, V)
    one_hot = torch.nn.functional.one_hot(net.xs, len(weights)).double()  # (n, V)
    logits = one_hot @ weights
    counts = logits.exp()
    probs = counts / counts.sum(dim=1, keepdim=True)
    right = probs[torch.arange(len(net.xs)), net.ys]  # (n,)
    logs = right.log()
    loss = -logs.mean()
    on_the_way = (weights, logits, counts, right, logs, loss)
    slopes = torch.autograd.grad(loss, on_the_way)
    places = {
        "W": (x, y),
        "logit": (example, y),
        "count": (example, y),
        "p": (example,),
        "ln p": (example,),
        "loss": (),
    }
    return [
        Step(name, float(tensor.detach()[place]), float(slope[place]))
        for (name, place), tensor, slope in zip(places.items(), on_the_way, slopes, strict=True)
    ]
