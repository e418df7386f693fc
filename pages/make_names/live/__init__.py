"""The names of the model, and one of its rows as bars, while temperature and smoothing are dragged.

The browser makes both (live.js, names.js) from the counts or a net's probabilities, which are sent once.
"""

from __future__ import annotations

import torch

from analysis.models.temperature import with_temperature
from analysis.samples.make import Wish
from analysis.words.vocabulary import display_char, labels
from pages.components.cached import tables
from pages.components.live.sync.live_view import live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts
from pages.make_names.making import Found

t = texts(__file__)
_show = live_view("names_at_temperature", __file__)


def names_at_temperature(
    live: LivePage,
    model: str,
    probs: torch.Tensor,
    temperature: float,
    found: Found,
    *,
    seed: int,
    n: int,
    wish: Wish,
    known: str | None,
    sort: str,
) -> None:
    """Show the row after the last letter of the wish's start, and the names found, at a temperature.

    The live page has the sliders of the temperature and of the smoothing. probs (V, V) are those of the model without
    temperature; `known` are the words to leave out, a line for each, None if there are none to leave out.
    """
    counts, vocab = tables().all, tables().vocab
    start, counted = vocab.encode(wish.start)[1:-1], model == "counts"
    i = [0, *start][-1]
    row, heated = display_char(vocab.itos[i]), with_temperature(probs[i], temperature)
    likeliest = int(heated.argmax())
    data = {
        "texts": t("js"),
        "labels": labels(vocab),
        "letters": vocab.itos,
        "counts": counts.flatten().tolist() if counted else None,
        "probs": None if counted else probs.flatten().tolist(),
        "known": known,
    }
    _show(
        live,
        data,
        row=i,
        title=t("after_start", row=row) if i == 0 else t("after", row=row),
        numbers={"likeliest": likeliest, "before": probs[i, likeliest].item(), "after": heated[likeliest].item()},
        wish={"start": start, "shortest": wish.shortest, "longest": wish.longest},
        n=n,
        seed=str(seed),
        sort=sort,
        words=[{"word": one.word, "nll": f"{one.nll:.4f}"} for one in found.words],  # as text: JSON has no infinity
        tries=found.tries,
        shortfall=found.shortfall,
        remarks={} if counted else {"smoothing": t("no_smoothing")},
    )
