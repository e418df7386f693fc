"""Charts of the ladder, built like those in `charts`, for the frames of `ladder_tables`."""

from __future__ import annotations

from typing import Any

import altair as alt

from analysis.views.charts import Layers, as_spec, rule
from analysis.views.ladder_tables import COUNTED, PUBLISHED, TRAINED
from analysis.views.palette import CHOSEN, NET, UNIFORM
from analysis.views.palette import COUNTED as COUNTED_COLOUR

KINDS = [COUNTED, TRAINED, PUBLISHED]
COLOURS = [COUNTED_COLOUR, NET, UNIFORM]
NLL = "nll on dev (nats per character)"
TIP = [
    alt.Tooltip("name:N", title="Model"),
    alt.Tooltip("kind:N", title="Kind"),
    alt.Tooltip("numbers:Q", title="Numbers stored", format=","),
    alt.Tooltip("seconds:Q", title="Seconds", format=".2f"),
    alt.Tooltip("dev_nll:Q", title="nll on dev", format=".4f"),
]
NAME_PLACES: list[tuple[str, dict[str, Any]]] = [  # which points have a name, and on which side there is room
    ("indexof(['kn:1', 'kn:2', 'kn:5'], datum.name) >= 0", {"align": "center", "dy": -13}),
    ("indexof(['mlp', 'cnn', 'mix'], datum.name) >= 0", {"align": "left", "dx": 8, "dy": 1}),
    ("indexof(['rnn', 'gru'], datum.name) >= 0", {"align": "right", "dx": -8, "dy": 4}),
    ("datum.name == 'transformer'", {"align": "center", "dx": -5, "dy": 15}),
    (f"datum.kind == '{PUBLISHED}' && datum.numbers <= 50000", {"align": "right", "dx": -9}),
    (f"datum.kind == '{PUBLISHED}' && datum.numbers > 50000", {"align": "left", "dx": 3, "dy": -20}),
]
VOWEL, CONSONANT, MARK = "vowel", "consonant", "start and end"


@as_spec
def rung_points(field: str, title: str, chance: float, label: str) -> Layers:
    """`rungs_frame`: the nll on dev of each model, from the bigram's on, over `numbers` or `seconds`.

    A dashed line with the text `label` marks the nll of `chance`. The axis of the nll is logarithmic: models that
    differ little stay apart, although chance is far above them.
    """
    colour = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=KINDS, range=COLOURS),
        legend=alt.Legend(orient="top", title=None),
    )
    shape = alt.Shape("kind:N", scale=alt.Scale(domain=KINDS, range=["circle", "square", "cross"]), legend=None)
    ticks = "~s" if field == "numbers" else "~g"  # 10k numbers; 0.1 seconds, which ~s would write as 100m
    x = alt.X(f"{field}:Q", title=title, scale=alt.Scale(type="log"), axis=alt.Axis(format=ticks, tickCount=5))
    scale = alt.Scale(type="log", domain=[1.86, 1.06 * chance], nice=False)
    y = alt.Y("dev_nll:Q", title=NLL, scale=scale, axis=alt.Axis(format=".1f", tickCount=10, grid=True))
    base = (
        alt.Chart().transform_filter((alt.datum[field] > 0) & (alt.datum.dev_nll < 2.5)).encode(x=x, y=y, tooltip=TIP)
    )
    points = base.mark_point(size=70, filled=True, opacity=1).encode(color=colour, shape=shape)
    names = [
        base.mark_text(fontSize=11, **place).encode(text="name:N", color=colour).transform_filter(which)
        for which, place in NAME_PLACES
    ]
    at = alt.YDatum(chance)
    text = alt.Chart().mark_text(text=label, color=UNIFORM, align="left", baseline="bottom", dx=5, dy=-3, fontSize=11)
    lines = (  # one mark of each, not one for each row of the frame
        one.transform_aggregate(rows="count()") for one in (rule(UNIFORM, y=at), text.encode(x=alt.value(0), y=at))
    )
    return alt.layer(*lines, points, *names)


@as_spec
def look_cells(labels: tuple[str, ...]) -> Layers:
    """`looks_frame`: a row for each layer, a cell for each letter: the stronger, the more is taken from it."""
    names = "[" + ",".join(f"'{one}'" for one in labels) + "]"
    x = alt.X(
        "place:O", title="letter that is looked at", axis=alt.Axis(labelAngle=0, labelExpr=f"{names}[datum.value]")
    )
    part = alt.Opacity("share:Q", scale=alt.Scale(domain=[0, 1], range=[0, 1]), legend=None)
    tooltip = [
        alt.Tooltip("layer:O", title="Layer"),
        alt.Tooltip("letter:N", title="Letter"),
        alt.Tooltip("share:Q", title="Share", format=".1%"),
    ]
    y = alt.Y("layer:O", title="layer", axis=alt.Axis(labelFlush=False))
    return alt.layer(alt.Chart().mark_rect(color=NET).encode(x=x, y=y, opacity=part, tooltip=tooltip))


@as_spec
def letter_points() -> Layers:
    """`points_frame`: the letters as points in a plane, vowels in another colour."""
    kinds = [VOWEL, CONSONANT, MARK]
    colour = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=kinds, range=[CHOSEN, NET, UNIFORM]),
        legend=alt.Legend(orient="top", title=None, symbolType="circle"),
    )
    axis = alt.Axis(labels=False, ticks=False)
    x, y = alt.X("x:Q", title="first direction", axis=axis), alt.Y("y:Q", title="second direction", axis=axis)
    tooltip = [alt.Tooltip("letter:N", title="Letter"), alt.Tooltip("kind:N", title="Kind")]
    base = alt.Chart().encode(x=x, y=y, color=colour, tooltip=tooltip)
    return alt.layer(
        base.mark_circle(size=20, opacity=0), base.mark_text(fontSize=17, fontWeight="bold").encode(text="letter:N")
    )
