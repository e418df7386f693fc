"""One cell of the counted table nudged, live: the nll of the counted words, while the cell is made larger or smaller.

Everything that moves is worked out in the browser (live.js, view.js and what they import), from counts that come once.
Python hears of a release, and answers with its own numbers.
"""

from __future__ import annotations

from analysis.counts.likelihood.scaled_count import ScaledCount
from analysis.counts.tables import Tables
from analysis.words.vocabulary import labels
from pages.components.live.sync.live_view import Metric, live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)
_show = live_view("nudged", __file__)


def nudged_cell(live: LivePage, tables: Tables, nudged: ScaledCount, *, shown: list[Metric]) -> None:
    """Show the cell of the live page's row and next at its nudge; a click on a bar sets the next.

    `nudged` are Python's numbers there, `shown` says which of them to show.
    """
    data = {
        "texts": t("js"),
        "labels": labels(tables.vocab),
        "counts": tables.all.flatten().tolist(),
        "shown": shown,
    }
    _show(live, data, numbers=nudged._asdict())
