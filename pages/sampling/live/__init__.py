"""The replay of some draws: how random numbers become a letter, a draw at a time, back and forth, or played.

The browser paints (live.js, view.js and what they import) from numbers that Python has worked out and
sent once; it tells Python which draw is shown when it stands still, and never while it moves.
"""

from __future__ import annotations

import torch

from analysis.samples.replay import Draw, SlowMotion
from analysis.streams.decisions import rounded
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live.sync.live_view import live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)
_show = live_view("replay", __file__)


def replay(live: LivePage, vocab: Vocabulary, probs: torch.Tensor, slow: SlowMotion, draw: int) -> None:
    """Show the live page's `draw`: 1 is the first. Beyond the last one, this is shown, and a line says so.

    `slow` holds the draws of some names from probs (V, V), in order.
    """
    shown = slow.draws
    data = {
        "texts": t("js"),
        "labels": labels(vocab),
        "kind": shown[0].decided.kind,
        "total": slow.total,
        "rows": {str(draw.previous): _row(probs, draw) for draw in shown},
        "draws": [_numbers(draw) for draw in shown],
    }
    last = len(shown)
    beyond = {"draw": t("beyond", draw=draw, last=last)} if draw > last else {}
    _show(live, data, remarks=beyond)


def _row(probs: torch.Tensor, draw: Draw) -> dict:
    return {"p": rounded(probs[draw.previous].numpy()), **draw.decided.row_numbers()}


def _numbers(draw: Draw) -> dict:
    return {"word": draw.word, "previous": draw.previous, "next": draw.next, **draw.decided.numbers()}
