"""Does it reproduce? in a real browser: a row is chosen, is in the link, and its page opens with its settings."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

ROW = 35  # pixels a row of a table is high


def click_row(page, number, x=200):
    """A click into the row of this number of the table of figures, counted from 0."""
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + x, box["y"] + ROW * (number + 1) + ROW / 2)


@pytest.mark.parametrize("x", [15, 200], ids=["its box", "a cell"])
def test_a_click_on_a_row_shows_its_figure_and_puts_it_into_the_link(x, visit):
    page = visit("reproduce")
    click_row(page, 5, x)
    expect(page.get_by_role("heading", name="twenty names, smoothing 0")).to_be_visible()
    page.wait_for_url("**/reproduce?figure=mkl-names")
    click_row(page, 2, x)
    expect(page.get_by_role("heading", name="today's torch on a CPU")).to_be_visible()


def test_the_box_of_the_chosen_row_leaves_it_chosen(visit):
    page = visit("reproduce")
    click_row(page, 5)
    page.wait_for_url("**/reproduce?figure=mkl-names")
    click_row(page, 5, 15)
    page.wait_for_timeout(1000)
    expect(page.get_by_role("heading", name="twenty names, smoothing 0")).to_be_visible()


def test_one_part_can_be_shown_alone_and_a_slip_is_told(visit):
    page = visit("reproduce")
    page.get_by_test_id("stButtonGroup").get_by_text("Words and counts").click()
    page.wait_for_url("**/reproduce?part=Words+and+counts")
    page.wait_for_timeout(500)
    click_row(page, 6)
    expect(page.get_by_role("heading", name="count of the pair .e")).to_be_visible()
    expect(page.get_by_test_id("stMarkdown").filter(has_text="The source slips; right is: 1531.")).to_be_visible()


def test_a_link_opens_a_figure(visit):
    page = visit("reproduce?figure=cuda-names")
    expect(page.get_by_role("heading", name="W from a GPU, both runs")).to_be_visible()


@pytest.mark.parametrize(
    ("figure", "address"),
    [
        ("nll-sweep", "/smoothing?smoothing=100.0"),
        ("once", "/bigrams?row=j"),
        ("mkl-names", "/sampling?stream=mkl&smoothing=0.0&n=20.0"),
    ],
)
def test_the_button_opens_the_page_of_a_figure_with_its_settings(figure, address, visit):
    page = visit(f"reproduce?figure={figure}")
    page.get_by_role("button", name="Open its page with these settings").click()
    page.wait_for_url(f"**{address}")
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_the_settings_win_over_what_was_set_there_before(visit):
    page = visit("bigrams?row=q&two_marks=true")
    page.get_by_test_id("stSidebarNavLink").filter(has_text="reproduce").click()
    expect(page.get_by_role("heading", name="Does it reproduce?")).to_be_visible()
    page.get_by_test_id("stButtonGroup").get_by_text("Words and counts").click()
    page.wait_for_url("**/reproduce?part=Words+and+counts")
    page.wait_for_timeout(500)
    click_row(page, 4)
    page.wait_for_url("**figure=once**")
    page.get_by_role("button", name="Open its page with these settings").click()
    expect(page.get_by_text("After “j”")).to_be_visible()
    page.wait_for_url("**/bigrams?row=j")
    expect(page.get_by_text("can never fill")).to_have_count(0)


def test_the_page_fits_a_phone(visit, page):
    page.set_viewport_size({"width": 390, "height": 844})
    visit("reproduce?figure=most-frequent")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390


def test_the_page_is_accessible(visit):
    page = visit("reproduce?figure=start-e")
    found = Axe().run(page, context="[data-testid=stMain]", options={"runOnly": ["wcag2a", "wcag2aa"]})
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found.response["violations"]] == []
