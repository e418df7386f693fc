"""The numbers that a live picture shows; paint/metrics.js paints them."""

from __future__ import annotations

from typing import NamedTuple


class Metric(NamedTuple):
    """A number in a picture: its name in the data from Python, label, unit, decimals and meaning."""

    name: str
    label: str
    unit: str
    digits: int
    help: str
