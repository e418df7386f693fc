"""The recipe of the page Normalization."""

import shlex
from typing import Any

from analysis.counts.normalization.broadcasting import Shape
from analysis.counts.normalization.divisions import NAMES, SMALL_WORDS
from analysis.recipes import Recipe, command, fill


def normalization_recipe(
    divisor: str, table_size: str, smoothing: float, seed: int, first: Shape, second: Shape
) -> Recipe:
    """All five divisions, the names of one of them, two shapes broadcast, and in place against a new table.

    The lines of the small table need no names.txt.
    """
    small = table_size == "small"
    settings: dict[str, Any] = {"divisor": divisor, "smoothing": smoothing, "seed": seed, "n": NAMES}
    settings |= {"first": first, "second": second} | ({"words": list(SMALL_WORDS)} if small else {})
    options: dict[str, Any] = {"table_size": table_size if small else None, "smoothing": smoothing, "seed": seed}
    return Recipe(
        fill("normalization", **settings),
        (
            command("normalize", **options),
            command("normalize", divisor=divisor, **options),
            f"python -m analysis normalize --shapes {shlex.quote(str(first))} {shlex.quote(str(second))}",
        ),
    )
