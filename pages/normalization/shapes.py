"""Two shapes aligned from the right: the shapes of a division, or any that the visitor types."""

import html

import streamlit as st

from analysis.counts.normalization.broadcasting import Broadcast, Shape, broadcast, parse_shape
from analysis.counts.normalization.divisions import Compared
from analysis.settings import SHAPES
from pages.components.controls.columns import in_columns
from pages.components.controls.refusals import refuse
from pages.components.folds import fold
from pages.components.list_at_hand import list_at_hand
from pages.components.texts import texts

t = texts(__file__)

STYLE = """<style>
.shapes.shapes {border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 1rem}
.shapes td, .shapes th {padding: .25rem .9rem; text-align: right; font-weight: 400; border: 0}
.shapes th:first-child {text-align: left; padding-left: 0}
.shapes tr.head th {font-size: .8rem; opacity: .85}
.shapes tr.result > * {border-top: 1px solid color-mix(in srgb, currentColor 40%, transparent); font-weight: 600}
.shapes .why td {font-size: .85rem; max-width: 11rem; overflow-wrap: anywhere; vertical-align: top; font-weight: 400}
.shapes-place {overflow-x: auto}
</style>"""


def shapes_that_fit(one: Compared) -> tuple[Shape, Shape]:
    """Folded: the shapes of a division aligned, and any two that are typed; returns the two."""
    place = fold("shapes", t("shapes.title"))
    if not place.open:
        first, second = (parse_shape(_default(key)) for key in SHAPES)
        return first, second
    with place:
        st.markdown(t("shapes.here"))
        aligned(one.shapes, f"P {one.shapes.first}", f"{one.division.divisor.code} {one.shapes.second}")
        return two_shapes()


def two_shapes() -> tuple[Shape, Shape]:
    """Two typed shapes, aligned from the right; returns the shapes that are used."""
    st.markdown(t("shapes.text"))
    first, second = in_columns(lambda: _shape_box("first_shape"), lambda: _shape_box("second_shape"), widths=(1, 1, 1))
    both = broadcast(first, second)
    aligned(both, str(first), str(second))
    st.markdown(f"**{both.verdict}**")
    return first, second


def _shape_box(key: str) -> Shape:
    default = _default(key)
    linked = st.query_params.get(key)  # read first, because Streamlit removes an empty value silently
    text = st.text_input(
        t("shapes.labels")[key],
        default,
        key=key,
        bind="query-params",
        help=t("shapes.help"),
    )
    try:
        return parse_shape(text if linked != "" else linked, called=key)
    except ValueError as error:
        refuse(str(error), default)
        return parse_shape(default)


def _default(key: str) -> str:
    """The shape that the page opens with: the lecture's, for the size of this list."""
    return SHAPES[key].replace("27", str(len(list_at_hand().summary.vocab)))  # the lecture's table has 27 rows


def aligned(both: Broadcast, first: str, second: str) -> None:
    """Both shapes and the result, with a column for each axis, and below each axis why it fits or not."""
    steps = tuple(reversed(both.steps))
    if not steps:
        return
    lines = [
        ("head", t("shapes.axis"), [str(step.axis) for step in steps]),
        ("", first, [_size(step.first) for step in steps]),
        ("", second, [_size(step.second) for step in steps]),
        ("result", t("shapes.together"), [_size(step.size, "✗") for step in steps]),
    ]
    lines.append(("why", "", [html.escape(step.why) for step in steps]))
    rows = [
        f"<tr class='{kind}'><th scope='row'>{html.escape(name)}</th>{''.join(f'<td>{one}</td>' for one in cells)}</tr>"
        for kind, name, cells in lines
    ]
    st.html(f"{STYLE}<div class='shapes-place'><table class='shapes'>{''.join(rows)}</table></div>")


def _size(size: int | None, missing: str = "–") -> str:
    return missing if size is None else f"{size:,}"
