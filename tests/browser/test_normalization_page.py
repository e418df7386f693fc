"""Normalization in a real browser: the sums stretch over the table, before one's eyes or at once, and by hand."""

import pytest
from playwright.sync_api import expect

from analysis.counts.normalization.divisions import compare_divisions
from analysis.counts.tables import load_tables
from tests.browser.accessibility import faults
from tests.browser.conftest import PHONE, stand_still, wear
from tests.browser.ui import fits, place

NAMES = load_tables("names")
REAL = ".stretch:not(.few)"
STEP = f"{REAL} .story li[aria-current]"
LABELS = """(button) => {
    // what stands on it from now on
    globalThis.labels = [];
    new MutationObserver(() => labels.push(button.textContent)).observe(button, { childList: true });
}"""
FILLED = """(canvas) => {
    // the cells of the result that are there already: those that are not as empty as the page
    const { at, data } = canvas.closest(".stretch").state, size = data.labels.length;
    const { left, top, cell } = at, ctx = canvas.getContext("2d"), ratio = devicePixelRatio, there = [];
    for (let row = 0; row < size; row++)
        for (let next = 0; next < size; next++) {
            const [x, y] = [left + next * cell + 4, top + row * cell + 4].map((value) => Math.round(value * ratio));
            if (ctx.getImageData(x, y, 1, 1).data[3] > 0) there.push([row, next]);
        }
    return there;
}"""


def slide_to(page, share):
    page.locator(f"{REAL} .line > label input").evaluate(
        "(slider, share) => { slider.value = 1000 * share; slider.dispatchEvent(new Event('input')); }", share
    )
    page.evaluate("() => new Promise(requestAnimationFrame)")


@pytest.mark.slow
def test_another_divisor_plays_can_be_dragged_and_every_cell_tells_its_sum(visit):
    page = visit("normalization?smoothing=0")
    play = page.locator(f"{REAL} .play")
    expect(page.locator(STEP)).to_have_text(
        "So the cell in row i and column j is divided by the sum of its own row, i."
    )
    play.evaluate(LABELS)
    page.get_by_role("radio", name="P.sum(1)", exact=True).click()
    page.wait_for_url("**/normalization?*divisor=sum1*")
    expect(page.locator(STEP)).to_contain_text("divided by the sum of row j, and not of its own row, i.")
    page.wait_for_function("() => labels.length === 2")
    expect(page.locator(f"{REAL} .line > label input")).to_have_value("1000")
    assert page.evaluate("labels") == ["Stop", "Play"]  # it has played, once
    result = page.locator(f"{REAL} canvas.after")
    for share, there in ((0, 0), (0.5, 0), (0.75, 14 * 27), (1, 27 * 27)):  # from below, half of the rows at 0.75
        slide_to(page, share)
        cells = result.evaluate(FILLED)
        assert len(cells) == there
        assert all(row >= 27 - there // 27 for row, _ in cells)
    one, stoi = compare_divisions(NAMES.all, 0)["sum1"], NAMES.vocab.stoi
    for before, after in ("em", "qu", ".a"):
        page.mouse.move(*place(page, "stretch:not(.few)", "after", stoi[before], stoi[after]))
        count, total = (
            f"{int(value):,}" for value in (NAMES.all[stoi[before], stoi[after]], NAMES.all[stoi[after]].sum())
        )
        expect(page.locator(f"{REAL} .cell")).to_have_text(
            f"Row “{before}”, column “{after}”: {count} / {total} = {one.probs[stoi[before], stoi[after]]:.4f}. "
            f"It is divided by the sum of row “{after}”, and not of its own row “{before}”."
        )


def test_a_phone_that_reduces_motion_shows_the_end_at_once_and_axe_finds_nothing(visit, page, finger):
    page.set_viewport_size(PHONE)
    page.emulate_media(reduced_motion="reduce")
    visit("normalization?second_shape=3%20x%201%20x%201")
    total = page.locator("[data-control=divisor]").get_by_text("P.sum()", exact=True)
    total.scroll_into_view_if_needed()
    box = total.bounding_box()
    finger((box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
    expect(page.locator(".stretch .cell")).to_have_text(
        "Row “.”, column “a”: 3 / 10 = 0.3000. It is divided by the sum of everything."
    )
    expect(page.locator(".stretch .play")).to_have_text("Play")
    assert len(page.locator(".stretch canvas.after").evaluate(FILLED)) == 9
    label = page.locator(".stretch .play").evaluate("(button) => { button.click(); return button.textContent; }")
    assert label == "Play"  # where it played, it would say Stop
    stand_still(page)
    assert fits(page)
    for colour in ("light", "dark"):
        wear(page, colour)
        assert len(page.locator(".stretch canvas.after").evaluate(FILLED)) == 9
        assert faults(page, streamlits_too=True) == [], colour
