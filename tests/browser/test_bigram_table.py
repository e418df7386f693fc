"""The bigram table in a real browser: a mouse, a finger and the keys choose a row; the choice is in the link."""

import pytest
from playwright.sync_api import expect

from analysis.counts.bigrams import count_bigrams, with_start_and_end
from analysis.counts.tables import load_tables
from tests.browser.accessibility import faults
from tests.browser.conftest import PHONE, stand_still
from tests.browser.ui import fits, place, wait_for_link

VOCAB = load_tables("names").vocab
TITLE = ".counts .title"


def chosen(page, character):
    expect(page.locator(TITLE)).to_contain_text(f"After “{character}”")
    expect(page.locator("[data-control=row] option:checked")).to_have_text(character)


def choose_in_box(page, character):
    page.get_by_role("combobox", name="Row: the character before").select_option(character)
    chosen(page, character)


def counts(page):
    return page.locator(".counts").evaluate("({ state }) => Array.from(state.counts)")


def test_a_click_on_a_cell_and_the_keys_pick_a_row_and_put_it_into_the_link(visit):
    page = visit("bigrams")
    page.mouse.click(*place(page, "counts", "table", 7, 3))
    chosen(page, "g")
    page.wait_for_url("**/bigrams?row=g")
    # the row that was clicked last can be clicked again after another one was chosen in the box
    choose_in_box(page, "q")
    page.mouse.click(*place(page, "counts", "table", 7, 5))
    chosen(page, "g")

    choose_in_box(page, "b")
    page.mouse.move(0, 0)
    page.locator(".counts .table").focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowRight"):  # the first press points at the chosen row
        page.keyboard.press(key)
    expect(page.locator(".counts .tip")).to_have_text("ca: counted 815 times, P(a | c) = 0.230747")
    page.keyboard.press("Enter")
    chosen(page, "c")
    page.wait_for_url("**/bigrams?row=c")


def test_a_tap_picks_a_row_and_says_what_is_counted(visit, page, finger):
    page.set_viewport_size(PHONE)
    visit("bigrams")
    finger(place(page, "counts", "table", VOCAB.id_of("q"), VOCAB.id_of("u")))
    chosen(page, "q")
    expect(page.locator(".counts .tip")).to_have_text("qu: counted 206 times, P(u | q) = 0.757353")
    assert fits(page)


@pytest.mark.slow
def test_the_table_with_two_marks_fits_a_laptop_its_end_has_no_row_and_play_fills_it_and_leaves_it_as_it_was(
    visit, page, words
):
    page.set_viewport_size({"width": 1280, "height": 800})
    visit("bigrams?row=q&two_marks=true")
    expect(page.get_by_text("can never fill")).to_be_visible()
    for width in (1280, 1024):
        page.set_viewport_size({"width": width, "height": 800})
        stand_still(page)
        box = page.locator(".counts .table").bounding_box()
        at, size = page.locator(".counts").evaluate("({ state }) => [state.at, state.size]")
        assert size == 28
        assert box["x"] + at["left"] + at["side"] <= box["x"] + box["width"] <= width
        assert at["digits"] >= 8.5
    page.mouse.click(*place(page, "counts", "table", 27, 3))
    expect(page.locator(".counts .tip")).to_have_text("<E>d: nothing follows the end")
    chosen(page, "q")
    page.mouse.click(*place(page, "counts", "table", 26, 3))  # <S>: the boundary
    expect(page.locator(TITLE)).to_have_text("After “<S>”, the first letters of the names")
    expect(page.locator("[data-control=row] option:checked")).to_have_text("<S>")

    page.get_by_role("switch", name="Watch it fill").check()
    play, output = page.locator(".counts .play"), page.locator("[data-control=first] input")
    expect(output).to_have_value("3")
    play.click()
    expect(output).not_to_have_value("3")
    page.wait_for_function(
        "() => [...document.querySelectorAll('*')].some((e) => "
        "e.shadowRoot?.querySelector('.counts')?.state.fill.known > 8)"
    )
    play.click()  # it stays there
    first = int(output.input_value().replace(",", ""))
    assert first > 8
    wait_for_link(page, "first", str(first))
    _, counted = with_start_and_end(count_bigrams(words[:first], VOCAB), VOCAB)
    assert counts(page) == counted.flatten().tolist()


@pytest.mark.slow
def test_the_switch_begins_to_fill_it_name_by_name_forward_and_back_and_ends_with_pythons_table(visit, page, words):
    page.emulate_media(color_scheme="dark")
    visit("bigrams?as_table=true")
    switch, last = page.get_by_role("switch", name="Watch it fill"), page.locator(".counts .last")
    switch.click()
    expect(last).to_contain_text("The last one: ava")
    assert counts(page) == count_bigrams(words[:3], VOCAB).flatten().tolist()
    assert faults(page) == []
    page.locator("[data-by='-1']").click()
    expect(last).to_contain_text("olivia")
    page.locator("[data-by='1']").click()
    expect(last).to_have_text("The last one: ava. It adds 1 to each of  .a  av  va  a.")
    assert counts(page) == count_bigrams(words[:3], VOCAB).flatten().tolist()
    page.locator("[data-by='10000']").click()
    page.locator("[data-by='10000']").click()
    expect(page.locator("[data-control=first] input")).to_have_value("20003")
    page.locator("[data-by='-1']").click()
    page.wait_for_url("**first=20002*")
    expect(page.get_by_text("After 20,002 of 32,033 names")).to_be_visible()
    assert counts(page) == count_bigrams(words[:20002], VOCAB).flatten().tolist()
    page.locator(".counts input.first").press("Home")
    expect(last).to_have_text("An empty table: nothing is counted yet.")
    assert set(counts(page)) == {0}
    page.wait_for_url("**first=0*")
    switch.click()
    expect(page.locator(".counts input.first")).to_be_hidden()
    assert counts(page) == load_tables("names").all.flatten().tolist()
