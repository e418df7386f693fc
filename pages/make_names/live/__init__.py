"""A row of the model as bars, at a temperature and at temperature 1, while temperature and smoothing are dragged.

The browser calculates the row (live.js) from its counts, which are sent once, or from a net's probabilities.
"""

from __future__ import annotations

import torch

from analysis.models.temperature import with_temperature
from analysis.words.vocabulary import display_char, labels
from pages.components.cached import tables
from pages.components.live.sync.live_view import live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)
_show = live_view("row_at_temperature", __file__)


def row_at_temperature(live: LivePage, row: str, model: str, probs: torch.Tensor, temperature: float) -> None:
    """Show the row of a character at a temperature. The live page has its slider, and that of the smoothing.

    probs (V, V) are those of the model without temperature.
    """
    known = tables()
    i, counted = known.vocab.id_of(row), model == "counts"
    heated = with_temperature(probs[i], temperature)
    likeliest = int(heated.argmax())
    data = {
        "texts": t("js"),
        "labels": labels(known.vocab),
        "title": t("after_start", row=display_char(row)) if i == 0 else t("after", row=display_char(row)),
        "counts": known.all[i].tolist() if counted else None,
        "probs": None if counted else probs[i].tolist(),
    }
    numbers = {"likeliest": likeliest, "before": probs[i, likeliest].item(), "after": heated[likeliest].item()}
    _show(live, data, numbers=numbers, remarks={} if counted else {"smoothing": t("no_smoothing")})
