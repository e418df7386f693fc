"""The net, retrained while a hand moves: epochs, learning rate, lambda and the seed of the first weights.

Everything that moves is worked out in the browser (training.js, work.js, view.js, curves.js and what they import), from
counts and uniforms that come once. Python hears of what is released, trains too, and answers with its own numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch

from analysis.counts.baselines import frequency_nll
from analysis.net.run_summary import RunSummary
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live import picture
from pages.components.live.metrics import Metric
from pages.components.live.runs import Start, owned_run, run_sliders
from pages.components.live.sync.shared_state import Owned

KEY = "training"

_show = picture(KEY, Path(__file__).parent, "controls/sliders.css")


def training(
    vocab: Vocabulary,
    counts: torch.Tensor,
    start: Start,
    settings: Mapping[str, float],
    reached: RunSummary,
    *,
    names: list[str],
    own_rows: np.ndarray,
    stream: np.ndarray,
    shown: list[Metric],
) -> None:
    """Show the run on counts (V, V) at the values of the controls with these keys, and let it set them.

    `settings` are epochs, learning_rate and lam as the page has checked them, `reached` Python's numbers at their end.
    own_rows (n, max_len) in [0, 1): a row of uniforms for each name. `names` are those of the lecture's stream at the
    end, `stream` (k,) its uniforms, from which the browser works them out while something moves.
    """
    data = {
        "labels": labels(vocab),
        "counts": counts.flatten().tolist(),
        "frequency": frequency_nll(counts),
        "uniforms": {"own": own_rows.tolist(), "stream": stream.tolist()},
        "shown": [number._asdict() for number in shown],
    } | run_sliders()
    numbers = reached._asdict() | {"names": names}
    _show(owned(vocab, start.seed, settings), data, **start.to_browser(), numbers=numbers)


def owned(vocab: Vocabulary, seed: int, settings: Mapping[str, float]) -> Owned:
    """All that moves here."""
    return owned_run(KEY, vocab, settings, seed, "seed")
