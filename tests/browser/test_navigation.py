"""The links to other pages in a real browser: the same session, a new tab, the sidebar of a phone, the keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser import ui
from tests.browser.accessibility import faults
from tests.browser.conftest import PHONE


def test_a_link_shows_another_page_in_the_same_session(visit):
    page = visit("smoothing?smoothing=50")
    page.evaluate("window.sameTab = true")
    ui.navigation(page).get_by_role("link", name="Normalization").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="How do counts become probabilities?")).to_be_visible()
    expect(ui.navigation(page).locator("[aria-current=page]")).to_have_text("5. Normalization")
    expect(page).to_have_title("Normalization · Bigram Lab")
    page.wait_for_url("**/normalization?smoothing=50")  # came along
    expect(ui.navigation(page).get_by_role("link", name="Normalization")).to_be_focused()
    page.get_by_role("link", name="Next: Likelihood").click()
    page.wait_for_url("**/likelihood?smoothing=50")
    assert page.evaluate("window.sameTab")


def test_after_a_link_to_a_place_on_the_page_or_to_the_page_itself_its_live_picture_goes_on(visit):
    page = visit("")
    page.get_by_test_id("stSkipToContent").focus()
    page.keyboard.press("Enter")
    ui.type_exact(page, "smoothing", 5)
    page.wait_for_url("**?smoothing=5")
    page.get_by_role("heading", name="The way through the lecture").hover()
    page.get_by_role("link", name="Link to heading").first.click()
    ui.type_exact(page, "smoothing", 6)
    page.wait_for_url("**?smoothing=6**")
    ui.navigation(page).locator("[aria-current=page]").click()
    ui.type_exact(page, "smoothing", 7)
    page.wait_for_url("**?smoothing=7**")


def test_a_number_that_was_typed_just_before_a_link_was_clicked_comes_along(visit):
    page = visit("smoothing?smoothing=5")
    ui.exact(page, "smoothing").fill("77")
    ui.follow(page, "Normalization")
    page.wait_for_url("**/normalization?smoothing=77")
    for before in ("77", "5"):
        page.go_back()
        page.wait_for_url(f"**/smoothing?smoothing={before}")
        expect(ui.exact(page, "smoothing")).to_have_value(before)


def test_a_link_in_a_new_tab_begins_a_new_session(visit):
    page = visit("likelihood?smoothing=50")
    with page.context.expect_page() as opened:
        ui.navigation(page).get_by_role("link", name="Smoothing").click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url("**/smoothing")
    assert page.url.endswith("/likelihood?smoothing=50")
    opened.value.close()


def test_icons_have_their_font_and_axe_finds_no_fault(visit):
    page = visit("")
    icon = ui.navigation(page).locator(".icon").first
    assert (
        icon.evaluate(
            "(icon) => document.fonts.load(`16px ${getComputedStyle(icon).fontFamily}`).then((found) => found.length)"
        )
        == 1
    )
    assert icon.evaluate("(icon) => icon.scrollWidth <= icon.clientWidth + 1")  # its name would be wider
    assert faults(page) == []


def test_on_a_phone_the_sidebar_closes_when_a_page_was_chosen(visit, page):
    page.set_viewport_size(PHONE)
    visit("smoothing")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_hidden()
    ui.follow(page, "Training")
    expect(page.get_by_role("heading", name="Can a net learn the table by itself?")).to_be_visible()
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()


@pytest.mark.slow
def test_where_the_toolbar_is_gone_the_browser_opens_the_address(visit):
    page = visit("smoothing?smoothing=50")
    page.evaluate("document.querySelector('.st-key-tools').remove()")
    ui.follow(page, "Words")
    page.wait_for_url("**/words")
    expect(page.get_by_role("heading", name="What is in the list?")).to_be_visible()


def test_a_link_leaves_a_page_whose_address_has_a_setting_of_a_streamlit_control(visit):
    page = visit("make_names?n=7")
    ui.follow(page, "Sampling")
    expect(page.get_by_role("heading", name="How does the model invent a name?")).to_be_visible()
    page.wait_for_url("**/sampling?n=7")
