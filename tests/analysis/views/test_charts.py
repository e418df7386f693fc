"""Specs that Vega-Lite accepts, in the order of the vocabulary, with units on every axis."""

import tomllib
from pathlib import Path

import altair
import numpy as np
import pytest
import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.net.forward import initial_weights
from analysis.net.training import train
from analysis.views import charts, palette
from analysis.views.tables import cells_frame, loss_frame, shares_frame
from analysis.words.vocabulary import labels

LETTERS = [".", "a", "b"]
SPECS = {
    "heatmap": charts.heatmap(LETTERS, "count", 9.0, palette.LIGHT, in_cells=["pair", "count"]),
    "row_bars": charts.row_bars(LETTERS, 1 / 3),
    "share_bars": charts.share_bars(LETTERS),
}
LOSS = charts.loss_curve(2.454, 3.2958)


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
def test_a_spec_is_valid_vega_lite(spec, names):
    frame = cells_frame(labels(names.vocab), names.all, smoothed_probs(names.all, 1.0))
    altair.Chart.from_dict({**spec, "data": {"values": frame.head(3).to_dict("records")}}).to_dict()


def test_the_loss_curve_is_valid_and_names_its_units(names):
    run = train(names.all, initial_weights("zeros", 27, 1), epochs=3, learning_rate=50, lam=0.01)
    frame = loss_frame(run)
    altair.Chart.from_dict({**LOSS, "data": {"values": frame.to_dict("records")}}).to_dict()
    for line in LOSS["layer"][:2]:
        assert line["encoding"]["x"]["field"] in frame
        assert line["encoding"]["y"]["field"] in frame
        assert "nats" in line["encoding"]["y"]["title"]


def test_the_shares_lie_over_the_probabilities_of_their_frame():
    frame = shares_frame(LETTERS, torch.tensor([0.5, 0.5, 0]), np.array([0, 1, 1]))
    altair.Chart.from_dict({**SPECS["share_bars"], "data": {"values": frame.to_dict("records")}}).to_dict()
    layers = [layer["encoding"] for layer in SPECS["share_bars"]["layer"]]
    assert [layer["y"]["field"] for layer in layers] == ["prob", "share"]
    assert {tip["field"] for layer in layers for tip in layer["tooltip"]} <= set(frame)


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
def test_letters_keep_the_order_of_the_vocabulary_and_every_label(spec):
    encoding = spec["layer"][0]["encoding"]
    axes = [axis for axis in encoding.values() if isinstance(axis, dict) and axis.get("type") == "nominal"]
    assert axes
    for axis in axes:
        assert axis["scale"]["domain"] == LETTERS
        assert axis["axis"]["labelOverlap"] is False
        assert axis["axis"]["labelAngle"] == 0
        assert "character" in axis["axis"]["title"]


@pytest.mark.parametrize(("shades", "page"), [(palette.LIGHT, "#ffffff"), (palette.DARK, "#10141c")])
def test_text_is_readable_on_every_shade_of_a_cell(shades, page):
    for step in range(101):
        share = step / 100
        cell = [low + share * (high - low) for low, high in zip(rgb(shades.low), rgb(shades.high), strict=True)]
        text = shades.text_on_high if share > shades.turn else shades.text_on_low
        assert contrast(cell, rgb(text)) >= 3
    assert shades.low == page


@pytest.mark.parametrize("colour", [palette.COUNTED, palette.NET, palette.UNIFORM, palette.CHOSEN])
@pytest.mark.parametrize("page", ["#ffffff", "#10141c"])
def test_a_colour_of_the_house_stands_out_from_the_page(colour, page):
    assert contrast(rgb(colour), rgb(page)) >= 3


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
        assert config["theme"][name]["textColor"] == shades.text_on_low
