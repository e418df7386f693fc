"""Does it reproduce? in a real browser, what no page under test can see without one: clicks on the table, and Back."""

import pytest
from playwright.sync_api import expect

from analysis.published.figures import load_figures
from pages.reproduce.figure import page_address
from tests.browser.accessibility import faults
from tests.browser.conftest import PHONE
from tests.browser.ui import fits

ROW = 35  # pixels a row of a table is high
BOX, CELL = 15, 200  # pixels from the left edge of the table


def click_row(page, number, x):
    """A click into the row of this number of the table of figures, counted from 0."""
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + x, box["y"] + ROW * (number + 1) + ROW / 2)


def expect_figure(page, key, title):
    """The page shows this figure, and so does its address."""
    page.wait_for_url(f"**/reproduce?figure={key}")
    expect(page.get_by_role("heading", name=title)).to_be_visible()


@pytest.mark.slow
def test_a_click_on_a_row_shows_its_figure_and_its_page_is_one_step_from_which_back_shows_the_figure_again(visit):
    page = visit("reproduce?figure=mkl-names")
    click_row(page, 1, BOX)
    expect_figure(page, "mkl-first", "first letter, smoothing 0, torch with Intel's MKL")
    page.get_by_test_id("stDataFrame").first.evaluate("(table) => (table.dataset.old = true)")
    click_row(page, 1, BOX)  # its own box: it stays chosen, in a table made anew
    expect(page.locator("[data-testid=stDataFrame][data-old]")).to_have_count(0)
    expect_figure(page, "mkl-first", "first letter, smoothing 0, torch with Intel's MKL")
    click_row(page, 2, CELL)  # also after the box of the chosen row
    expect_figure(page, "lecture-names", "the video's names, smoothing 1")
    click_row(page, 4, CELL)
    expect_figure(page, "mkl-names", "twenty names, smoothing 0")

    (figure,) = load_figures(["mkl-names"])
    address, steps = page_address(figure.open), page.evaluate("history.length")
    page.get_by_text("Open its page with these settings").click()
    page.wait_for_url(f"**/{address}")
    expect(page.get_by_role("heading", name="How does the model invent a name?")).to_be_visible()
    page.wait_for_timeout(1000)
    page.wait_for_url(f"**/{address}")
    assert page.evaluate("history.length") == steps + 1
    page.go_back()
    expect_figure(page, "mkl-names", "twenty names, smoothing 0")


def test_the_page_fits_a_phone_and_is_accessible(visit, page):
    page.set_viewport_size(PHONE)
    visit("reproduce?figure=most-frequent")
    assert fits(page)
    assert faults(page, streamlits_too=True) == []


def test_the_verdicts_in_the_table_are_hidden_until_the_guess(visit):
    page = visit("reproduce", look=False)
    table = page.locator(".st-key-answer_table [data-testid=stDataFrame]")
    expect(table).to_be_hidden()
    page.get_by_role("button", name="Show me").click()
    expect(table).to_be_visible()
