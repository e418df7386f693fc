"""The guess of a page in a real browser: what answers it is hidden until then, and the browser keeps the guess."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import faults


def test_the_answer_is_hidden_until_the_guess_and_the_guess_stays_when_the_page_is_opened_again(visit):
    page = visit("smoothing", look=False)
    curves, box = page.locator("section.curves"), page.get_by_label("Your guess, fake counts")
    expect(page.locator(".caption")).to_contain_text("of all counts are fake")
    expect(curves).to_be_hidden()
    box.press("Enter")
    expect(page.locator(".guess .refused")).to_have_text("Type a number, such as 2.5.")
    box.fill("banana")
    box.press("Enter")
    expect(page.locator(".guess .refused")).to_contain_text("“banana” is not a number")
    expect(curves).to_be_hidden()
    box.fill("3")
    box.press("Enter")
    expect(page.locator(".guess")).to_contain_text("Your guess: 3 fake counts. The answer: 0.32 fake counts.")
    expect(page.locator(".numberline")).to_contain_text("your guess: 3")
    expect(curves).to_be_visible()
    assert faults(page) == []
    page.reload()
    expect(page.locator(".guess")).to_contain_text("Your guess: 3 fake counts.")
    expect(curves).to_be_visible()
    page.get_by_role("button", name="Guess again").click()
    expect(curves).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "answers"),
    [
        ("regularization", (".st-key-answer_notice", ".learned", ".measures")),
        ("training", (".measures", ".arithmetic")),
    ],
)
def test_the_answer_is_hidden_before_the_question_appears(address, answers, visit):
    page = visit(address, look=False)
    page.evaluate("() => (delete document.body.dataset.guess, dispatchEvent(new Event('guessing')))")  # as it opens
    page.evaluate("() => new Promise(requestAnimationFrame)")
    for answer in answers:
        expect(page.locator(answer)).to_be_hidden()


def test_with_the_keys_guess_again_leads_to_the_box_and_forget_to_what_is_left(visit):
    page = visit("smoothing")
    page.get_by_role("button", name="Guess again").press("Enter")
    box = page.get_by_label("Your guess, fake counts")
    expect(box).to_be_focused()
    box.fill("3")
    box.press("Enter")
    visit("lecture")
    page.get_by_role("button", name="Forget my guesses").press("Enter")
    expect(page.locator(".summary p")).to_be_focused()


@pytest.mark.parametrize(
    "fold", ["contexts?as_table=true", "baselines?as_table=true", "ladder?as_table=true", "normalization?checks=true"]
)
def test_a_table_in_an_open_fold_does_not_give_the_answer_away(fold, visit):
    page = visit(fold, look=False)
    table = page.get_by_test_id("stDataFrame").first
    expect(table).to_be_attached()
    expect(table).to_be_hidden()
    page.locator(".guess .show").click()
    expect(table).to_be_visible()


def test_a_screen_reader_does_not_hear_the_names_of_the_net_before_the_guess(visit):
    page = visit("comparison", look=False)
    cards = page.locator(".cards")
    both = f'"{cards.locator(".counts").first.text_content()} {cards.locator(".net").first.text_content()}"'
    assert both not in cards.aria_snapshot()
    page.locator(".guess .show").click()
    expect(page.locator(".tally")).to_be_visible()
    assert both in cards.aria_snapshot()
