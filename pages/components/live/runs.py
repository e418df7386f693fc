"""What live pictures of a net share: where training starts, and the sliders of a run. See runs.js too."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any, NamedTuple

import torch

from analysis.settings import EPOCHS, LAM, LEARNING_RATE, SEED, Setting
from analysis.views.slider import EPOCHS_SCALE, LAM_SCALE, LEARNING_RATE_SCALE, Scale
from analysis.words.vocabulary import Vocabulary
from pages.components.live.controls import Control, slider
from pages.components.live.sync.shared_state import Owned, row_of

RUN = (EPOCHS.on_page, LEARNING_RATE, LAM)
SCALES = {
    EPOCHS.name: (EPOCHS_SCALE, (0, 50, 100, 200, 500, 1000, 2000)),
    LEARNING_RATE.name: (LEARNING_RATE_SCALE, (0.01, 0.1, 1, 10, 50, 400, 5000)),
    LAM.name: (LAM_SCALE, (0, 0.001, 0.01, 0.1, 1, 10, 100, 1000)),
}
SEEDS = 1000  # the slider of seeds goes over so many, from the seed in the box on


class Start(NamedTuple):
    """Where training starts: the option of --init, the seed, and the first weights (V, V) that Python has for them."""

    init: str
    seed: int
    weights: torch.Tensor

    def to_browser(self) -> dict[str, str]:
        """For JSON: a seed has 64 bits, which only a text holds there.

        The weights go as the bytes of float32 in base64: each of them was drawn in float32, so nothing is lost.
        """
        first = base64.b64encode(self.weights.numpy().astype("<f4").tobytes()).decode()
        return {"init": self.init, "seed": str(self.seed), "first": first}


def run_controls() -> tuple[Control, ...]:
    """The sliders of a run: epochs, learning rate, lambda."""
    return tuple(slider(setting, *SCALES[setting.name]) for setting in RUN)


def run_sliders(**others: tuple[Scale, tuple[float, ...]]) -> dict[str, Any]:
    """What the sliders of a run need, the same for all visitors; `others` are scales with their marks besides these."""
    scales = {name: scale.to_browser() | {"marks": marks} for name, (scale, marks) in (others | SCALES).items()}
    return {"scales": scales, "most": int(EPOCHS.on_page.high), "seeds": SEEDS}


def owned_run(
    key: str, vocab: Vocabulary, settings: Mapping[str, float], seed: int, seed_key: str, *others: Setting
) -> Owned:
    """Epochs, learning rate, lambda and `others`, numbers; the seed in the box `seed_key`, as text; and the row.

    What a box holds may be nonsense: `settings` and `seed` are what the page uses in its place.
    """
    numbers = (*others, *RUN)
    return Owned(
        key,
        read={setting.name: lambda value, setting=setting: float(setting.check(value)) for setting in numbers}
        | {seed_key: lambda value: str(SEED.check(value)), "row": lambda value: row_of(value, vocab.itos)},
        show={setting.name: lambda _, setting=setting: settings[setting.name] for setting in numbers}
        | {seed_key: lambda _: str(seed), "row": vocab.id_of},
    )
