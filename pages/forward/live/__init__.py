"""The forward pass on one word, step by step: pairs, one-hot, W, logits, "counts", probabilities, loss.

The browser paints them (live.js, view.js and what they import) from numbers that Python has worked out; which pair
and which letter are looked at, it alone knows.
"""

from __future__ import annotations

from dataclasses import asdict

from analysis.net.forward_trace import ForwardTrace, types_of
from analysis.settings import WORDS_ON_PAGE
from analysis.words.lists import SHARED
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live.sync.live_view import live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)
_show = live_view("forward_pass", __file__)


def forward_pass(live: LivePage, vocab: Vocabulary, net: ForwardTrace) -> None:
    """Show every step of the word of `net` through it. Another word shows at once, with the weights that are here."""
    data = {
        "texts": t("js"),
        "labels": labels(vocab),
        "limits": {"words": WORDS_ON_PAGE, "letters": SHARED.letters},
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
    _show(live, data)
