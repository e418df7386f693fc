"""Which numbers stand in a live picture; paint/metrics.js shows them."""

from __future__ import annotations

from typing import NamedTuple


class Metric(NamedTuple):
    """A number in a picture: its name in what Python says there, label, unit, decimals and meaning."""

    name: str
    label: str
    unit: str
    digits: int
    help: str
