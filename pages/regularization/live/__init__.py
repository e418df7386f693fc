"""λ beside smoothing, live: the best net (orange) and the counted table (blue), while either slider is dragged.

Everything that moves is worked out in the browser (live.js, view.js and what they import), from counts that come once;
with the switch on, so is the number that moves along. Python hears of a release, and answers with its own numbers.
"""

from __future__ import annotations

from typing import Any

from analysis.counts.tables import Tables
from analysis.net.regularization import SideBySide
from analysis.views.net_captions import regularization_facts
from analysis.words.vocabulary import labels
from pages.components.live.sync.live_view import Metric, live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)
_show = live_view("regularization", __file__)


def lam_beside_smoothing(
    live: LivePage, tables: Tables, numbers: SideBySide, *, shown: dict[str, list[Metric]], curves: dict[str, Any]
) -> None:
    """Show both models at the lam, smoothing and row of the live page.

    `numbers` are Python's there, `shown` says which stand under the "net",
    the "counted" table and "between" them. `curves` is what `views.slider.model_curves` gives.
    """
    data = {
        "texts": t("js"),
        "labels": labels(tables.vocab),
        "counts": tables.all.flatten().tolist(),
        "shown": shown,
        "curves": curves,
    }
    said = regularization_facts(numbers, *live.values[:2], data["labels"])
    _show(live, data, numbers=numbers._asdict() | {"caption": said._asdict()})
