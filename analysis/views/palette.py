"""The colours, named once: one meaning each on every page, in light and dark."""

from __future__ import annotations

from dataclasses import dataclass

# Colour-blind safe, and at least 3 : 1 on a white and on a dark page.
COUNTED = "#3b6fb6"
NET = "#d9730d"
UNIFORM = "#8b8f98"
CHOSEN = "#d6278a"


@dataclass(frozen=True)
class Palette:
    """What depends on the theme: the ends of the one-hue scale (low is the page itself), and text upon them."""

    low: str
    high: str
    text_on_low: str
    text_on_high: str
    turn: float  # from this far up the scale the text is text_on_high: there both are equally readable


LIGHT = Palette(low="#ffffff", high="#2a5ca5", text_on_low="#262730", text_on_high="#ffffff", turn=0.75)
DARK = Palette(low="#10141c", high="#7fb0f5", text_on_low="#d6dae3", text_on_high="#10141c", turn=0.57)


def palette(theme: str | None) -> Palette:
    """The palette of "light" or "dark"; light where the theme is not known yet."""
    return DARK if theme == "dark" else LIGHT
