"""The address and the history: one entry for each thing a person does, Back shows what was there, a link is copied."""

from playwright.sync_api import expect

from tests.browser.test_one_owner import all_say
from tests.browser.ui import follow

CORNER_IS = """(colour) => {
    const roots = [...document.querySelectorAll("*")].map((element) => element.shadowRoot);
    const root = roots.find((root) => root?.querySelector(".counts"));
    const { at } = root.querySelector(".counts").state, r = devicePixelRatio, canvas = root.querySelector(".table");
    const { data } = canvas.getContext("2d").getImageData((at.left + 3) * r, (at.top + 3) * r, 1, 1);
    return colour.every((value, i) => value === data[i]);
}"""


def test_a_change_of_pages_is_one_entry_back_shows_what_was_set_and_reset_sets_all_back(visit):
    page = visit("?smoothing=50&row=e")
    entries = page.evaluate("history.length")
    page.get_by_role("button", name="100", exact=True).click()
    page.wait_for_url("**/?smoothing=100&row=e")
    follow(page, "Smoothing")
    expect(page.get_by_role("heading", name="What do fake counts do?")).to_be_visible()
    page.wait_for_url("**/smoothing?smoothing=100&row=e")
    expect(page.get_by_label("Smoothing: exact value")).to_have_value("100")
    expect(page.locator(".numbers").first).to_contain_text("2.5375")
    expect(page).to_have_title("Smoothing · Bigram Lab")
    follow(page, "Bigram table")
    page.wait_for_url("**/bigrams?row=e")
    expect(page.locator(".counts .title")).to_contain_text("After “e”")
    page.wait_for_timeout(500)
    assert page.evaluate("history.length") == entries + 3  # the mark, and two pages
    for address in ("**/smoothing?smoothing=100&row=e", "**/?smoothing=100&row=e"):
        page.go_back()
        page.wait_for_url(address)
        all_say(page, 100, steady=0.3)
    page.go_back()
    all_say(page, 50, steady=0.3)
    expect(page).to_have_title("Bigram Lab")
    page.go_forward()
    all_say(page, 100, steady=0.3)
    page.get_by_role("button", name="Reset").click()
    page.wait_for_url("**/")
    all_say(page, 1, steady=0.3)
    expect(page.get_by_label("Row: the character before").locator("option:checked")).to_have_text(".")


def test_the_link_of_the_view_is_copied_and_the_menu_switches_the_theme_which_the_table_follows(visit, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit("bigrams?row=e")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url.endswith("/bigrams?row=e")

    page.get_by_test_id("stMainMenu").get_by_role("button").click()
    for theme, colour in (("Dark", [16, 20, 28]), ("Light", [255, 255, 255])):
        page.get_by_test_id(f"stMainMenuItem-theme-{theme}").click()
        expect(page.get_by_test_id("stApp")).to_have_css("background-color", f"rgb({', '.join(map(str, colour))})")
        page.wait_for_function(CORNER_IS, arg=colour)  # the cell “..” is never counted
    page.get_by_test_id("stMainMenuItem-theme-System").click()  # the browser remembers it


def test_a_chip_that_was_clicked_comes_again_with_back_and_names_the_page_that_set_the_value(visit):
    page = visit("smoothing?smoothing=1000")
    follow(page, "Sampling")
    chip = page.get_by_role("button", name="Smoothing 1,000 came along from the page Smoothing")
    chip.click()
    expect(chip).to_have_count(0)
    page.wait_for_url("**/sampling")
    page.go_back()
    expect(chip).to_be_visible()
    page.go_back()
    page.wait_for_url("**/smoothing?smoothing=1000")
    expect(page.get_by_role("heading", name="What do fake counts do?")).to_be_visible()
    expect(chip).to_have_count(0)
