"""The forward pass on one word as pictures that light up together: one-hot, W, logits, "counts", probabilities.

The browser paints them (forward.js, view.js and what they import) from numbers that Python has worked out; which pair
and which letter are looked at, it alone knows.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from analysis.net.forward_trace import ForwardTrace, types_of
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live import picture
from pages.components.live.sync.shared_state import Owned

KEY = "forward_pass"

_show = picture(KEY, Path(__file__).parent)


def forward_pass(vocab: Vocabulary, net: ForwardTrace) -> None:
    """Show every step of a word through the net."""
    data = {
        "labels": labels(vocab),
        "xs": net.xs.tolist(),
        "ys": net.ys.tolist(),
        "types": asdict(types_of(net.xs, len(vocab))),
        "neuron": net.neuron.tolist(),
        "weights": net.weights.flatten().tolist(),
        "exps": net.exps.flatten().tolist(),
        "sums": net.exps.sum(1).tolist(),
        "probs": net.probs.flatten().tolist(),
        "loss": net.loss,
    }
    _show(Owned(KEY, read={}, show={}), data)  # nothing of it is a control
