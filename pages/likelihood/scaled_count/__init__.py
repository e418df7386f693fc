"""One cell of the counted table nudged, live: the nll of the counted words, while the cell is made larger or smaller.

Everything that moves is worked out in the browser (nudge.js, view.js and what they import), from counts that come once.
Python hears of a release, and answers with its own numbers.
"""

from __future__ import annotations

from pathlib import Path

from analysis.counts.likelihood.scaled_count import ScaledCount
from analysis.counts.tables import Tables
from analysis.settings import NUDGE
from analysis.views.slider import NUDGE_SCALE
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live import picture
from pages.components.live.metrics import Metric
from pages.components.live.sync.shared_state import Owned, for_json, row_of

KEY = "nudged"

_show = picture(KEY, Path(__file__).parent, "controls/sliders.css")


def nudged_cell(tables: Tables, row: str, nudged: ScaledCount, *, shown: list[Metric]) -> None:
    """Show one cell of a row at the "nudge" and the "next" character of the controls with these keys, and let it set
    both. `nudged` are Python's numbers there, `shown` says which of them to show."""
    data = {
        "labels": labels(tables.vocab),
        "counts": tables.all.flatten().tolist(),
        "shown": [number._asdict() for number in shown],
        "scale": NUDGE_SCALE.to_browser(),
    }
    _show(owned(tables.vocab), data, row=tables.vocab.id_of(row), numbers=for_json(nudged._asdict()))


def owned(vocab: Vocabulary) -> Owned:
    """The nudge, and the next character: a character here, its id in the browser. The row is the page's alone."""
    return Owned(
        KEY,
        read={"nudge": NUDGE.check, "next": lambda value: row_of(value, vocab.itos)},
        show={"nudge": float, "next": vocab.id_of},
    )
