"""Normalization: a link sets the division, the table and two shapes; the numbers are the library's."""

import re

import pytest

from analysis.counts.normalization.divisions import compare_divisions
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from tests.pages.reading import html_of, metrics, opener, plain, refusals, release, sent, text

open_page = opener("normalization")


def shapes(at, place):
    """The lines of a table of aligned shapes: the first is that of the division, the second that of the boxes."""
    table = re.findall("<table class='shapes'>(.*?)</table>", html_of(at))[place]
    return [re.findall("<t[hd].*?>(.*?)</t[hd]>", line) for line in re.findall("<tr.*?</tr>", table)]


def pictures(at):
    """What the pictures are painted from: the small table, and the one of the fold."""
    return [one for one in sent(at) if "story" in one]


def test_the_right_way_of_the_small_table_stands_first():
    at = open_page()
    (small,) = pictures(at)
    assert (small["divisor"], small["table"]) == ("rows", [0, 3, 0, 2, 1, 2, 1, 1, 0])
    assert (metrics(at)["Row sums"], metrics(at)["Training nll"]) == ("1", "0.6661")
    assert "Each row now sums to 1" in text(at)
    assert "The rows sum to 0.5333 to 1.867." in text(open_page(divisor="sum1", checks="false"))


def test_the_numbers_of_a_link_are_those_of_the_library(names):
    at = open_page(divisor="sum1", smoothing="0", seed="7", as_table="true")
    one = compare_divisions(names.all, 0)["sum1"]
    small, data = pictures(at)
    assert (small["divisor"], small["labels"]) == ("sum1", [".", "a", "v"])
    assert data["table"] == names.all.flatten().tolist()
    assert data["sums"] == names.all.sum(1).tolist()
    assert data["probs"] == one.probs.flatten().tolist()
    assert data["row_sums"] == one.division.row_sums.tolist()
    assert data["story"] == list(one.story)
    shown = metrics(at)  # the later ones, of the fold
    assert (shown["Row sums"], shown["Column sums"]) == ("0.06687 to 7.022", "1")
    assert (shown["Training nll"], shown["nll of the table that draws"]) == ("2.4540", "2.8505")
    first, _, _, result = (frame.value for frame in at.dataframe)
    assert first["as divided here"].tolist() == one.probs[0].tolist()
    drawn = " ".join(sample_words(one.probs, names.vocab, 5, open_stream("lecture", 7)))
    assert at.text[1].value == f"P.sum(1), P.sum(0, keepdim=True), P.sum(0): {drawn}"
    assert result.iloc[:, :27].to_numpy().tolist() == one.probs.tolist()


def test_a_division_that_a_link_names_opens_the_real_table_also_where_it_is_the_default():
    assert [len(one["labels"]) for one in pictures(open_page(smoothing="1"))] == [3, 27]
    assert [len(one["labels"]) for one in pictures(open_page(table_size="small"))] == [3, 3]
    assert len(pictures(open_page(first_shape="3"))) == 1


def test_what_nobody_else_says_is_in_plain_sight():
    opened = plain("normalization")
    said = " ".join(re.sub(r'<span class="term-text".*?</span>|<[^>]+>', "", text(opened)).split())
    assert "gives exactly the same training nll as the right way: 2.4546 and 2.4546 nats" in said
    assert "letters are then drawn from another model, with an nll of 2.8554 nats" in said
    assert "gives exactly the same names as the right way" in said
    assert "Its nll is 5.2773 nats" in said
    assert "Only the row sums catch both" in said
    told = opened.dataframe[2].value
    assert told.loc["P.sum(1)", ["row sums tell", "nll tells", "names tell"]].tolist() == ["yes", "no", "yes"]
    assert told.loc["P.sum()", ["row sums tell", "nll tells", "names tell"]].tolist() == ["yes", "yes", "no"]
    assert opened.text[0].value.startswith("P.sum(1, keepdim=True), P.sum(): ")


def test_the_screen_names_divisions_by_their_code_and_links_keep_the_keys():
    options = pictures(open_page())[0]["controls"]["divisor"]["options"]
    assert {"value": "sum1", "text": "P.sum(1)"} in options
    assert "sum1" not in " ".join(one.value for one in [*plain("normalization").text]) + html_of(plain("normalization"))


def test_the_controls_change_the_division_and_the_table():
    at = open_page(smoothing="0", shapes="true")
    release(at, "normalization", divisor="total")
    assert [(one["divisor"], one["sums"]) for one in pictures(at)] == [("total", [10]), ("total", [228146])]
    assert at.query_params["divisor"] == "total"
    release(at, "normalization", table_size="small")
    assert pictures(at)[1]["labels"] == [".", "a", "v"]
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
    at = open_page(costs="true")
    at.button[-1].click().run()
    assert float(metrics(at)["P once is"]) > 0
    release(at, "normalization", divisor="sum0")  # what was measured stays
    assert metrics(at)["A division at each letter"]
