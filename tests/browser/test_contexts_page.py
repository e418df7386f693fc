"""Longer contexts in a real browser: everything moves with k, and the bars follow a beginning as it is typed."""

import re

from playwright.sync_api import expect

from tests.browser import ui
from tests.browser.accessibility import faults


def test_the_dev_lines_come_with_the_guess_and_the_rest_moves_with_k_and_axe_finds_no_fault(visit, page):
    visit("contexts", look=False)
    caption, dev = page.locator(".contexts .caption"), page.locator("[data-name=kneser_ney_dev]")
    expect(caption).to_have_text(re.compile("How well does it predict new names"))
    expect(dev).to_be_hidden()
    before = ui.picture(page, "curve")
    page.locator(".guess .show").click()
    expect(caption).to_have_text(re.compile("2.2185 nats on new names"))
    expect(dev).to_be_visible()
    assert ui.picture(page, "curve") != before
    assert faults(page) == []
    shown = ui.pictures(page, ["curve", "bars"])
    names = page.locator(".contexts .names").inner_text()
    ui.hold(page, "k", 2 / 7, 1)
    expect(caption).to_have_text(re.compile("With 7 letters of context, the nll on new names is 1.9827 nats"))
    assert all(ui.picture(page, name) != pixels for name, pixels in shown.items())
    assert page.locator(".contexts .names").inner_text() != names
    assert "k=" not in page.url
    page.mouse.up()
    ui.wait_for_link(page, "k", 7)


def test_a_link_with_a_seed_opens_the_part_with_its_control(visit, page):
    visit("contexts?seed=5")
    expect(ui.exact(page, "seed")).to_be_visible()


def test_the_bars_follow_each_letter_that_is_typed_and_a_strange_one_is_refused(visit, page):
    visit("contexts?k=3")
    box, title = ui.exact(page, "beginning"), page.locator(".contexts .after")
    note = page.locator("[data-control=beginning] .refused")
    expect(title).to_have_text("Next letter after “emm”")
    box.press("End")
    for letter, typed in (("a", "emma"), ("l", "emmal")):
        before = ui.picture(page, "bars")
        box.press(letter)  # no Enter
        expect(title).to_have_text(f"Next letter after “{typed}”")
        assert ui.picture(page, "bars") != before
    box.type("ë")
    expect(note).to_have_text("beginning must be 1 to 64 of the letters a to z, got 'ë' in emmalë: emmal stays")
    expect(box).to_have_value("emmalë")  # a hand may still correct it
    expect(title).to_have_text("Next letter after “emmal”")
    box.press("Backspace")
    expect(note).to_have_text("")
    box.fill("")
    expect(title).to_have_text("First letter of a name")
    ui.wait_for_link(page, "beginning", ".")
    page.go_back()  # all that was typed is one entry in the history
    expect(title).to_have_text("Next letter after “emm”")
    expect(box).to_have_value("emm")
    box.blur()
    expect(title).to_have_text("Next letter after “emm”", timeout=1000)
