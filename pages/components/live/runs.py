"""Shared by live pictures of a net: where training starts, and the sliders of a run. See also model/runs.js."""

from __future__ import annotations

import base64
from typing import NamedTuple

import torch

from analysis.settings import EPOCHS, LAM, LEARNING_RATE
from analysis.views.slider import EPOCHS_SCALE, LAM_SCALE, LEARNING_RATE_SCALE
from pages.components.live.controls import Control, slider

RUN = (EPOCHS.on_page, LEARNING_RATE, LAM)
SCALES = {
    EPOCHS.name: (EPOCHS_SCALE, (0, 50, 100, 200, 500, 1000, 2000)),
    LEARNING_RATE.name: (LEARNING_RATE_SCALE, (0.01, 0.1, 1, 10, 50, 400, 5000)),
    LAM.name: (LAM_SCALE, (0, 0.001, 0.01, 0.1, 1, 10, 100, 1000)),
}


class Start(NamedTuple):
    """Where training starts: the option of --init, the seed, and the first weights (V, V) that Python makes of them."""

    init: str
    seed: int
    weights: torch.Tensor

    def to_browser(self) -> dict[str, str]:
        """The values for JSON. The seed is sent as text, because JSON numbers in the browser have only 53 bits.

        The weights are sent as the bytes of float32 in base64. They were drawn in float32, so nothing is lost.
        """
        first = base64.b64encode(self.weights.numpy().astype("<f4").tobytes()).decode()
        return {"init": self.init, "seed": str(self.seed), "first": first}


def run_controls() -> tuple[Control, ...]:
    """The sliders of a run: epochs, learning rate, lambda."""
    return tuple(slider(setting, *SCALES[setting.name]) for setting in RUN)
