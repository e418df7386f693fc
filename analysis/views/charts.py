"""Frames -> Vega-Lite specs. One colour, one meaning, on all pages; the data travel beside the spec.

A spec is a plain dict for `st.vega_lite_chart(frame, spec)`: it stays the same
while the data change, so that the picture is updated and not built anew, and
costs a tenth of validating an Altair chart on every rerun.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.views.palette import CHOSEN, COUNTED, DARK, NET, UNIFORM, Palette

Spec = dict[str, Any]


def letter_axis(characters: Sequence[str], title: str, orient: str) -> Spec:
    """An axis of characters in vocabulary order, every label shown."""
    return {
        "type": "nominal",
        "scale": {"domain": list(characters)},
        "axis": {
            "title": title,
            "orient": orient,
            "labelAngle": 0,
            "labelOverlap": False,
            "ticks": False,
            "domain": False,
            "labelPadding": 4,
        },
    }


CELL_TOOLTIP = [
    {"field": "pair", "type": "nominal", "title": "Pair"},
    {"field": "count", "type": "quantitative", "title": "Count", "format": ","},
    {"field": "prob", "type": "quantitative", "title": "P(next | previous)", "format": ".6f"},
]


def heatmap(characters: Sequence[str], field: str, top: float, palette: Palette, *, in_cells: Sequence[str]) -> Spec:
    """A square table of `cells_frame` with the columns chosen and dead: previous down, next across.

    `field` ("count" or "prob") colours the cells, on a square-root scale from 0 to
    `top`, so that rare pairs show; `in_cells` are the columns written into each cell, at most two.
    A click on a cell picks its row (selection "row"); the chosen row is outlined,
    dead cells (that can never fill) are grey.
    """
    base = {
        "x": {"field": "next", **letter_axis(characters, "next character", "top")},
        "y": {"field": "previous", **letter_axis(characters, "previous character", "left")},
    }
    fill = {
        "field": field,
        "type": "quantitative",
        "scale": {"type": "sqrt", "domain": [0, top], "range": [palette.low, palette.high], "interpolate": "rgb"},
        "legend": None,
    }
    ink = {
        "condition": [
            {"test": "datum.dead", "value": DARK.text_on_high},
            {"test": f"sqrt(datum.{field} / {top}) > {palette.turn}", "value": palette.text_on_high},
        ],
        "value": palette.text_on_low,
    }
    # Cells of the last alphabet and width: the size follows the cell, and text too small to read is left out.
    size = {"expr": "width / domain('x').length * 0.31 < 6 ? 0 : min(width / domain('x').length * 0.31, 12)"}
    offsets = {1: [0], 2: [-0.2, 0.25]}[len(in_cells)]
    texts = [
        {
            "mark": {
                "type": "text",
                "fontSize": size,
                "dy": {"expr": f"{offset} * height / domain('y').length"},
                "tooltip": None,
            },
            "encoding": {
                **base,
                "text": {"field": column, **({"format": ".2f"} if column == "prob" else {})},
                "color": ink,
            },
        }
        for column, offset in zip(in_cells, offsets, strict=True)
    ]
    return {
        "layer": [
            {
                "params": [{"name": "row", "select": {"type": "point", "fields": ["previous"], "toggle": False}}],
                "mark": {"type": "rect", "cursor": "pointer"},
                "encoding": {
                    **base,
                    "color": {"condition": {"test": "datum.dead", "value": UNIFORM}, **fill},
                    "tooltip": CELL_TOOLTIP,
                },
            },
            *texts,
            {
                "transform": [{"filter": f"datum.chosen && datum.next == {characters[0]!r}"}],
                "mark": {"type": "rect", "filled": False, "strokeWidth": 2, "tooltip": None},
                "encoding": {
                    "x": {"value": 0},
                    "x2": {"value": "width"},
                    "y": base["y"],
                    "stroke": {"value": CHOSEN},
                },
            },
        ],
        "usermeta": {"embedOptions": {"renderer": "canvas"}},
    }


def row_bars(characters: Sequence[str], uniform: float) -> Spec:
    """The distribution of one row of `cells_frame` as bars down the letters, beside the uniform 1 / V as a rule."""
    return {
        "layer": [
            {
                "mark": {"type": "bar", "color": COUNTED},
                "encoding": {
                    "y": {"field": "next", **letter_axis(characters, "next character", "left")},
                    "x": {
                        "field": "prob",
                        "type": "quantitative",
                        "title": "P(next | previous)",
                        "scale": {"zero": True},
                    },
                    "tooltip": CELL_TOOLTIP,
                },
            },
            {
                "mark": {"type": "rule", "color": UNIFORM, "strokeDash": [4, 3], "size": 2, "aria": False},
                "encoding": {"x": {"datum": uniform}},
            },
        ],
    }


def share_bars(characters: Sequence[str]) -> Spec:
    """`shares_frame`: the probabilities of a row as bars, the share that was drawn of each letter as a mark over it."""
    tooltip = [
        {"field": "next", "type": "nominal", "title": "Letter"},
        {"field": "prob", "type": "quantitative", "title": "p", "format": ".6f"},
        {"field": "drawn", "type": "quantitative", "title": "Drawn", "format": ","},
        {"field": "share", "type": "quantitative", "title": "Share of the draws", "format": ".6f"},
    ]
    x = {"field": "next", **letter_axis(characters, "next character", "bottom")}

    def layer(mark: Spec, field: str) -> Spec:
        title = "probability, and share of the draws"
        y = {"field": field, "type": "quantitative", "title": title, "scale": {"zero": True}}
        return {"mark": mark, "encoding": {"x": x, "y": y, "tooltip": tooltip}}

    return {
        "layer": [
            layer({"type": "bar", "color": COUNTED}, "prob"),
            layer({"type": "point", "color": CHOSEN, "filled": True, "opacity": 1, "size": 70}, "share"),
        ]
    }


def loss_curve(floor: float, chance: float) -> Spec:
    """`loss_frame` as lines over the epochs: the net's loss, and its nll where a penalty parts the two.

    Ruled: `floor`, the nll of the best net, and `chance`, ln V. A run may start far above chance: all of it is shown.
    """
    x = {"field": "epoch", "type": "quantitative", "title": "epoch (updates)", "axis": {"tickMinStep": 1}}
    title = "nats per character"

    def line(field: str, dash: list[int]) -> Spec:
        tooltip = [{"field": "epoch", "title": "Epoch"}, {"field": field, "title": f"{field} (nats)", "format": ".6f"}]
        return {
            "mark": {"type": "line", "color": NET, "strokeDash": dash},
            "encoding": {
                "x": x,
                "y": {"field": field, "type": "quantitative", "title": title, "scale": {"zero": False}},
                "tooltip": tooltip,
            },
        }

    def rule(value: float, colour: str) -> Spec:
        return {
            "mark": {"type": "rule", "color": colour, "strokeDash": [4, 3], "size": 2, "aria": False},
            "encoding": {"y": {"datum": value}},
        }

    return {"layer": [line("loss", [1, 0]), line("nll", [5, 3]), rule(floor, COUNTED), rule(chance, UNIFORM)]}
