"""Likelihood in a real browser: letters while the smoothing is dragged, and the nll while one cell is nudged."""

import re

from playwright.sync_api import expect

from tests.browser import ui
from tests.browser.accessibility import faults


def test_a_cell_that_is_clicked_is_nudged_and_the_nll_rises_to_pythons_numbers_and_axe_finds_no_fault(visit, page):
    page.emulate_media(color_scheme="dark")
    visit("likelihood?best=true")
    page.locator(".likelihood summary").click()
    expect(page.locator(".scaled .title")).to_have_text("After “.”")
    assert faults(page) == []
    page.mouse.click(*ui.place(page, "likelihood", "table", 5, 13))
    page.wait_for_url(re.compile("row=e"))
    numbers, message = page.locator(".scaled .numbers"), page.locator(".scaled .message")
    expect(page.locator(".scaled .title")).to_have_text("After “e”")
    expect(message).to_contain_text("769 of 20,423, as counted")
    for to, side in ((0.2, "too improbable now"), (0.8, "too probable now")):
        ui.hold(page, "nudge", 0.5, to)
        expect(message).to_contain_text(side)
        moving = numbers.inner_text()
        assert not re.search(r"Risen by\s+0\.0000000", moving)
        page.mouse.up()
        page.wait_for_url(re.compile("nudge="))
        ui.python_answers(page)
        assert numbers.inner_text() == moving
        ui.mark(page, "nudge", "1").click()
        expect(message).to_contain_text("as counted")


def test_words_that_are_typed_are_seen_at_once_and_python_says_what_it_cannot_use(visit, page):
    visit("likelihood")
    box, note = page.get_by_label(re.compile("^Words, up to")), page.locator("[data-control=word] .refused")
    letters, numbers = page.locator(".likelihood .letters"), page.locator(".likelihood .numbers")
    before = ui.picture(page, "letters")
    ui.type_exact(page, "word", "Ava")
    words = "canvas => JSON.stringify(canvas.getRootNode().querySelector('.likelihood').state.words)"
    page.wait_for_timeout(50)  # some frames: Python has not answered yet
    assert letters.evaluate(words) == "[[0,1,22,1,0]]"
    page.wait_for_url(re.compile("word=ava"))
    expect(note).to_have_text("Ava: the names are written with small letters: ava is used")
    expect(box).to_have_value("ava")
    assert ui.picture(page, "letters") != before
    shown = numbers.inner_text()
    ui.type_exact(page, "word", "zoë")
    expect(note).to_have_text("word must be 1 to 64 of the letters a to z, got 'ë' in zoë: ava stays")
    expect(box).to_have_value("ava")
    assert numbers.inner_text() == shown
    page.get_by_role("button", name="andrej", exact=True).click()
    page.wait_for_url("**/likelihood?word=andrej&smoothing=0")
    expect(box).to_have_value("andrej")
    expect(numbers).to_contain_text("3.0391")
    expect(page.locator(".why")).to_have_text("The lecturer's name: “ej” is rare.")


def test_the_keys_begin_in_the_one_row_of_bars_whichever_row_is_chosen(visit):
    page = visit("likelihood?row=n")
    bars = page.locator(".scaled .outlines")
    bars.press("ArrowRight")
    tip = page.locator(".scaled .tip")
    expect(tip).to_contain_text("n.: counted 6,763 times")
    box = bars.bounding_box()
    assert box["y"] < tip.bounding_box()["y"] < box["y"] + box["height"] + 20
