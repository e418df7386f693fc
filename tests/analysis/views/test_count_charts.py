"""The charts of words and counts: valid, without data, in the colours of the house."""

import json
import re

import altair
import pytest

from analysis.counts.baselines.contexts import context_sizes
from analysis.counts.baselines.lengths import lengths_of_list
from analysis.views import count_charts, palette
from analysis.views.count_tables import cells_frame, lengths_frame, word_lengths_frame
from tests.analysis.views.test_charts import within

LENGTHS = dict.fromkeys((count_charts.LIST, "bigram", "letter frequencies", "uniform"), lengths_of_list({1: 1, 2: 3}))
CHARTS = {
    "length_lines": (count_charts.length_lines, lengths_frame(LENGTHS)),
    "length_bars": (count_charts.length_bars, word_lengths_frame({2: 65, 4: 1})),
    "context_lines": (count_charts.context_lines, cells_frame(context_sizes([3, 4], 2, 12))),
}
every_chart = pytest.mark.parametrize(("ask", "frame"), CHARTS.values(), ids=CHARTS)


@every_chart
def test_a_chart_is_valid_vega_lite_of_its_frame_and_holds_no_data(ask, frame):
    altair.LayerChart.from_dict({**ask(), "data": {"values": frame.to_dict("records")}}).to_dict()
    assert set(within(ask(), "field")) <= set(frame)
    assert not any(within(ask(), key) for key in ("data", "datasets", "values", "config"))
    assert ask() is ask()


@every_chart
def test_the_colours_are_those_of_the_house(ask, frame):
    used = set(re.findall(r"#[0-9a-f]{6}", json.dumps(ask())))
    assert used
    assert used <= {palette.COUNTED, palette.UNIFORM}


def test_the_list_is_bars_and_the_models_are_lines_over_them():
    bars, lines = CHARTS["length_lines"][0]()["layer"]
    assert (bars["mark"]["type"], lines["mark"]["type"]) == ("bar", "line")
    assert [layer["transform"][0]["filter"] for layer in (bars, lines)] == [
        "(datum.whose === 'the list')",
        "(datum.whose !== 'the list')",
    ]
    assert lines["encoding"]["color"]["scale"]["domain"] == ["bigram", "letter frequencies", "uniform"]


def test_cells_stand_on_a_logarithmic_axis():
    for layer in CHARTS["context_lines"][0]()["layer"]:
        assert layer["encoding"]["y"]["scale"]["type"] == "log"


def test_every_length_has_a_label_and_its_number():
    bars, numbers = CHARTS["length_bars"][0]()["layer"]
    assert bars["encoding"]["y"]["axis"]["labelOverlap"] is False
    assert numbers["encoding"]["text"]["field"] == "words"
