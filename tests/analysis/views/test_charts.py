"""Charts that Vega-Lite accepts, without data, built once, in the order of the vocabulary, with units on every axis."""

import copy
import json
import re
import tomllib
from pathlib import Path

import altair
import numpy as np
import pytest
import torch
from streamlit.testing.v1 import AppTest

from analysis.counts.baselines.lengths import lengths_of_list
from analysis.counts.bigrams import count_bigrams
from analysis.counts.contexts.sizes import context_sizes
from analysis.net.forward import initial_weights
from analysis.net.gradient import numeric_gradient, row_gradient
from analysis.net.training import gradient, train
from analysis.views import charts, count_charts, ladder_charts, palette
from analysis.views.count_tables import cells_frame, lengths_frame, losses_frame, word_lengths_frame
from analysis.views.ladder_tables import looks_frame, points_frame, rungs_frame
from analysis.views.tables import gradient_frame, row_gradient_frame, shares_frame, switch_frame
from analysis.words.vocabulary import build_vocabulary
from tests.analysis.views.test_ladder_tables import AB, RUNGS

LETTERS = (".", "a", "b")
COUNTS = count_bigrams(["ab", "b"], build_vocabulary(["ab", "b"]))
RUN = train(COUNTS, initial_weights("zeros", 3, 1), epochs=3, learning_rate=50, lam=0.01)
LENGTHS = dict.fromkeys((count_charts.LIST, "bigram", "letter frequencies", "uniform"), lengths_of_list({1: 1, 2: 3}))
CHARTS = {  # how each chart is asked for, and a frame it shows
    "share_bars": (
        lambda: charts.share_bars(LETTERS),
        shares_frame(LETTERS, torch.tensor([0.5, 0.5, 0]), np.array([0, 1, 1])),
    ),
    "switch_curve": (lambda: charts.switch_curve(3, 0.0, 2.0), switch_frame(RUN, RUN)),
    "gradient_dots": (
        charts.gradient_dots,
        gradient_frame(LETTERS, gradient(COUNTS, RUN.weights, 0.01), numeric_gradient(COUNTS, RUN.weights, 0.01)),
    ),
    "row_difference": (
        lambda: charts.row_difference(LETTERS),
        row_gradient_frame(LETTERS, row_gradient(COUNTS, RUN.weights, 0.01, row=1)),
    ),
    "length_lines": (count_charts.length_lines, lengths_frame(LENGTHS)),
    "length_bars": (count_charts.length_bars, word_lengths_frame({2: 65, 4: 1})),
    "loss_lines": (count_charts.loss_lines, losses_frame()),
    "rung_points": (lambda: ladder_charts.rung_points("numbers", "numbers", 3.3, "chance"), rungs_frame(RUNGS, [])),
    "look_cells": (lambda: ladder_charts.look_cells((".", "a")), looks_frame(torch.ones(1, 2) / 2, [0, 1], AB)),
    "letter_points": (ladder_charts.letter_points, points_frame(torch.ones(3, 2), AB, "a")),
    "context_lines": (count_charts.context_lines, cells_frame(context_sizes([3, 4], 2, 12))),
}
HOUSE = (palette.COUNTED, palette.NET, palette.UNIFORM, palette.CHOSEN)
every_chart = pytest.mark.parametrize(("ask", "frame"), CHARTS.values(), ids=CHARTS)


def within(spec, key):
    """Every value of that key, however deep in the spec."""
    if isinstance(spec, list):
        return [found for item in spec for found in within(item, key)]
    if not isinstance(spec, dict):
        return []
    here = [spec[key]] if key in spec else []
    return here + [found for item in spec.values() for found in within(item, key)]


@every_chart
def test_a_chart_is_valid_vega_lite_of_its_frame_and_holds_neither_data_nor_theme(ask, frame):
    altair.LayerChart.from_dict({**ask(), "data": {"values": frame.to_dict("records")}}).to_dict()
    fields = within(ask(), "field")
    assert fields
    assert set(fields) <= set(frame)
    assert not any(within(ask(), key) for key in ("data", "datasets", "values", "config"))


def show(frame, spec):
    import streamlit as st  # noqa: PLC0415 - AppTest runs the lines of a function by themselves

    st.vega_lite_chart(frame, spec)


def test_streamlit_shows_a_chart_and_leaves_the_kept_spec_as_it_is():
    ask, frame = CHARTS["share_bars"]
    spec = ask()
    before = copy.deepcopy(spec)
    page = AppTest.from_function(show, args=(frame, spec)).run()
    assert not page.exception
    shown = json.loads(page.get("vega_lite_chart")[0].proto.spec)
    assert {key: shown[key] for key in before} == spec == before


def test_a_chart_is_built_once_for_what_it_depends_on_and_few_are_kept():
    assert all(ask() is ask() for ask, _ in CHARTS.values())
    assert 0 < charts.share_bars.cache_info().maxsize <= 64
    assert charts.share_bars(LETTERS) != charts.share_bars((".", "b", "a"))


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("share_bars", {"next character", "p, and share of the draws"}),
        ("gradient_dots", {"by hand", "by small differences"}),
        ("row_difference", {"next character", "net − counted (probability)"}),
    ],
)
def test_each_axis_says_what_it_measures(name, titles):
    encodings = [layer["encoding"] for layer in CHARTS[name][0]()["layer"]]
    axes = [encoding[xy] for encoding in encodings for xy in "xy" if {"axis", "title"} & set(encoding.get(xy, {}))]
    assert {axis.get("axis", {}).get("title") or axis["title"] for axis in axes} == titles


def test_letters_keep_the_order_of_the_vocabulary_and_every_label():
    axis = CHARTS["share_bars"][0]()["layer"][0]["encoding"]["x"]
    assert axis["scale"]["domain"] == list(LETTERS)
    assert (axis["axis"]["labelOverlap"], axis["axis"]["labelAngle"]) == (False, 0)
    assert charts.letters(tuple(map(chr, range(63)))).to_dict()["axis"]["labelOverlap"] is True  # those that have room


@every_chart
def test_the_colours_are_those_of_the_house(ask, frame):
    shades = {colour for p in (palette.LIGHT, palette.DARK) for colour in vars(p).values() if isinstance(colour, str)}
    house = {*HOUSE, *shades}
    used = set(re.findall(r"#[0-9a-f]{6}", json.dumps(ask())))
    assert used
    assert used <= house


def test_the_shares_lie_over_the_probabilities():
    layers = CHARTS["share_bars"][0]()["layer"]
    assert [(layer["mark"]["type"], layer["encoding"]["y"]["field"]) for layer in layers] == [
        ("bar", "prob"),
        ("point", "share"),
    ]


def test_points_lie_on_a_diagonal_where_both_gradients_agree():
    diagonal, dots = CHARTS["gradient_dots"][0]()["layer"]
    assert [diagonal["encoding"][axis]["field"] for axis in "xy"] == ["by_hand", "by_hand"]
    assert [dots["encoding"][axis]["field"] for axis in "xy"] == ["by_hand", "numeric"]


def test_the_list_is_bars_and_the_models_are_lines_over_them():
    bars, lines = CHARTS["length_lines"][0]()["layer"]
    assert (bars["mark"]["type"], lines["mark"]["type"]) == ("bar", "line")
    assert [layer["transform"][0]["filter"] for layer in (bars, lines)] == [
        "(datum.whose === 'the list')",
        "(datum.whose !== 'the list')",
    ]
    assert lines["encoding"]["color"]["scale"]["domain"] == ["bigram", "letter frequencies", "uniform"]


def test_cells_stand_on_a_logarithmic_axis_from_a_power_of_ten_to_another_whatever_the_list():
    for layer in CHARTS["context_lines"][0]()["layer"]:
        assert layer["encoding"]["y"]["scale"] == {"type": "log", "nice": True, "padding": 20}


def test_every_length_has_a_label_and_its_number():
    bars, numbers = CHARTS["length_bars"][0]()["layer"]
    assert bars["encoding"]["y"]["axis"]["labelOverlap"] is False
    assert numbers["encoding"]["text"]["field"] == "words"


def test_the_colours_of_the_house_stand_out_from_the_page():
    for colour in HOUSE:
        for page in ("#ffffff", "#10141c"):
            assert contrast(rgb(colour), rgb(page)) >= 3, (colour, page)


def rgb(colour):
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def contrast(one, other):
    """The contrast ratio of WCAG 2.1, from 1 to 21."""

    def luminance(colour):
        linear = [c / 255 / 12.92 if c / 255 <= 0.03928 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_theme_has_the_colours_of_the_charts():
    config = tomllib.loads((Path(__file__).parents[3] / ".streamlit/config.toml").read_text())
    for name, shades in (("light", palette.LIGHT), ("dark", palette.DARK)):
        assert config["theme"][name]["backgroundColor"] == shades.low
        assert config["theme"][name]["textColor"] == shades.text
