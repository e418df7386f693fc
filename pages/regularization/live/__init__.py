"""λ beside smoothing, live: the best net (orange) and the counted table (blue), while either slider is dragged.

Everything that moves is worked out in the browser (regularization.js, view.js and what they import), from counts that
come once. Python hears of a release, and answers with its own numbers.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analysis.counts.tables import Tables
from analysis.net.regularization import SideBySide
from analysis.settings import LAM, SMOOTHING
from analysis.views.slider import LAM_SCALE, SMOOTHING_SCALE
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live import picture
from pages.components.live.metrics import Metric
from pages.components.live.sync.shared_state import Owned, for_json, row_of

KEY = "regularization"

_show = picture(KEY, Path(__file__).parent, "controls/sliders.css")


def lam_beside_smoothing(
    tables: Tables, numbers: SideBySide, *, match: bool, shown: dict[str, list[Metric]], curves: dict[str, Any]
) -> None:
    """Show both models at the lam, smoothing and row of the controls with these keys, and let it set all three.

    With `match` the two numbers move together. `numbers` are Python's there, `shown` says which stand under the "net",
    the "counted" table and "between" them. `curves` is what `views.slider.model_curves` gives.
    """
    data = {
        "labels": labels(tables.vocab),
        "counts": tables.all.flatten().tolist(),
        "shown": {place: [number._asdict() for number in group] for place, group in shown.items()},
        "scales": {"lam": LAM_SCALE.to_browser(), "smoothing": SMOOTHING_SCALE.to_browser()},
        "names": {"lam": LAM.label, "smoothing": SMOOTHING.label},
        "most": SMOOTHING.high,
        "curves": curves,
    }
    _show(owned(tables.vocab), data, match=match, numbers=for_json(numbers._asdict()))


def owned(vocab: Vocabulary) -> Owned:
    """The two numbers, and the row: a character here, its id in the browser. The switch is the page's alone."""
    return Owned(
        KEY,
        read={
            "lam": LAM.check,
            "smoothing": SMOOTHING.check,
            "row": lambda value: row_of(value, vocab.itos),
        },
        show={"lam": float, "smoothing": float, "row": vocab.id_of},
    )
