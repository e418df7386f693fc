"""What comes next in a real browser: the cells follow a beginning as it is typed, the ladder comes with the guess."""

import re

import pandas as pd
import pytest
from playwright.sync_api import expect

from tests.browser import ui
from tests.browser.accessibility import faults


def test_the_next_letters_follow_each_letter_that_is_typed_and_the_ladder_comes_with_the_guess(visit, page):
    visit("ladder?beginning=jo&rungs=true", look=False)
    box, caption = ui.exact(page, "beginning"), page.locator(".ladder .caption")
    expect(caption).to_have_text(re.compile("^After “jo”, "))
    box.press("End")
    box.press("h")  # no Enter
    expect(caption).to_have_text(re.compile("^After “joh”, .*Transformer “n” 73.6 %"))
    ui.wait_for_link(page, "beginning", "joh")
    with page.expect_download() as saved:
        page.get_by_role("button", name="numbers (CSV)").click()
    probs = pd.read_csv(saved.value.path()).set_index(["model", "next"])["prob"]
    assert probs["Transformer", "n"] == pytest.approx(0.736, abs=5e-4)
    ladder = page.get_by_text(re.compile("^Lower is better"))
    expect(ladder).to_be_hidden()
    page.locator(".guess .show").click()
    expect(ladder).to_be_visible()
    assert faults(page) == []
