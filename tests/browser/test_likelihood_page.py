"""Likelihood in a real browser: letters while the smoothing is dragged, and the nll while one cell is nudged."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import faults
from tests.browser.test_live_table import picture


def hold(page, control, *shares):
    """Press the mouse on the slider of a control and move it to one share after the other; it stays down."""
    slider = page.locator(f"[data-control={control}] input[type=range]")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    places = [(box["x"] + 9 + (box["width"] - 18) * share, box["y"] + box["height"] / 2) for share in shares]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=8)
    page.wait_for_timeout(200)


@pytest.mark.slow
def test_smoothing_cures_the_impossible_word_while_it_is_dragged(visit, page, sent):
    visit("likelihood?word=andrejq&smoothing=0")
    numbers, blame = page.locator(".likelihood .numbers"), page.locator(".blame")
    expect(blame).to_contain_text("“jq” was never counted")
    expect(numbers).to_contain_text("−∞")
    before = {part: picture(page, part) for part in ("cells", "letters", "log")}
    sent.clear()
    hold(page, "smoothing", 0, 0.27)  # about 1 fake count
    assert [part for part, pixels in before.items() if picture(page, part) == pixels] == []
    expect(blame).to_have_text("")
    moving = numbers.inner_text()
    assert "∞" not in moving
    assert sent == []
    page.mouse.up()
    page.wait_for_url(re.compile("smoothing="))
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')")
    assert numbers.inner_text() == moving


def test_a_cell_that_is_clicked_is_nudged_and_the_nll_rises_to_pythons_numbers_and_axe_finds_no_fault(visit, page):
    page.emulate_media(color_scheme="dark")
    visit("likelihood")
    assert faults(page) == []
    table = page.locator(".likelihood .table")
    at = page.locator(".likelihood").evaluate("root => root.state.at")
    table.click(position={"x": at["left"] + 13.5 * at["cell"], "y": at["top"] + 5.5 * at["cell"]})
    page.wait_for_url(re.compile("row=e"))
    numbers, told = page.locator(".scaled .numbers"), page.locator(".told")
    expect(page.locator(".scaled .title")).to_have_text("After “e”")
    expect(told).to_contain_text("769 of 20,423, as counted")
    for to, side in ((0.2, "Too rare now"), (0.8, "Too probable now")):
        hold(page, "nudge", 0.5, to)
        expect(told).to_contain_text(side)
        moving = numbers.inner_text()
        assert not re.search(r"Risen by\s+0\.0000000", moving)
        page.mouse.up()
        page.wait_for_url(re.compile("nudge="))
        page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')")
        assert numbers.inner_text() == moving
        page.locator(".scaled .stops button", has_text=re.compile("^1$")).click()
        expect(told).to_contain_text("as counted")


def test_words_that_are_typed_are_seen_at_once_and_python_says_what_it_cannot_use(visit, page):
    visit("likelihood")
    box, note = page.get_by_label(re.compile("^Words, up to")), page.locator("[data-control=word] .refused")
    letters, numbers = page.locator(".likelihood .letters"), page.locator(".likelihood .numbers")
    before = picture(page, "letters")
    box.fill("Ava")
    box.press("Enter")
    words = "canvas => JSON.stringify(canvas.getRootNode().querySelector('.likelihood').state.words)"
    page.wait_for_timeout(50)  # some frames: Python has not answered yet
    assert letters.evaluate(words) == "[[0,1,22,1,0]]"
    page.wait_for_url(re.compile("word=ava"))
    expect(note).to_have_text("Ava: the names are written with small letters: ava is used")
    expect(box).to_have_value("ava")
    assert picture(page, "letters") != before
    shown = numbers.inner_text()
    box.fill("zoë")
    box.press("Enter")
    expect(note).to_have_text("word must be 1 to 64 of the letters a to z, got 'ë' in zoë: ava stays")
    expect(box).to_have_value("ava")
    assert numbers.inner_text() == shown
    page.get_by_role("button", name="andrej", exact=True).click()
    page.wait_for_url("**/likelihood?word=andrej&smoothing=0")
    expect(box).to_have_value("andrej")
    expect(numbers).to_contain_text("3.0391")
    expect(page.locator(".why")).to_have_text("The lecturer's name: “ej” is rare.")
