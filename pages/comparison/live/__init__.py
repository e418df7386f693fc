"""Counts and net: both models and their names, redrawn while anything is dragged.

Everything that moves is worked out in the browser (live.js, work.js, paired_names.js, view.js and what they import).
Python hears of what is released, and answers with its own numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.counts.tables import Tables
from analysis.views.captions import Facts
from analysis.words.vocabulary import labels
from pages.components.live.runs import Start
from pages.components.live.sync.live_view import Metric, live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

# What the picture shows of Python's figures.
SENT = (
    "kl",
    "max_abs_diff",
    *(f"{part}nll_{model}" for part in ("", "train_", "dev_") for model in ("counts", "neural")),
)

t = texts(__file__)
_show = live_view("both_models", __file__)


def both_models(
    live: LivePage,
    tables: Tables,
    start: Start,
    numbers: Mapping[str, float | None],
    *,
    torch_draws: str | None,
    names: Mapping[str, Sequence[str]],
    words: Sequence[str],
    real: Mapping[str, int] | None,
    caption: Facts,
    shown: list[Metric],
) -> None:
    """Show both models at the values of the live page.

    `numbers` are Python's figures there. `torch_draws` is the stream that the torch of this server draws as; None
    where only Python can draw from it. `names` are both running lists, "counts" and "net"; `words` are scored by both;
    `real` says how many of the paired names are real names, by the same keys, None where nobody knows. `caption` is
    what Python's caption is chosen by and filled with.
    """
    data = {
        "texts": t("js"),
        "labels": labels(tables.vocab),
        "counts": {part: tables.part(part).flatten().tolist() for part in ("all", "train", "dev")},
        "shown": shown,
        "torch": torch_draws,
    }
    _show(
        live,
        data,
        **start.to_browser(),
        numbers={name: numbers[name] for name in SENT} | {"caption": caption._asdict()},
        names={model: list(drawn) for model, drawn in names.items()},
        real=None if real is None else dict(real),
        words=[tables.vocab.encode(word) for word in words],
    )
