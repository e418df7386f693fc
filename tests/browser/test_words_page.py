"""The page Words in a real browser: a step, Play and the slider move the loop on, and the link keeps the step."""

from playwright.sync_api import expect

from tests.browser import ui
from tests.browser.accessibility import faults
from tests.browser.conftest import PHONE


def test_the_steps_go_forward_and_back_play_to_the_end_and_of_another_word_too(visit, page):
    visit("words?step=11")
    caption, pairs = page.locator(".counting .caption"), page.locator(".counting .pairs li")
    expect(caption).to_have_text(
        "Step 11 of 16: the pair ('i', 'a') comes for the first time, so its count goes from 0 to 1."
    )
    page.locator(".counting .forward").click()
    expect(page.locator(".counting .sum")).to_have_text("b[('a', '<E>')] = b.get(('a', '<E>'), 0) + 1 = 1 + 1 = 2")
    expect(page.locator(".counting .pairs .now")).to_have_text("('a', '<E>'): 2")
    expect(pairs).to_have_count(11)
    page.wait_for_function("() => !location.search.includes('step')")  # 12 is the default
    for step in (11, 10):
        page.locator(".counting .back").click()
        expect(caption).to_contain_text(f"Step {step} of 16")
    ui.wait_for_link(page, "step", 10)

    ui.type_exact(page, "step", 15)
    expect(caption).to_contain_text("Step 15 of 16")
    page.locator(".counting .play").click()
    expect(caption).to_contain_text("Step 16 of 16")
    expect(page.locator(".counting .play")).to_have_text("Play")
    ui.wait_for_link(page, "step", 16)
    expect(pairs).to_have_count(14)

    box = page.locator("[data-control=word] input")
    box.fill("zoe")
    box.press("Enter")
    expect(caption).to_contain_text("Step 16 of 20")
    assert page.locator(".counting .words bdi").all_inner_texts()[3].split() == ["<S>", "z", "o", "e", "<E>"]


def test_on_a_phone_it_fits_and_axe_finds_nothing(visit, page):
    page.set_viewport_size(PHONE)
    visit("words?search=jq")
    expect(page.get_by_text("“jq” never occurs: its count is 0.")).to_be_visible()
    assert ui.fits(page)
    assert faults(page) == []


def test_a_folded_part_opens_for_its_link_and_keeps_its_values_while_it_is_closed(visit, page):
    visit("words?search=qu")
    box, title = page.get_by_role("textbox", name="Find pairs"), page.get_by_text("Which pairs occur most often?")
    expect(box).to_have_value("qu")
    title.click()
    expect(box).to_be_hidden()
    page.wait_for_function("() => !location.search.includes('search')")
    title.click()
    expect(box).to_have_value("qu")
    expect(
        page.get_by_text("Shown: 1 of 627 different pairs. Their counts together: 206 of 228,146 examples.")
    ).to_be_visible()
