"""Lessons: each opens by its link, its views open, and what it says of a view stands on that view."""

import re
from html import unescape

import pytest

from analysis.counts.word_list import load_list
from analysis.lessons import add_one, hidden_bug, two_roads
from pages.components.page_registry import PAGES
from pages.lessons.lessons import LESSONS
from tests.pages.reading import html_of, open_page
from tests.pages.test_lecture import FOLDS, found, shown
from tests.pages.test_texts import fields, texts_of

NAMES = load_list()
STEPS = [(key, step) for key, lesson in LESSONS.items() for step in lesson.texts()["steps"]]


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_opens_by_its_link(lesson):
    at = open_page("lessons", lesson=lesson)
    assert not at.exception
    made = unescape(re.sub("<.*?>", "", html_of(at)))
    texts = LESSONS[lesson].texts()
    assert texts["label"] in made
    assert "30 minutes." in made
    for step in texts["steps"]:
        assert step["answer"].replace("`", "").replace("**", "") in made


@pytest.mark.parametrize(("lesson", "step"), STEPS)
def test_the_view_of_a_step_opens_with_its_settings(lesson, step):
    shown(step["link"])  # with no value refused


NUMBERS = {  # what an answer says and its view must show, by lesson and step
    ("smoothing", 0): [".0253", "2.5138"],
    ("smoothing", 2): ["3.4834"],
    ("smoothing", 3): ["2.4546"],
    ("smoothing", 4): ["3.2946"],
    ("smoothing", 5): ["2.4530"],
    ("keepdim", 1): ["2.4546"],
    ("keepdim", 3): ["2.8554"],
    ("keepdim", 4): ["5.2773"],
    ("keepdim", 5): ["6.925"],
    ("net", 1): ["3.7590"],
    ("net", 2): ["2.4623"],
    ("net", 3): ["mor axx minaymoryles kondlaisah anchshizarie"],
    ("net", 4): ["7.5975"],
    ("net", 5): ["531441"],
}


@pytest.mark.parametrize(("lesson", "number"), NUMBERS)
def test_a_number_of_an_answer_stands_on_its_view(lesson, number, words):
    step = LESSONS[lesson].texts()["steps"][number]
    said, _ = shown(step["link"])
    for value in NUMBERS[lesson, number]:
        assert found(value, said)


@pytest.mark.parametrize(
    ("key", "numbers"),
    [("add_one", add_one(NAMES)), ("hidden_bug", hidden_bug(NAMES.tables)), ("two_roads", two_roads(NAMES))],
)
def test_every_number_of_a_lesson_has_a_place_in_its_texts(key, numbers):
    places = {place for name, text in texts_of("lessons").items() if name.startswith(key) for place in fields(text)}
    assert set(numbers) - places == set()


def test_the_numbers_of_the_lessons_are_those_of_the_lecture():
    said = " ".join(step["answer"] for _, step in STEPS)
    for number in ("2.4540", "2.4546", "2.4577", "3.2946", "3.4834", "3.7590", "2.4623", "7.5975", "5 of 5", "531,441"):
        assert number in said


def test_links_of_a_lesson_set_no_list():
    for _, step in STEPS:
        folder, _, query = step["link"].partition("?")
        page = next(page for page in PAGES if page.path == folder)
        assert set(re.findall(r"(\w+)=", query)) <= {*page.controls, *FOLDS}
