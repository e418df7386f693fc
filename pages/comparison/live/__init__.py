"""Counts beside the net: both models and their names, redrawn while anything is dragged.

Everything that moves is worked out in the browser (beside.js, work.js, twins.js, view.js and what they import). Python
hears of what is released, and answers with its own numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis.counts.tables import Tables
from analysis.settings import SMOOTHING
from analysis.views.slider import SMOOTHING_SCALE
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live import picture
from pages.components.live.metrics import Metric
from pages.components.live.runs import Start, owned_run, run_sliders
from pages.components.live.sync.shared_state import Owned, for_json

KEY = "beside"
MARKS = (0, 0.1, 1, 10, 100, 1000, 10_000, 1_000_000)
# What the picture shows of Python's figures.
SENT = (
    "kl",
    "max_abs_diff",
    *(f"{part}nll_{model}" for part in ("", "train_", "dev_") for model in ("counts", "neural")),
)

_show = picture(KEY, Path(__file__).parent, "controls/sliders.css")


class Draws(NamedTuple):
    """The stream of the names as the browser has it (None: only Python can draw from it), its seed, and how many."""

    stream: str | None
    seed: int
    n: int


def beside(
    tables: Tables,
    start: Start,
    settings: Mapping[str, float],
    numbers: Mapping[str, float | None],
    *,
    draws: Draws,
    names: Mapping[str, Sequence[str]],
    words: Sequence[str],
    real: Mapping[str, int] | None,
    shown: list[Metric],
) -> None:
    """Show both models at the values of the controls with these keys, and let it set them.

    `settings` are smoothing, epochs, learning_rate and lam as the page has checked them, `numbers` Python's figures
    there. `names` are both running lists, "counts" and "net"; `words` are scored by both; `real` says how many of the
    twins are real names, by the same keys, None where nobody knows.
    """
    data = {
        "labels": labels(tables.vocab),
        "counts": {part: tables.part(part).flatten().tolist() for part in ("all", "train", "dev")},
        "shown": [number._asdict() for number in shown],
    } | run_sliders(smoothing=(SMOOTHING_SCALE, MARKS))
    _show(
        owned(tables.vocab, start.seed, settings),
        data,
        **start.to_browser(),
        numbers=for_json({name: numbers[name] for name in SENT}),
        draws=draws._asdict() | {"seed": str(draws.seed)},
        names={model: list(drawn) for model, drawn in names.items()},
        real=None if real is None else dict(real),
        words=[tables.vocab.encode(word) for word in words],
    )


def owned(vocab: Vocabulary, seed: int, settings: Mapping[str, float]) -> Owned:
    """The numbers of both models, the seed of the first weights, and the row."""
    return owned_run(KEY, vocab, settings, seed, "init_seed", SMOOTHING)
