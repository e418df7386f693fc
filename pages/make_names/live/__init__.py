"""A row of the model as bars, as it is and at a temperature, while temperature and smoothing are dragged.

The browser works out the row (live.js) from its counts, which come once, or from a net's probabilities.
"""

from __future__ import annotations

import torch

from analysis.words.vocabulary import display_char, labels
from pages.components.cached import tables
from pages.components.live.sync.live_view import live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)
_show = live_view("row_at_temperature", __file__)


def row_at_temperature(live: LivePage, row: str, model: str, probs: torch.Tensor) -> None:
    """Show the row of a character at the live page's temperature; of the counted model, at its smoothing too.

    probs (V, V) are those of a net.
    """
    known = tables()
    i, counted = known.vocab.id_of(row), model == "counts"
    data = {
        "texts": t("js"),
        "labels": labels(known.vocab),
        "title": t("after_start", row=display_char(row)) if i == 0 else t("after", row=display_char(row)),
        "counts": known.all[i].tolist() if counted else None,
        "probs": None if counted else probs[i].tolist(),
    }
    _show(live, data, remarks={} if counted else {"smoothing": t("no_smoothing")})
