"""Does it reproduce?: the table of published figures, one of them in full, and the way to its page."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from analysis.published.figures import load_figures
from analysis.published.results import agree
from analysis.settings import SETTINGS
from pages.components.links import in_address
from pages.components.page_registry import PAGES
from pages.reproduce.figure import page_address
from tests.pages import reading
from tests.pages.reading import html_of, live_parts, open_figure, opener, plain, refusals, sent, text, texts_of, values

FIGURES = load_figures()
open_page = opener("reproduce")


def name_shown(at):
    """The name of the one figure that is shown in full, a heading right below the page's own."""
    (name,) = re.findall("class='one-figure'>.*?<h2>(.*?)</h2>", html_of(at))
    return name


def values_shown(at):
    """The values of that figure, row by row."""
    (table,) = re.findall('<table class="dataframe values">.*?</table>', html_of(at), re.DOTALL)
    return [re.findall("<td>(.*?)</td>", row) for row in re.findall("<tr>(.*?)</tr>", table, re.DOTALL)]


def test_every_figure_is_marked_what_others_published_first(words):
    table = plain("reproduce").dataframe[0].value
    marks = ["✓ agrees", "~ fitted", "≠ slip", "• our own"]
    assert {mark: (table["verdict"] == mark).sum() for mark in marks} == dict(zip(marks, [45, 1, 4, 38], strict=True))
    assert (table["source"] == "ours").tolist() == [False] * 50 + [True] * 38


def test_a_button_for_each_verdict_has_its_count_and_our_own_values_are_counted_apart(words):
    (buttons,) = [at for at in plain("reproduce").button_group if at.key == "verdict"]
    assert [option.content for option in buttons.proto.options] == [
        "45 agree",
        "1 fitted",
        "4 wrong in the source",
        "0 differ",
        "38 our own values",
    ]


def test_a_verdict_in_the_address_or_a_click_on_its_number_shows_those_alone(words):
    at = open_page(verdict="slip", figure="start-e")
    assert at.dataframe[0].value["verdict"].tolist() == ["≠ slip"] * 4
    at.button_group(key="verdict").set_value("own").run()
    assert at.query_params["verdict"] == "own"
    assert set(at.dataframe[0].value["source"]) == {"ours"}
    at = open_page(verdict="differs")
    assert "No figure has this verdict in this part." in text(at)
    at = open_page(verdict="banana")
    assert any(line.startswith("verdict must be one of agrees, ") for line in refusals(at))
    assert len(at.dataframe[0].value) == len(FIGURES)


def test_the_guess_has_the_number_of_slips(words):
    guess = next(one for one in sent(plain("reproduce")) if "ask" in one)
    assert (guess["answer"], "published 50 figures" in guess["ask"]) == (4, True)


def test_the_sources_are_named_with_links():
    (sources,) = [one for one in texts_of(plain("reproduce")) if "Andrej Karpathy" in one and "<h2>" not in one]
    assert "<strong>V</strong>: Andrej Karpathy" in sources
    assert 'href="https://www.youtube.com/watch?v=PaCmpygFfXo">youtube.com</a>' in sources
    assert sources.count("<li>") == 8


def test_one_part_or_our_own_values_can_be_shown_alone():
    at = open_page(part="Our own values")
    assert set(at.dataframe[0].value["source"]) == {"ours"}
    at = open_page(part="Names")
    assert len(at.dataframe[0].value) == sum(figure.part == "Names" for figure in FIGURES)


def test_a_link_shows_a_slip_in_full():
    at = open_page(figure="start-e")
    assert name_shown(at) == "counts of the pairs .e, em and a., in the summary"
    assert values_shown(at) == [
        ["5000", "1531", "3,469"],
        ["3000", "769", "2,231"],
        ["4500", "6640", "2,140"],
    ]
    for said in (
        "≠ slip",
        "The source slips; right is: 1531 769 6640.",
        "<strong>N2</strong>: ",
        "python -m analysis published start-e",
    ):
        assert said in text(at)


def test_a_fit_is_told():
    shown = text(open_page(figure="lam-last"))
    assert "~ fitted" in shown
    assert "Fitted, not checked: the notebook does not say after how many epochs" in shown


def test_a_figure_without_a_page_says_so():
    assert "No page shows this figure yet" in text(open_page(figure="split"))


def test_choosing_another_figure_shows_it():
    at = open_page()
    at.selectbox(key="figure").select("uniform").run()
    assert name_shown(at) == "uniform model: ln 27 (nats per character)"
    assert 'href="smoothing?smoothing=1000000' in text(at)
    assert "No page shows this figure yet" not in text(at)


def test_the_address_of_a_figures_page_holds_its_settings_but_no_default():
    assert page_address({"page": "sampling", "stream": "lecture", "seed": "2147483647", "smoothing": 1.0}) == "sampling"
    assert page_address({"page": "bigrams", "row": ".", "two_marks": True}) == "bigrams?two_marks=true"
    address = urlsplit(page_address({"page": "sampling", "stream": "mkl", "smoothing": 0.0, "n": 20.0}))
    assert {key: value for key, (value,) in parse_qs(address.query).items()} == {
        "stream": "mkl",
        "smoothing": in_address(0.0),
        "n": in_address(20.0),
    }


def test_the_page_of_each_figure_has_the_controls_its_address_sets():
    for figure in FIGURES:
        if figure.open:
            controls = next(page.controls for page in PAGES if page.path == figure.open["page"])
            assert set(figure.open) <= {"page", "as_table", "steps", "cells", *controls}, figure.key
            for key in set(figure.open) & set(SETTINGS):
                assert SETTINGS[key].on_page.check(figure.open[key]) is not None


ONE_A_PAGE = {figure.open["page"]: figure for figure in FIGURES if figure.open}


@pytest.mark.parametrize("figure", ONE_A_PAGE.values(), ids=ONE_A_PAGE)
def test_the_page_of_a_figure_takes_the_settings_of_its_address(figure):
    at = open_figure(figure)
    settings = {key: value for key, value in figure.open.items() if key != "page"}
    on_page = values(at) if any("values" in one for one in sent(at)) else {}
    assert {key: at.session_state[key] if key in at.session_state else on_page[key] for key in settings} == settings


SHOWN = [
    figure
    for figure in FIGURES
    if figure.open.get("page") in ("likelihood", "normalization")
    and figure.measure not in ("word_probs", "word_logprobs", "what_is_normalized")  # painted in the browser, or words
]


@pytest.mark.parametrize("figure", SHOWN, ids=lambda figure: figure.key)
def test_the_page_of_a_figure_shows_its_first_value(figure, words):
    at = open_figure(figure)
    tables = [frame.value.to_csv() for frame in at.dataframe]
    shown = "\n".join([text(at), *tables, *(part.proto.json for part in live_parts(at))]).replace("−", "-")
    plain = re.sub(r"<[^>]*>|(?<=\d),(?=\d{3})", "", shown)  # no tags, no commas within a number
    if isinstance(figure.right[0], str):
        assert figure.right[0] in plain
    else:
        numbers = {float(number) for number in re.findall(r"-?(?:\d+\.?\d*(?:e-?\d+)?|\binf\b)", plain)}
        within = max(figure.tolerances[0], 5e-5)
        assert any(agree(figure.right[0], number, within) for number in numbers)


def test_before_the_guess_the_page_has_the_figure_of_the_link_alone():
    at = reading.open_page("reproduce", session={"guess": {"made": False}}, figure="start-e")
    assert name_shown(at).startswith("counts of the pairs .e")
    assert [*at.dataframe, *at.selectbox, *at.get("button_group")] == []
    at = reading.open_page("reproduce", session={"guess": {"made": False}}, figure="nosuch")
    assert name_shown(at) == FIGURES[0].name
    assert "figure must be a name in this table, got nosuch: lecture-first is used" in refusals(at)
