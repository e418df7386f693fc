"""The charts that are not live, built with Altair: what each shows, not the frame it shows it of.

A chart is built and checked once for what it depends on (20 ms), and kept as
the dict that `st.vega_lite_chart(frame, spec)` takes; the frame, of `tables`,
travels beside it. So the same dict comes back while the data change, and the
picture is updated and not built anew. It is shared: callers only read it.
Colours are those of `palette`; sizes and the text for screen readers are the page's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

import altair as alt

from analysis.views.palette import CHOSEN, COUNTED, NET, UNIFORM

Spec = dict[str, Any]

SHARE = [
    alt.Tooltip("next:N", title="Letter"),
    alt.Tooltip("prob:Q", title="p", format=".6f"),
    alt.Tooltip("drawn:Q", title="Drawn", format=","),
    alt.Tooltip("share:Q", title="Share of the draws", format=".6f"),
]


def as_spec(build: Callable[..., alt.LayerChart]) -> Callable[..., Spec]:
    """The builder of a chart, made to give its spec, the same dict for the same arguments (the last 64 are kept).

    The spec has no data, and no config: Streamlit's theme is the only one.
    """

    @lru_cache(maxsize=64)
    @wraps(build)
    def spec(*args: Any, **kwargs: Any) -> Spec:
        chart = build(*args, **kwargs).properties(data=alt.NamedData("frame"))  # without a name Altair puts data in
        return {key: value for key, value in chart.to_dict().items() if key not in ("data", "config", "$schema")}

    return spec


@as_spec
def share_bars(characters: tuple[str, ...]) -> alt.LayerChart:
    """`shares_frame`: the probabilities of a row as bars, how often each letter was drawn as a point on its bar."""
    base = alt.Chart().encode(x=letters(alt.X, "next", characters, "bottom"), tooltip=SHARE)
    y = {"title": "probability, and share of the draws", "scale": alt.Scale(zero=True)}
    return alt.layer(
        base.mark_bar(color=COUNTED).encode(y=alt.Y("prob:Q", **y)),
        base.mark_point(color=CHOSEN, filled=True, opacity=1, size=70).encode(y=alt.Y("share:Q", **y)),
    )


@as_spec
def loss_curve(floor: float, chance: float) -> alt.LayerChart:
    """`loss_frame` as lines over the epochs: the net's loss, and its nll where a penalty parts the two.

    Ruled: `floor`, the nll of the best net, and `chance`, ln V. A run may start far above chance: all of it is shown.
    """
    epoch = alt.X("epoch:Q", title="epoch (updates)", axis=alt.Axis(tickMinStep=1))

    def line(field: str, dash: list[int]) -> alt.Chart:
        nats = alt.Y(field, type="quantitative", title="nats per character", scale=alt.Scale(zero=False))
        value = alt.Tooltip(field, type="quantitative", title=f"{field} (nats)", format=".6f")
        tooltip = [alt.Tooltip("epoch:Q", title="Epoch"), value]
        return alt.Chart().mark_line(color=NET, strokeDash=dash).encode(x=epoch, y=nats, tooltip=tooltip)

    rules = rule(COUNTED, y=alt.YDatum(floor)), rule(UNIFORM, y=alt.YDatum(chance))
    return alt.layer(line("loss", [1, 0]), line("nll", [5, 3]), *rules)


def letters(channel: type[alt.X | alt.Y], field: str, characters: tuple[str, ...], orient: str) -> alt.X | alt.Y:
    """An axis of characters in the order of the vocabulary, every label shown."""
    quiet = {"ticks": False, "domain": False, "labelPadding": 4}
    axis = alt.Axis(title=f"{field} character", orient=orient, labelAngle=0, labelOverlap=False, **quiet)
    return channel(f"{field}:N", scale=alt.Scale(domain=list(characters)), axis=axis)


def rule(colour: str, **at: alt.XDatum | alt.YDatum) -> alt.Chart:
    """A dashed line at one value, over the whole picture."""
    return alt.Chart().mark_rule(color=colour, strokeDash=[4, 3], size=2, aria=False).encode(**at)
