"""The net, retrained while a hand moves: epochs, learning rate, lambda and the seed of the first weights.

Everything that moves is worked out in the browser (training.js, work.js, view.js, curves.js and what they import), from
counts and uniforms that come once. Python hears of what is released, trains too, and answers with its own numbers.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import streamlit as st
import torch

from analysis.counts.baselines import frequency_nll
from analysis.net.progress import Progress
from analysis.settings import EPOCHS, LAM, LEARNING_RATE, SEED
from analysis.views.slider import EPOCHS_SCALE, LAM_SCALE, LEARNING_RATE_SCALE
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live import COLOURS, Owned, packed, picture, row_of
from pages.components.live.table import Number

KEY = "training"
SCALES = {
    EPOCHS.name: (EPOCHS_SCALE, (0, 50, 100, 200, 500, 1000, 2000)),
    LEARNING_RATE.name: (LEARNING_RATE_SCALE, (0.01, 0.1, 1, 10, 50, 400, 5000)),
    LAM.name: (LAM_SCALE, (0, 0.001, 0.01, 0.1, 1, 10, 100, 1000)),
}
SEEDS = 1000  # the slider goes over so many, from the seed in the box on

_picture = picture(KEY, "training", "sliders.css")


class Start(NamedTuple):
    """Where training starts: the option of --init, the seed, and the first weights (V, V) that Python has for them."""

    init: str
    seed: int
    weights: torch.Tensor


def training(
    vocab: Vocabulary,
    counts: torch.Tensor,
    start: Start,
    settings: Mapping[str, float],
    reached: Progress,
    *,
    names: list[str],
    own_rows: np.ndarray,
    stream: np.ndarray,
    shown: list[Number],
) -> None:
    """Show the run on counts (V, V) at the values of the controls with these keys, and let it set them.

    `settings` are epochs, learning_rate and lam as the page has checked them, `reached` Python's numbers at their end.
    own_rows (n, max_len) in [0, 1): a row of uniforms for each name. `names` are those of the lecture's stream at the
    end, `stream` (k,) its uniforms, from which the browser works them out while something moves.
    """
    data = {
        "key": KEY,
        "labels": labels(vocab),
        "counts": counts.flatten().tolist(),
        "frequency": frequency_nll(counts),
        "uniforms": {"own": own_rows.tolist(), "stream": stream.tolist()},
        "scales": {name: scale.to_browser() | {"marks": marks} for name, (scale, marks) in SCALES.items()},
        "most": int(EPOCHS.on_page.high),
        "seeds": SEEDS,
        "shown": [number._asdict() for number in shown],
        "colours": COLOURS,
    }
    with st.container(gap=None):
        _picture(key=f"{KEY}_picture", data=data | {"fingerprint": zlib.crc32(repr(data).encode())})
        owned(vocab, start.seed, settings).connect(
            init=start.init,
            seed=str(start.seed),
            first=packed(start.weights),
            numbers=reached._asdict() | {"names": names},
        )


def owned(vocab: Vocabulary, seed: int, settings: Mapping[str, float]) -> Owned:
    """Epochs, learning rate and lambda, numbers; the seed, whose 64 bits only a text holds there; and the row."""
    numbers = (EPOCHS.on_page, LEARNING_RATE, LAM)
    return Owned(
        KEY,
        read={setting.name: lambda value, setting=setting: float(setting.check(value)) for setting in numbers}
        | {"seed": lambda value: str(SEED.check(value)), "row": lambda value: row_of(value, vocab.itos)},
        # what a box holds may be nonsense; these are what the page uses in its place
        show={setting.name: lambda _, setting=setting: settings[setting.name] for setting in numbers}
        | {"seed": lambda _: str(seed), "row": vocab.id_of},
    )
