"""The division as a picture: the sums stretch over the table, cell by cell the result appears beside it.

The browser paints (live.js, view.js and what they import) from numbers that Python has worked out. How far the sums
have stretched, it alone knows: it plays when the divisor changes, or is dragged.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import torch

from analysis.counts.normalization import sums
from analysis.counts.normalization.divisions import Compared
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live.sync.live_view import live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)

_show = live_view("stretch", __file__)


def stretch(
    live: LivePage, place: str, vocab: Vocabulary, table: torch.Tensor, one: Compared, controls: Sequence[str]
) -> None:
    """Show a table (V, V), fake counts included, divided one way. `place` is its own on the page.

    `controls` are the names of the page's controls that stand over it.
    """
    divisor = one.division.divisor
    known = live.describe()["controls"]
    data = {
        "controls": {name: known[name] for name in controls},
        "labels": labels(vocab),
        "divisor": divisor.key,
        "code": divisor.code,
        "summed": "all" if divisor.dim is None else ("columns", "rows")[divisor.dim],
        "turns": divisor.key == "sum1",  # the sums of the rows, read as a row
        "table": _numbers(table),
        "sums": _numbers(sums(table.double(), divisor.key)),
        "probs": _numbers(one.probs),
        "row_sums": _numbers(one.division.row_sums),
        "column_sums": _numbers(one.division.column_sums),
        "story": one.story,
        "texts": t("js"),
    }
    _show(live, data, at=f"stretch_{place}")


def _numbers(values: torch.Tensor) -> list[float | None]:
    """For JSON, which has neither nan nor infinity: null in their place."""
    flat: Iterable[float] = values.double().flatten().tolist()
    return [value if math.isfinite(value) else None for value in flat]
