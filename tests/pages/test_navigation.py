"""The links to other pages, as HTML, and the page that the browser asks for."""

import re

import pytest

from pages.components.page_registry import PAGES, STEPS
from tests.pages.reading import html_of, open_page, title_of


def links(html):
    """Address, folder and label of each link to a page, and whether it is marked as the one that is shown."""
    found = re.findall(
        r"<a href='(.*?)' data-page='(.*?)'(?: data-testid='stSidebarNavLink')?( aria-current='page')?>(.*?)</a>", html
    )
    icon = re.compile(r"<span class='icon'.*?</span>")
    return [
        (address, folder, re.sub("<.*?>", "", icon.sub("", label)), bool(mark))
        for address, folder, mark, label in found
    ]


def navigation_of(at):
    return links(re.findall("<nav class='all-pages'.*?</nav>", html_of(at))[0])


def test_the_navigation_has_every_page_once_with_its_number_and_marks_the_one_that_is_shown():
    at = open_page("start").switch_page("words/page.py").run()
    assert html_of(at).count("data-testid='stSidebarNavLink'") == len(PAGES)
    shown = navigation_of(at)
    assert [folder for _, folder, _, _ in shown] == [page.folder for page in PAGES]
    assert shown[:3] == [
        (".", "start", "1. Start", False),
        ("lecture", "lecture", "The lecture", False),
        ("words", "words", "2. Words", True),
    ]
    assert sum(mark for *_, mark in shown) == 1
    assert shown[-1][2] == "Glossary"


@pytest.mark.parametrize("page", [STEPS[0], STEPS[4], STEPS[-1]], ids=lambda page: page.folder)
def test_the_foot_of_a_step_has_the_steps_beside_it(page):
    at = open_page("start").switch_page(page.file).run()
    foot = re.findall("<nav class='steps'.*?</nav>", html_of(at))[0]
    beside = [
        (step.folder, "Next: " * (step.number > page.number) + step.title)
        for step in STEPS
        if abs(step.number - page.number) == 1
    ]
    assert [(folder, label) for _, folder, label, _ in links(foot)] == beside
    assert f"<span>{page.number} of 13</span>" in foot


def test_the_start_page_has_a_card_for_each_other_step():
    cards = re.findall("<ul class='page-cards'>.*?</ul>", html_of(open_page("start")))[0]
    assert [folder for _, folder, _, _ in links(cards)] == [step.folder for step in STEPS[1:]]
    assert cards.count("<p>") == 12


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("smoothing", "What do fake counts do?"),
        ("../app.py", "Can a table invent names?"),
        (None, "Can a table invent names?"),
        (["words"], "Can a table invent names?"),
    ],
)
def test_the_page_that_the_browser_asks_for_is_shown_and_anything_else_changes_nothing(asked, title):
    at = open_page("start")
    at.session_state["tools"] = {"page": asked}  # as the toolbar in the browser says it
    at.run()
    assert not at.exception
    assert title_of(at) == title
