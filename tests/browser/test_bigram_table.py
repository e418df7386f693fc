"""The bigram table in a real browser: a click picks a row, the choice is in the link, and the link opens it."""

from playwright.sync_api import expect


def test_a_click_on_a_cell_picks_its_row_and_puts_it_into_the_link(visit):
    page = visit("bigrams")
    table = page.locator(".st-key-square canvas")
    box = table.bounding_box()
    table.click(position={"x": box["width"] * 0.5, "y": box["height"] * 0.55})
    expect(page.get_by_text("After “")).not_to_contain_text("After “.”")
    row = page.get_by_text("After “").inner_text()[len("After “")]
    page.wait_for_url(f"**/bigrams?row={row}")


def test_a_link_opens_the_row_and_both_marks(visit):
    page = visit("bigrams?row=q&two_marks=true")
    expect(page.get_by_text("After “q”")).to_be_visible()
    expect(page.get_by_text("can never fill")).to_be_visible()


def test_the_table_keeps_its_size_on_a_phone_and_the_page_does_not_overflow(visit, page):
    page.set_viewport_size({"width": 390, "height": 844})
    visit("bigrams")
    page.wait_for_function("() => document.querySelector('.st-key-square canvas')?.clientWidth >= 600")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
