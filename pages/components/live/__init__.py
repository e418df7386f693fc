"""What the live components share: their files joined into one source, and the colours their canvases are drawn in."""

from __future__ import annotations

from pathlib import Path

from analysis.views import palette

HERE = Path(__file__).parent
COLOURS = {
    "counted": palette.COUNTED,
    "uniform": palette.UNIFORM,
    "chosen": palette.CHOSEN,
    "high_light": palette.LIGHT.high,
    "high_dark": palette.DARK.high,
}
VARIABLES = f"\n.live {{--counted: {palette.COUNTED}; --chosen: {palette.CHOSEN}}}"


def source(*names: str) -> str:
    """The text of files of this folder, one after the other: a component's HTML, CSS or JavaScript is one piece."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in names)
