"""A printed page is a clean sheet, in the light colours too where the screen is dark."""

import re

import pytest
from playwright.sync_api import expect

from pages.lessons.lessons import LESSONS
from tests.browser.conftest import wear
from tests.browser.ui import state

CORNER = """(canvas) => [...canvas.getContext("2d").getImageData(0, 0, 1, 1).data].slice(0, 3)"""
FITS = "() => document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth"


@pytest.fixture
def on_screen(page):
    """Whatever a test finds, the tab is on the screen again afterwards."""
    yield
    page.emulate_media(media="screen")


def test_a_dark_page_is_printed_light_without_navigation_and_buttons_and_is_dark_again_afterwards(visit, on_screen):
    page = visit("smoothing?smoothing=50")
    wear(page, "dark")
    dark = state(page, "theme")["background"]
    cells = page.locator(".live .cells")
    before = cells.evaluate(CORNER)
    page.set_viewport_size({"width": 700, "height": 1000})  # A4, less its margins
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert state(page, "theme")["background"] == "#ffffff" != dark
    assert sum(cells.evaluate(CORNER)) > 400 > sum(before)
    for picture in page.locator(".live canvas:visible").all():  # Chromium rounds its scale down to 64ths, from 16 to 15
        scale = picture.evaluate("(canvas) => canvas.getBoundingClientRect().width / canvas.width")
        assert 0.25 <= scale < 17 / 64
    expect(page.locator(".guess .result")).to_have_css("color", "rgb(38, 39, 48)")
    for hidden in ("stSidebar", "stHeader"):
        expect(page.get_by_test_id(hidden).first).to_be_hidden()
    for button in page.locator("button:not(.term):not(.numbers button)").all():  # those two are words to read
        assert not button.is_visible()
    expect(page.locator(".live input[type=range]").first).to_be_hidden()
    expect(page.get_by_label("Smoothing: exact value")).to_have_value("50")
    expect(page.get_by_text("Run this yourself")).to_be_hidden()  # it is folded
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator("h1")).to_have_css("color", "rgb(38, 39, 48)")
    assert page.evaluate(FITS)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert state(page, "theme")["background"] == dark


def test_a_switch_is_printed_only_if_it_is_on_as_a_tick(visit, on_screen):
    page = visit("regularization")
    match = page.get_by_role("switch", name="Match", include_hidden=True)
    for shown in (expect(match).to_be_visible, expect(match).to_be_hidden):
        page.emulate_media(media="print")
        shown()
        page.emulate_media(media="screen")
        match.click()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_is_one_page_of_paper(lesson, paper, visit, page):
    visit(f"lessons?lesson={lesson}")
    sheet = page.pdf(format=paper, prefer_css_page_size=False)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
