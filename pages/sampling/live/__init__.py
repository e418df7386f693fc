"""The replay of some draws: how random numbers become a letter, a draw at a time, back and forth, or played.

The browser paints (replay.js, view.js, picture.js and what they import) from numbers that Python has worked out and
sent once; it tells Python which draw is shown when it stands still, and never while it moves.
"""

from __future__ import annotations

from pathlib import Path

import torch

from analysis.samples.replay import Draw, SlowMotion
from analysis.settings import DRAW
from analysis.streams.decisions import rounded
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live import picture
from pages.components.live.sync.shared_state import Owned

KEY = "replay"

_show = picture(KEY, Path(__file__).parent)


def replay(vocab: Vocabulary, probs: torch.Tensor, slow: SlowMotion) -> None:
    """Show the draw of the control with the key "draw" (1 is the first, clamped to what there is), and let it be set.

    `slow` holds the draws of some names from probs (V, V), in order.
    """
    shown = slow.draws
    data = {
        "labels": labels(vocab),
        "kind": shown[0].decided.kind,
        "total": slow.total,
        "rows": {str(draw.previous): _row(probs, draw) for draw in shown},
        "draws": [_numbers(draw) for draw in shown],
    }
    _show(owned(last=len(shown)), data)


def owned(last: int) -> Owned:
    """The draw that is shown: its number, for a box of floats."""
    return Owned(
        KEY,
        read={"draw": lambda value: float(min(DRAW.check(value), last))},
        show={"draw": lambda value: min(int(value), last)},
    )


def _row(probs: torch.Tensor, draw: Draw) -> dict:
    return {"p": rounded(probs[draw.previous].numpy()), **draw.decided.row_numbers()}


def _numbers(draw: Draw) -> dict:
    return {"word": draw.word, "previous": draw.previous, "next": draw.next, **draw.decided.numbers()}
