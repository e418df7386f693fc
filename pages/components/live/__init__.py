"""What the live components share: their files joined into one source, and the colours their canvases are drawn in."""

from __future__ import annotations

from pathlib import Path

from analysis.views import charts

HERE = Path(__file__).parent
COLOURS = {
    "counted": charts.COUNTED,
    "uniform": charts.UNIFORM,
    "chosen": charts.CHOSEN,
    "high_light": charts.LIGHT.high,
    "high_dark": charts.DARK.high,
}
VARIABLES = f"\n.live {{--counted: {charts.COUNTED}; --chosen: {charts.CHOSEN}}}"


def source(*names: str) -> str:
    """The text of files of this folder, one after the other: a component's HTML, CSS or JavaScript is one piece."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in names)
