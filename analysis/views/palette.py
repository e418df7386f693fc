"""The colours, named once. Each has the same meaning on every page, in light and dark."""

from __future__ import annotations

from dataclasses import dataclass

# Colour-blind safe, and at least 3 : 1 on a white and on a dark page.
COUNTED = "#3b6fb6"
NET = "#d9730d"
UNIFORM = "#8b8f98"
CHOSEN = "#d6278a"


@dataclass(frozen=True)
class Shades:
    """What depends on the theme: the ends of the one-hue scales, `high` of what is counted, and the page's text.

    Both scales begin at low, the page itself. A difference goes from one high end over low to the other.
    """

    low: str
    high: str
    net: str
    text: str


LIGHT = Shades(low="#ffffff", high="#2a5ca5", net="#b45309", text="#262730")
DARK = Shades(low="#10141c", high="#7fb0f5", net="#f0a35e", text="#d6dae3")
