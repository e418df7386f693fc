"""What Counts and net shows beside its picture: which numbers, and the marks of its smoothing."""

from pages.components.live.sync.live_view import Metric
from pages.components.texts import texts

t = texts(__file__)
SMOOTHING_MARKS = (0, 0.1, 1, 10, 100, 1000, 10_000, 1_000_000)


def shown() -> list[Metric]:
    """Which numbers stand in the picture."""
    return [
        Metric(name="kl", digits=7, **t("kl")),
        Metric(name="max_abs_diff", digits=4, **t("max_abs_diff")),
    ]
