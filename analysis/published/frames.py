"""Published figures and ours, as tidy pandas frames."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.published.results import AGREES, DIFFERS, FITTED, NEEDS_WORDS, OWN, SLIP, Result
from analysis.published.wording import show_difference, show_value, show_values

SIGNS = {AGREES: "✓", FITTED: "~", SLIP: "≠", DIFFERS: "✗", NEEDS_WORDS: "–", OWN: "•"}
FEW = 1  # value of a list in the table of figures


def figures_frame(results: Sequence[Result]) -> pd.DataFrame:
    """Published figures and ours, a line each: verdict, figure, source, published, ours, difference.

    Of a list the first values, and how many there are; the difference is the largest of a number, empty for text.
    """
    columns = ["verdict", "figure", "source", "published", "ours", "difference"]
    lines = [
        (
            f"{SIGNS[result.verdict]} {result.verdict}",
            result.figure.name,
            result.figure.source,
            show_values(result.figure.published, most=FEW),
            show_values(result.ours or [], digits=8, most=FEW),
            show_difference(result.difference),
        )
        for result in results
    ]
    return pd.DataFrame(lines, columns=columns)


def values_frame(result: Result) -> pd.DataFrame:
    """Every value of one published figure, and ours, as text: published, ours (empty without words), difference."""
    ours = result.ours or [""] * len(result.figure.published)
    differences = result.differences or [None] * len(ours)
    lines = [
        (show_value(one), show_value(other, 12), show_difference(difference))
        for one, other, difference in zip(result.figure.published, ours, differences, strict=True)
    ]
    return pd.DataFrame(lines, columns=["published", "ours", "difference"])
