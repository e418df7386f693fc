"""Charts of words and counts, built like those in `charts`: how long words are, how empty tables are."""

from __future__ import annotations

import altair as alt

from analysis.views.charts import Layers, as_spec
from analysis.views.count_tables import CELLS_OF_TABLE, CELLS_SEEN, LOG, SQUARE
from analysis.views.palette import COUNTED, UNIFORM

TOP = alt.Legend(orient="top", title=None, symbolType="stroke", symbolSize=120, columnPadding=8)
LIST = "the list"  # its name in `lengths_frame`; the other names are the models
LENGTH = [
    alt.Tooltip("whose:N", title="Words of"),
    alt.Tooltip("letters:Q", title="Letters"),
    alt.Tooltip("share:Q", title="Share of its words", format=".4%"),
]
LOSS = [
    alt.Tooltip("loss:N", title="Loss"),
    alt.Tooltip("p:Q", title="p of the right letter", format=".2f"),
    alt.Tooltip("cost:Q", title="Cost", format=".4f"),
]
CELLS = [
    alt.Tooltip("letters:O", title="Letters of context"),
    alt.Tooltip("what:N", title="What"),
    alt.Tooltip("number:Q", title="How many", format=","),
]


@as_spec
def length_lines() -> Layers:
    """`lengths_frame` of the list and the three models: the list as bars, the models as lines over them."""
    x = alt.X("letters:Q", title="letters", scale=alt.Scale(domain=[-0.5, 25.5], nice=False))
    y = alt.Y("share:Q", title="share of the words", axis=alt.Axis(format="%"))
    models = ["bigram", "letter frequencies", "uniform"]
    colour = alt.Color("whose:N", scale=alt.Scale(domain=models, range=[COUNTED, COUNTED, UNIFORM]), legend=TOP)
    dash = alt.StrokeDash("whose:N", scale=alt.Scale(domain=models, range=[[1, 0], [5, 3], [2, 2]]), legend=TOP)
    base = alt.Chart().encode(x=x, y=y, tooltip=LENGTH)
    bars = base.mark_bar(color=COUNTED, opacity=0.45, size=12).transform_filter(alt.datum.whose == LIST)
    lines = base.mark_line(point=alt.OverlayMarkDef(size=30, filled=True)).transform_filter(alt.datum.whose != LIST)
    return alt.layer(bars, lines.encode(color=colour, strokeDash=dash))


@as_spec
def context_lines() -> Layers:
    """`cells_frame`: the cells of each table and those ever seen, on a logarithmic axis."""
    kinds = [CELLS_OF_TABLE, CELLS_SEEN]
    colour = alt.Color("what:N", scale=alt.Scale(domain=kinds, range=[UNIFORM, COUNTED]), legend=TOP)
    y = alt.Y(
        "number:Q",
        title="cells",
        scale=alt.Scale(type="log", nice=True, padding=20),  # to powers of ten, with room for the numbers
        axis=alt.Axis(format="~s", tickCount=6),
    )
    x = alt.X("letters:O", title="letters of context", axis=alt.Axis(labelAngle=0))
    base = alt.Chart().encode(x=x, y=y, color=colour, tooltip=CELLS)
    number = alt.Text("number:Q", format=",")
    above, below = (  # the numbers of the upper line are above it, those of the lower line below it
        base.mark_text(dy=dy, fontSize=12).encode(text=number).transform_filter(alt.datum.what == kind)
        for dy, kind in zip((-14, 16), kinds, strict=True)
    )
    return alt.layer(base.mark_line(point=alt.OverlayMarkDef(size=60, filled=True)), above, below)


@as_spec
def loss_lines() -> Layers:
    """`losses_frame`: what one letter costs in two losses, over the probability of the right letter."""
    kinds = [SQUARE, LOG]
    colour = alt.Color("loss:N", scale=alt.Scale(domain=kinds, range=[UNIFORM, COUNTED]), legend=TOP)
    dash = alt.StrokeDash("loss:N", scale=alt.Scale(domain=kinds, range=[[5, 3], [1, 0]]), legend=TOP)
    x = alt.X("p:Q", title="probability p of the right letter", scale=alt.Scale(domain=[0, 1]))
    y = alt.Y("cost:Q", title="cost of one letter")
    lines = alt.Chart().mark_line(strokeWidth=2.5)
    return alt.layer(lines.encode(x=x, y=y, color=colour, strokeDash=dash, tooltip=LOSS))


@as_spec
def length_bars() -> Layers:
    """`word_lengths_frame`: how many words have each length, as bars with their numbers next to them."""
    y = alt.Y("letters:O", title="letters", axis=alt.Axis(labelOverlap=False, ticks=False))
    x = alt.X("words:Q", title="words", axis=alt.Axis(tickCount=5))
    tooltip = [alt.Tooltip("letters:O", title="Letters"), alt.Tooltip("words:Q", title="Words", format=",")]
    base = alt.Chart().encode(x=x, y=y, tooltip=tooltip)
    numbers = base.mark_text(dx=5, align="left", fontSize=12, color=COUNTED).encode(
        text=alt.Text("words:Q", format=",")
    )
    room = {"left": 5, "top": 5, "right": 30, "bottom": 5}  # for the number next to the longest bar
    return alt.layer(base.mark_bar(color=COUNTED), numbers).properties(padding=room)
