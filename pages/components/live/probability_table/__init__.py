"""The live table: a smoothing slider that flattens the whole model, and its numbers, while it is dragged.

The browser calculates everything that moves (live.js, view.js and what they import), from counts and
uniforms that are sent once. Python gets the smoothing when the slider is released, and answers with its own numbers.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from analysis.counts.smoothing import Effect
from analysis.counts.tables import Tables
from analysis.views.captions import smoothing_facts
from analysis.words.vocabulary import labels
from pages.components.live.sync.live_view import Metric, live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)

_show = live_view("live_table", __file__)


def live_table(
    live: LivePage,
    tables: Tables,
    effect: Effect,
    own_rows: np.ndarray,
    *,
    shown: list[Metric],
    stream: np.ndarray | None = None,
    names: list[str] | None = None,
    curves: dict[str, Any] | None = None,
) -> None:
    """Show the table at the smoothing and the row of the live page.

    `effect` has Python's numbers, `shown` says which of them to show. own_rows (n, max_len) in [0, 1): the random
    numbers of each name next to the table. `names` are those of the lecture's stream; `stream` (k,) are its uniforms,
    from which the browser draws them while the slider moves. `curves` is what `nll_curves` gives; None: no curves.
    """
    stream = np.empty(0) if stream is None else stream
    data = {
        "labels": labels(tables.vocab),
        "counts": {part: tables.part(part).flatten().tolist() for part in ("all", "train", "dev")},
        "uniforms": {"own": own_rows.tolist(), "stream": stream.tolist()},
        "shown": shown,
        "curve": curves,
        "texts": t("js"),
    }
    smoothing, previous = live.values[:2]
    said = smoothing_facts(tables.all, tables.vocab, smoothing, previous)._asdict()
    _show(live, data, numbers=effect._asdict() | {"names": names or [], "caption": said})
