"""The commands and the script that print the numbers of Normalization."""

from __future__ import annotations

from dataclasses import replace

from analysis.counts.normalization.broadcasting import Shape
from analysis.recipes import Recipe
from analysis.recipes.pages import normalization_recipe
from pages.components.list_at_hand import list_at_hand


def lines_of_page(divisor: str, size: str, smoothing: float, seed: int, first: Shape, second: Shape) -> Recipe:
    """The commands of the small table, and commands and script of the table that is checked."""
    words = list_at_hand()
    small = normalization_recipe(words, divisor, "small", 0, seed, first, second)
    shown = normalization_recipe(words, divisor, size, smoothing, seed, first, second)
    return replace(shown, commands=tuple(dict.fromkeys((*small.commands[:2], *shown.commands))))
