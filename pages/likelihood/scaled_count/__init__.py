"""One count of the table scaled, live: the nll of the counted words, while the count is made larger or smaller.

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
_show = live_view("scaled_count", __file__)


def scaled_cell(live: LivePage, tables: Tables, scaled: ScaledCount | None, *, shown: list[Metric]) -> None:
    """Show the cell of the live page's row and next at its factor, `nudge`; a click on a bar sets the next.

    `scaled` are Python's numbers there, `shown` says which of them to show. It is None for a row without counts: then
    the picture says that there is no row to change.
    """
    data = {
        "texts": t("js"),
        "labels": labels(tables.vocab),
        "counts": tables.all.flatten().tolist(),
        "shown": shown,
    }
    _show(live, data, **({"numbers": scaled._asdict()} if scaled else {}))
