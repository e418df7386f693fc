"""Normalization: a link sets the division, the table and two shapes; the numbers are the library's."""

import re

import pytest

from analysis.counts.normalization.divisions import compare_divisions
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from tests.pages.reading import html_of, live_data, metrics, opener, plain, refusals, text

open_page = opener("normalization")


def shapes(at, place):
    """The lines of a table of aligned shapes: the first is that of the division, the second that of the boxes."""
    table = re.findall("<table class='shapes'>(.*?)</table>", html_of(at))[place]
    return [re.findall("<t[hd].*?>(.*?)</t[hd]>", line) for line in re.findall("<tr.*?</tr>", table)]


def test_the_right_way_stands_first_with_smoothing_1():
    shown = metrics(plain("normalization"))
    assert live_data(plain("normalization"))["divisor"] == "rows"
    assert (shown["Row sums"], shown["Training nll"]) == ("1", "2.4546")


def test_the_numbers_of_a_link_are_those_of_the_library(names):
    at = open_page(divisor="sum1", smoothing="0", seed="7", table="true")
    one = compare_divisions(names.all, 0)["sum1"]
    data = live_data(at)
    assert data["table"] == names.all.flatten().tolist()
    assert data["sums"] == names.all.sum(1).tolist()
    assert data["probs"] == one.probs.flatten().tolist()
    assert data["row_sums"] == one.division.row_sums.tolist()
    assert data["story"] == list(one.story)
    shown = metrics(at)
    assert (shown["Row sums"], shown["Column sums"]) == ("0.06687 to 7.022", "1")
    assert (shown["Training nll"], shown["nll of what is drawn"]) == ("2.4540", "2.8505")
    first, _, _, _, result = (frame.value for frame in at.dataframe)
    assert first.loc["as divided here"].tolist() == one.probs[0].tolist()
    drawn = " ".join(sample_words(one.probs, names.vocab, 5, open_stream("lecture", 7)))
    assert at.text[1].value == f"sum1, columns, sum0: {drawn}"
    assert result.iloc[:, :27].to_numpy().tolist() == one.probs.tolist()


def test_what_nobody_else_says_is_in_plain_sight():
    opened = plain("normalization")
    said = " ".join(text(opened).split())
    assert "gives exactly the same training nll as the right way**: 2.4546 and 2.4546" in said
    assert "letters are drawn from another model, with nll 2.8554" in said
    assert "gives exactly the same names as the right way**" in said
    assert "Its nll is 5.2773" in said
    assert "Only the row sums catch both" in said
    told = opened.dataframe[2].value
    assert told.loc["sum1", ["row sums tell", "nll tells", "names tell"]].tolist() == ["yes", "no", "yes"]
    assert told.loc["total", ["row sums tell", "nll tells", "names tell"]].tolist() == ["yes", "yes", "no"]
    assert opened.text[0].value.startswith("rows, total: ")


def test_the_controls_change_the_division_and_the_table():
    at = open_page(smoothing="0")
    at.radio(key="divisor").set_value("total").run()
    assert (live_data(at)["divisor"], live_data(at)["sums"]) == ("total", [228146])
    at.radio(key="table_size").set_value("small").run()
    assert (live_data(at)["labels"], live_data(at)["sums"]) == ([".", "a", "v"], [10])
    assert shapes(at, 0)[1:4] == [["P (3, 3)", "3", "3"], ["P.sum() ()", "–", "–"], ["together", "3", "3"]]


def test_two_shapes_of_a_link_are_aligned_from_the_right():
    at = open_page(first_shape="5 x 1 x 3", second_shape="4 3")
    assert shapes(at, 1)[:4] == [
        ["axis", "-3", "-2", "-1"],
        ["(5, 1, 3)", "5", "1", "3"],
        ["(4, 3)", "–", "4", "3"],
        ["together", "5", "4", "3"],
    ]
    assert "**Together: (5, 4, 3).**" in text(at)


@pytest.mark.parametrize(
    ("second", "verdict"),
    [
        ("(3,)", "Impossible: on axis -1, 27 meets 3, and neither of them is 1."),
        ("()", "Together: (27, 27)."),
        ("(0,)", "Impossible: on axis -1, 27 meets 0, and neither of them is 1."),
    ],
)
def test_an_odd_shape_is_answered_and_not_refused(second, verdict):
    at = open_page(second_shape=second)
    assert f"**{verdict}**" in text(at)
    assert refusals(at) == []


def test_a_button_measures_here_and_now():
    at = open_page()
    at.button[-1].click().run()
    assert float(metrics(at)["P once is"]) > 0
    at.radio(key="divisor").set_value("sum0").run()  # what was measured stays
    assert metrics(at)["A division at each letter"]
