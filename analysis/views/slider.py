"""The scale of a slider that spans decades: the position of a value, and the value at a position.

`pages/components/live/model/scale.js` is its port in the browser.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import torch

from analysis.counts.smoothing import sweep_entropy, sweep_nll
from analysis.counts.tables import Tables
from analysis.net.regularization import sweep_lam


@dataclass(frozen=True)
class Scale:
    """A true 0, `even` equal steps up to `knee`, then `per_decade` steps a decade up to `high`.

    `stops` are values of their own, rising: the position nearest to one is that value exactly. With `even` 0 there
    is no 0: the first position is `knee`. Values between the stops are rounded to three digits.
    """

    knee: float
    even: int
    per_decade: int
    high: float
    stops: tuple[float, ...]

    @property
    def last(self) -> int:
        """The last position; the first is 0."""
        return self.even + round(self.per_decade * (math.log10(self.high) - math.log10(self.knee)))

    def position(self, value: float) -> float:
        """The position of a value, 0 ... `last`, not rounded to a whole one.

        >>> SMOOTHING_SCALE.position(0.0), SMOOTHING_SCALE.position(1.0), SMOOTHING_SCALE.position(1e6)
        (0.0, 110.0, 410.0)
        """
        if value <= self.knee:
            return self.even * value / self.knee
        return self.even + self.per_decade * (math.log10(value) - math.log10(self.knee))

    def at(self, position: int) -> float:
        """The value at a position 0 ... `last`.

        >>> [SMOOTHING_SCALE.at(i) for i in (0, 1, 10, 110, 145, 146, 410)]
        [0.0, 0.001, 0.01, 1.0, 5.0, 5.25, 1000000.0]
        """
        for stop in self.stops:
            if abs(self.position(stop) - position) < 0.5:
                return stop
        if position < self.even:
            value = self.knee * position / self.even
        else:
            value = 10 ** (math.log10(self.knee) + (position - self.even) / self.per_decade)
        return float(f"{value:.3g}")

    def values(self) -> list[float]:
        """The value at every position."""
        return [self.at(position) for position in range(self.last + 1)]

    def to_browser(self) -> dict[str, Any]:
        """What `scale.js` needs to be this scale."""
        return asdict(self) | {"last": self.last}


SMOOTHING_SCALE = Scale(
    knee=0.01, even=10, per_decade=50, high=1e6, stops=(0.0, 0.01, 0.1, 1.0, 5.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6)
)

# To 100 epoch by epoch, for there the most happens; then ever more at a step.
EPOCHS_SCALE = Scale(
    knee=100, even=100, per_decade=100, high=2000, stops=(0.0, 10.0, 50.0, 100.0, 200.0, 500.0, 1e3, 2e3)
)
LEARNING_RATE_SCALE = Scale(
    knee=0.01, even=0, per_decade=50, high=5000, stops=(0.01, 0.1, 1.0, 10.0, 50.0, 100.0, 400.0, 1e3, 5e3)
)
LAM_SCALE = Scale(
    knee=1e-4, even=10, per_decade=40, high=1e3, stops=(0.0, 1e-4, 1e-3, 0.01, 0.1, 1.0, 10.0, 100.0, 1e3)
)
TEMPERATURE_SCALE = Scale(
    knee=0.01, even=0, per_decade=100, high=100, stops=(0.01, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0)
)
NUDGE_SCALE = Scale(knee=0.1, even=0, per_decade=200, high=10, stops=(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0))


def nll_curves(tables: Tables, scale: Scale) -> dict[str, Any] | None:
    """The mean nll (nats) of the train and dev words, counted on train, at every position of a smoothing slider.

    `curves` holds a list for each part that has words, inf as None (JSON has no infinity); `chance` is ln V, `floor`
    the lowest value of all. None where no part has words.
    """
    parts = {name: scored for name in ("train", "dev") if (scored := tables.part(name)).sum()}
    sweeps = {name: sweep_nll(tables.train, scale.values(), scored) for name, scored in parts.items()}
    if not sweeps:
        return None
    floor = min(nll for sweep in sweeps.values() for nll in sweep)
    curves = {name: _finite(sweep) for name, sweep in sweeps.items()}
    return {"curves": curves, "chance": math.log(len(tables.vocab)), "floor": floor}


def model_curves(counts: torch.Tensor) -> dict[str, Any]:
    """nll and mean entropy of a row (nats) of the best net at every position of the lambda slider, `lam`, and of the
    counted table at every one of the smoothing slider, `smoothing`; `chance` is ln V, `floor` the lowest of all values.

    To seven decimals: they are drawn, not read.
    """
    smoothings = SMOOTHING_SCALE.values()
    curves = {
        "lam": sweep_lam(counts, LAM_SCALE.values()),
        "smoothing": (sweep_nll(counts, smoothings), sweep_entropy(counts, smoothings)),
    }
    lines = {
        name: {"nll": [round(x, 7) for x in nll], "entropy": [round(x, 7) for x in entropy]}
        for name, (nll, entropy) in curves.items()
    }
    floor = min(value for line in lines.values() for values in line.values() for value in values)
    return lines | {"chance": math.log(len(counts)), "floor": floor}


def _finite(values: Sequence[float]) -> list[float | None]:
    return [value if math.isfinite(value) else None for value in values]
