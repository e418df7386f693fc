"""A teacher's link: a page without all but its picture, without some of its controls, with a sentence above it."""

import pytest

from pages.components.page_registry import PAGES
from pages.components.texts import blocks_as_html
from tests.pages.reading import (
    TERM,
    html_of,
    live_data,
    live_parts,
    open_page,
    refusals,
    sent,
    texts_of,
    title_of,
    values,
)

every_page = pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.folder)


def open_in_frame(folder, **query):
    """A page opened through the navigation, which reads the link."""
    file = next(page.file for page in PAGES if page.folder == folder)
    at = open_page("start")
    at.query_params.update(query)
    return at.switch_page(file).run()


@every_page
def test_a_link_to_the_picture_shows_neither_title_nor_introduction_nor_what_follows_the_picture(entry):
    whole, only = (open_in_frame(entry.folder, **query) for query in ({}, {"view": "picture"}))
    assert not only.exception
    assert not title_of(only)
    assert not [one for one in only.expander if one.label == "Run this yourself"]
    assert blocks_as_html(entry.texts("intro")) not in [TERM.sub(r"\1", one) for one in texts_of(only)]
    assert not [one for one in sent(only) if "ask" in one]  # no guess
    assert len(only.sidebar) == 0 < len(whole.sidebar)
    shown = [len(list(at.main)) for at in (whole, only)]
    assert 0 < shown[1] < shown[0]


def test_the_picture_of_such_a_link_knows_that_it_is_alone(names):
    assert live_data(open_page("smoothing", view="picture"))["only"]
    assert not live_data(open_page("smoothing"))["only"]


def test_hidden_controls_keep_the_values_of_the_link():
    at = open_in_frame("training", hide="lam, seed", lam="0.01", seed="7")
    hidden = {name for name, one in live_data(at)["controls"].items() if one["hidden"]}
    assert hidden == {"lam", "seed"}
    assert (values(at)["lam"], values(at)["seed"]) == (0.01, "7")
    assert refusals(at) == []


def test_a_control_of_streamlits_own_is_hidden_too():
    at = open_in_frame("baselines", hide="seed")
    assert "<style>.st-key-seed {display: none}</style>" in html_of(at)
    assert [box for box in at.text_input if box.key == "seed"] or [box for box in at.number_input if box.key == "seed"]


@pytest.mark.parametrize(
    ("key", "given", "got"),
    [
        ("view", "nosuch", "picture, got nosuch: the whole page is shown"),
        ("view", "", "picture, got nothing: the whole page is shown"),
        ("hide", "nll,<b>,row", "one or more of smoothing, row, seed, got nll, <b>: row is hidden"),
        ("hide", "", "one or more of smoothing, row, seed, got nothing: nothing is hidden"),
        ("note", "a" * 10_000, "1 to 280 characters, got 10,000: no note is shown"),
        ("note", "", "1 to 280 characters, got nothing: no note is shown"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line_and_the_page_is_as_usual(key, given, got):
    at = open_in_frame("smoothing", **{key: given})
    assert refusals(at) == [f"{key} must {'have' if key == 'note' else 'be'} {got}"]
    assert title_of(at)
    assert at.main.expander[-1].label == "Run this yourself"


def test_a_page_without_controls_says_that_nothing_can_be_hidden():
    (line,) = refusals(open_in_frame("own_list", hide="lam"))
    assert line == "hide must be left out on a page without controls, got lam: nothing is hidden"


@pytest.mark.parametrize("alone", [{}, {"view": "picture"}])
def test_a_note_stands_above_the_picture_as_text_whatever_is_in_it(alone):
    note = "<img src=x onerror=alert(1)> **bold** \n  two  lines"
    at = open_in_frame("smoothing", note=note, **alone)
    assert "&lt;img src=x onerror=alert(1)&gt; **bold** two lines</p>" in html_of(at)
    assert "<img" not in html_of(at)
    assert refusals(at) == []


def test_a_link_that_asks_for_nothing_sends_nothing_more():
    at = open_in_frame("smoothing")
    assert "teacher-note" not in html_of(at)
    assert sent(at)
    assert live_parts(at)
