"""Pictures as SVG, on Node: the file is XML, texts are texts, and all that the painters do is in it."""

import xml.etree.ElementTree as ET
from pathlib import Path

from tests.js.node import node_with

javascript = node_with(Path(__file__).parent / "drawn.js")
SVG = "{http://www.w3.org/2000/svg}"


def parts(file, name):
    """The elements of this name in a file."""
    return list(ET.fromstring(file).iter(f"{SVG}{name}"))


def test_the_labels_and_the_title_are_texts_whatever_is_in_them(javascript):
    labels = ["a", "<b>", '"&"', "\x07", "\ud800", "é"]
    file = javascript("barsFile('1 < 2 & 3', x)", labels)
    assert [part.text for part in parts(file, "title")] == ["1 < 2 & 3"]
    texts = [part.text for part in parts(file, "text")]
    assert sorted(texts) == sorted(["1 < 2 & 3", "A < B", "a", "<b>", '"&"', "\ufffd", "\ufffd", "é"])
    chosen = next(part for part in parts(file, "text") if part.text == "<b>")
    assert (chosen.get("font-weight"), chosen.get("fill"), chosen.get("text-anchor")) == ("bold", "#f00", "middle")
    assert chosen.get("font-family") == "'Source Sans', sans-serif"


def test_bars_up_and_down_are_rectangles_with_positive_sides(javascript):
    bars = [part for part in parts(javascript("barsFile('', ['a', 'b', 'c'])"), "rect") if part.get("fill") == "#00f"]
    # lengths -5, 5 and 15 from the line at 80; slots are 100 wide, a bar fills 0.7 of one
    sides = [tuple(float(bar.get(key)) for key in ("x", "y", "width", "height")) for bar in bars]
    assert sides == [(15, 80, 70, 5), (115, 75, 70, 5), (215, 65, 70, 15)]


def test_a_curve_is_one_dashed_line_cut_to_its_plot_and_a_point_is_round(javascript):
    file = javascript("plotFile([4, 2, 0])")
    curve, dot = parts(file, "g")[0].find(f"{SVG}path"), parts(file, "path")[-1]
    assert (curve.get("d"), curve.get("stroke-dasharray")) == ("M0 10L10 50L20 90", "4 4")
    assert parts(file, "clipPath")[0].get("id") in parts(file, "g")[0].get("clip-path")
    assert "a6 6 0 1 0 12 0a6 6 0 1 0 -12 0" in dot.get("d")


def test_pixels_are_rectangles_equal_ones_as_one_and_very_many_are_an_image(javascript):
    (white, black, *_) = [part for part in parts(javascript("cellsFile(3, 2)"), "rect") if part.get("height") == "1"]
    assert (white.get("fill"), white.get("width")) == ("#ffffff", "2")
    assert (black.get("fill"), black.get("width")) == ("#000000", "1")
    (image,) = parts(javascript("cellsFile(200, 200)"), "image")
    assert image.get("href") == "data:image/png;base64,AA=="


def test_what_was_cleared_is_not_in_the_file(javascript):
    rects = [part.attrib for part in parts(javascript("clearedFile()"), "rect")[1:]]
    assert [(one["x"], one["fill"]) for one in rects] == [("1", "#000"), ("10", "#fff")]
