"""Heatmaps of languages, built as in `charts`: the distance of lists, and which are taken for each other."""

from __future__ import annotations

import altair as alt

from analysis.views.charts import Layers, as_spec
from analysis.views.palette import COUNTED

CLEAR = "rgba(59, 111, 182, 0)"  # COUNTED, fully transparent: the page itself, light or dark


@as_spec
def distance_heatmap(keys: tuple[str, ...]) -> Layers:
    """`distances_frame`: a square for every two lists; the darker, the further apart."""
    tooltip = [
        alt.Tooltip("first:N", title="List"),
        alt.Tooltip("second:N", title="Other list"),
        alt.Tooltip("bits:Q", title="Distance (bits)", format=".4f"),
    ]
    return _heatmap(keys, ("first", "list"), ("second", "other list"), ("bits", "distance (bits)", ".2f"), tooltip)


@as_spec
def confusion_heatmap(keys: tuple[str, ...]) -> Layers:
    """`confusions_frame`: rows are the lists of held-out words, columns the guesses; the darker, the more words."""
    tooltip = [
        alt.Tooltip("list:N", title="Words of"),
        alt.Tooltip("guess:N", title="Taken for"),
        alt.Tooltip("words:Q", title="Words", format=","),
        alt.Tooltip("share:Q", title="Share of the list's words", format=".2%"),
    ]
    return _heatmap(keys, ("list", "words of"), ("guess", "taken for"), ("share", "share of the words", ".0%"), tooltip)


def _heatmap(
    keys: tuple[str, ...],
    down: tuple[str, str],
    across: tuple[str, str],
    value: tuple[str, str, str],
    tooltip: list[alt.Tooltip],
) -> Layers:
    """Square cells, in the order of the keys, each label shown. `down`, `across`: field, title; `value`: format too.

    The scale is a square root, as in the table of counts, so that small values are seen.
    """
    level = alt.Axis(labelAngle=0, labelOverlap=False, ticks=False, domain=False)
    upright = alt.Axis(labelAngle=-90, labelOverlap=False, ticks=False, domain=False)  # for cells of a phone
    scale = alt.Scale(domain=list(keys), paddingInner=0.04)
    colour = alt.Color(
        f"{value[0]}:Q",
        scale=alt.Scale(type="sqrt", zero=True, range=[CLEAR, COUNTED]),
        title=value[1],
        legend=alt.Legend(orient="top", format=value[2]),
    )
    cells = alt.Chart().mark_rect()
    return alt.layer(
        cells.encode(
            x=alt.X(f"{across[0]}:N", title=across[1], scale=scale, axis=upright),
            y=alt.Y(f"{down[0]}:N", title=down[1], scale=scale, axis=level),
            color=colour,
            tooltip=tooltip,
        )
    )
