"""A page that the browser has translated: its translator puts an element in the place of each text."""

from playwright.sync_api import expect

from tests.browser.ui import exact, follow, mark

TRANSLATE = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        if (!text.data.trim() || text.parentElement.closest("[translate=no], script, style, textarea, font")) continue;
        const [inner, outer] = [0, 1].map(() => document.createElement("font"));
        inner.textContent = `[${text.data}]`;
        outer.append(inner);
        text.replaceWith(outer);
    }
}"""


def test_a_translated_page_can_be_left_for_others_and_no_text_of_it_stays(visit):
    page = visit("baselines")  # `visit` asserts that there was no error in the console
    nll = page.locator(".numbers dd").first.inner_text()
    before = "Is a bigram any good?"
    for title, question in (
        ("Words", "What is in the list?"),
        ("Does it reproduce?", "Do you get the lecture's numbers again?"),
        ("Smoothing", "What do fake counts do?"),
    ):
        page.evaluate(TRANSLATE)
        expect(page.locator("h1")).to_have_text(f"[{before}]")
        if before.startswith("Is"):
            expect(page.locator(".numbers dd").first).to_have_text(nll)  # what moves is not translated
        follow(page, title)
        expect(page.locator("h1")).to_have_text(question)
        expect(page.get_by_test_id("stMain").get_by_text(before)).to_have_count(0)
        before = question
    mark(page, "smoothing", "100").click()
    expect(exact(page, "smoothing")).to_have_value("100")
    expect(page.get_by_test_id("stException")).to_have_count(0)
