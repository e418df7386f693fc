"""The charts that are not live, built with Altair: how each draws its data, not the data.

A chart is built and checked once for what it depends on (20 ms), and kept as
the dict that `st.vega_lite_chart(frame, spec)` takes, together with a frame of
`tables`. While only the data change the dict is the same, so the picture is
updated and not built again. Callers share the dict and must not change it.
Colours are those of `palette`; sizes and the text for screen readers are the page's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

import altair as alt

from analysis.views.palette import CHOSEN, COUNTED, NET, UNIFORM

Spec = dict[str, Any]
Layers = alt.LayerChart | alt.FacetChart  # the types that alt.layer returns

SHARE = [
    alt.Tooltip("next:N", title="Letter"),
    alt.Tooltip("prob:Q", title="p", format=".6f"),
    alt.Tooltip("drawn:Q", title="Drawn", format=","),
    alt.Tooltip("share:Q", title="Share of the draws", format=".6f"),
]

GRADIENTS = [("bigram:N", "Weight", ""), ("by_hand:Q", "By hand", ".8f"), ("numeric:Q", "By differences", ".8f")]
FEW = 32  # characters: so many labels have room side by side
ROW_PARTS = ("net", "counted", "difference", "gradient")


def as_spec(build: Callable[..., Layers]) -> Callable[..., Spec]:
    """The builder of a chart, made to give its spec, the same dict for the same arguments (the last 64 are kept).

    The spec has no data, and no config: Streamlit's theme is the only one.
    """

    @lru_cache(maxsize=64)
    @wraps(build)
    def spec(*args: Any, **kwargs: Any) -> Spec:
        chart = build(*args, **kwargs).properties(data=alt.NamedData("frame"))  # else Altair copies the data
        return {key: value for key, value in chart.to_dict().items() if key not in ("data", "config", "$schema")}

    return spec


@as_spec
def share_bars(characters: tuple[str, ...]) -> Layers:
    """`shares_frame`: the probabilities of a row as bars, how often each letter was drawn as a point on its bar."""
    base = alt.Chart().encode(x=letters(characters), tooltip=SHARE)
    probs, shares = (
        alt.Y(field, title="p, and share of the draws", scale=alt.Scale(zero=True)) for field in ("prob:Q", "share:Q")
    )
    return alt.layer(
        base.mark_bar(color=COUNTED).encode(y=probs),
        base.mark_point(color=CHOSEN, filled=True, opacity=1, size=70).encode(y=shares),
    )


@as_spec
def switch_curve(at: int, low: float, high: float) -> Layers:
    """`switch_frame`: loss and nll (dashed) over the epochs, between `low` and `high` nats; ruled: `at`, the switch."""
    nats = alt.Scale(domain=[low, high], zero=False)

    def line(field: str, dash: list[int]) -> alt.Chart:
        tooltip = [
            alt.Tooltip("epoch:Q", title="Epoch"),
            alt.Tooltip(f"{field}:Q", title=f"{field} (nats)", format=".6f"),
        ]
        return (
            alt.Chart()
            .mark_line(color=NET, strokeDash=dash, clip=True)
            .encode(
                x=alt.X("epoch:Q", title="epoch (updates)", axis=alt.Axis(tickMinStep=1)),
                y=alt.Y(f"{field}:Q", title="nats per character", scale=nats),
                order=alt.Order("epoch:Q"),
                tooltip=tooltip,
            )
        )

    return alt.layer(line("loss", [1, 0]), line("nll", [5, 3]), rule(CHOSEN, x=alt.XDatum(at)))


@as_spec
def gradient_dots() -> Layers:
    """`gradient_frame`: a point for each weight: small differences over formula; equal ones lie on the diagonal."""
    x = alt.X("by_hand:Q", title="by hand", axis=alt.Axis(tickCount=5))
    tooltip = [alt.Tooltip(name, title=title, format=form) for name, title, form in GRADIENTS]
    dots = alt.Chart().mark_point(color=NET, filled=True, opacity=0.7, size=30)
    diagonal = alt.Chart().mark_line(color=UNIFORM, strokeDash=[4, 3], aria=False)
    return alt.layer(
        diagonal.encode(x=x, y=alt.Y("by_hand:Q", title="by small differences", axis=alt.Axis(tickCount=5))),
        dots.encode(x=x, y="numeric:Q", tooltip=tooltip),
    )


@as_spec
def row_difference(characters: tuple[str, ...]) -> Layers:
    """`row_gradient_frame`: net minus counted for each next character, in the colour of the larger one."""
    colour = alt.Color(
        "more:N",
        scale=alt.Scale(domain=["net", "counted"], range=[NET, COUNTED]),
        title="more probable for the",
        legend=alt.Legend(orient="top"),
    )
    tooltip = [alt.Tooltip("next:N", title="Next"), *(alt.Tooltip(f"{name}:Q", format=".6f") for name in ROW_PARTS)]
    y = alt.Y("difference:Q", title="net − counted (probability)")
    bars = alt.Chart().mark_bar().encode(x=letters(characters), y=y, color=colour, tooltip=tooltip)
    return alt.layer(bars, rule(UNIFORM, y=alt.YDatum(0)))


def letters(characters: tuple[str, ...]) -> alt.X:
    """The axis of the next characters, in the order of the vocabulary. All have their labels, where many have room."""
    axis = alt.Axis(
        title="next character",
        orient="bottom",
        labelAngle=0,
        labelOverlap=len(characters) > FEW,
        ticks=False,
        domain=False,
        labelPadding=4,
    )
    return alt.X("next:N", scale=alt.Scale(domain=list(characters)), axis=axis)


def rule(colour: str, **at: alt.XDatum | alt.YDatum) -> alt.Chart:
    """A dashed line at one value, over the whole picture."""
    return alt.Chart().mark_rule(color=colour, strokeDash=[4, 3], size=2, aria=False).encode(**at)
