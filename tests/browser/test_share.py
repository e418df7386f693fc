"""A teacher's link in a browser, and the dialog that makes one."""

import pytest
from playwright.sync_api import expect

from pages.components.page_registry import PAGES
from tests.browser import ui
from tests.browser.accessibility import faults
from tests.browser.conftest import PHONE
from tests.browser.ui import drag, exact, fits, type_exact

SMALL = {"width": 640, "height": 480}
WITHOUT_PICTURE = {"lecture", "lessons", "glossary", "own_list"}
FOCUSED = """() => {
    let at = document.activeElement;
    while (at.shadowRoot) at = at.shadowRoot.activeElement;
    return at.className;
}"""


def open_alone(page, url, picture=".live .control-box"):
    """Open a link that ends at its picture: it has none of what `visit` waits for."""
    page.goto(url)
    page.wait_for_selector(picture)
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')")


def test_the_picture_alone_stays_so_while_its_controls_move_and_fits_a_small_frame(page, dashboard):
    page.set_viewport_size(SMALL)
    open_alone(page, f"{dashboard}/smoothing?view=picture&hide=seed,row&note=Drag%20%3Cb%3E&embed=true")
    entries = page.evaluate("history.length")
    expect(page.locator(".teacher-note")).to_have_text("Drag <b>")
    expect(page.get_by_role("heading")).to_have_count(0)
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    expect(exact(page, "seed")).to_be_hidden()
    expect(page.get_by_role("button", name="Share")).to_be_hidden()
    type_exact(page, "smoothing", 100)
    page.wait_for_url("**&smoothing=100")
    for part in ("view=picture", "hide=seed", "note=Drag", "embed=true"):
        assert part in page.url
    expect(page.locator(".teacher-note")).to_be_visible()
    assert page.evaluate("history.length") == entries + 1
    assert fits(page)


@pytest.mark.parametrize(
    ("address", "control"),
    [
        ("words?hide=step", ".steps"),
        ("sampling?hide=draw", ".steps"),
        ("forward?hide=stage", ".walk"),
        ("likelihood?hide=word", ".choices"),
    ],
)
def test_hiding_a_control_hides_its_buttons_too(address, control, visit, page):
    visit(address)
    expect(page.locator(f".live {control}").first).to_be_hidden()
    visit(address.partition("?")[0])
    expect(page.locator(f".live {control}").first).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize(
    "address",
    [
        *(f"{path}?" for path in sorted({page.path for page in PAGES} - WITHOUT_PICTURE)),
        f"smoothing?smoothing=100000&note={'sentence ' * 31}&",
        "forward?stage=neurons&",
        "forward?stage=softmax&",
        "normalization?divisor=sum1&",
    ],
)
def test_no_picture_alone_is_higher_than_a_slide(address, page, dashboard):
    page.set_viewport_size(SMALL)
    open_alone(page, f"{dashboard}/{address}view=picture", ".live, .name-columns, .shares, [data-testid=stDataFrame]")
    page.wait_for_timeout(300)  # the picture is painted
    assert page.get_by_test_id("stMain").evaluate("(main) => main.scrollHeight") <= SMALL["height"]


def test_the_dialog_makes_a_link_shows_what_it_opens_and_gives_the_focus_back(visit, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit("smoothing?smoothing=50")
    entries = page.evaluate("history.length")
    page.get_by_role("button", name="Share", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("The picture and its controls only").check()
    expect(dialog.get_by_role("checkbox", name="Seed")).to_have_count(0)  # the picture alone has no folded parts
    dialog.get_by_role("checkbox", name="Smoothing").check()
    dialog.get_by_label("Your sentence above it").fill("Which letter follows q?")
    shown = dialog.frame_locator("iframe")
    expect(shown.locator(".teacher-note")).to_have_text("Which letter follows q?")
    expect(shown.get_by_label("Smoothing: exact value")).to_have_value("50")
    expect(shown.get_by_role("heading")).to_have_count(0)
    dialog.get_by_role("button", name="Copy the link").click()
    expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.endswith("/smoothing?smoothing=50&view=picture&hide=smoothing&note=Which+letter+follows+q%3F")
    assert faults(page) == []
    page.set_viewport_size(PHONE)
    assert dialog.evaluate("(dialog) => dialog.scrollWidth <= dialog.clientWidth && dialog.offsetWidth <= innerWidth")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.evaluate(FOCUSED) == "share"
    assert page.evaluate("history.length") == entries


def test_a_press_beside_the_dialog_closes_it_and_a_text_that_is_selected_up_to_there_does_not(visit):
    page = visit("smoothing")
    page.get_by_role("button", name="Share", exact=True).click()
    dialog = page.get_by_role("dialog")
    note = dialog.get_by_label("Your sentence above it")
    note.fill("Which letter follows q?")
    box = note.bounding_box()
    drag(page, (box["x"] + 60, box["y"] + 10), (2, 2))
    expect(note).to_have_value("Which letter follows q?")
    page.wait_for_timeout(100)
    expect(dialog).to_be_visible()
    page.mouse.click(2, 2)
    expect(dialog).to_be_hidden()


def test_an_embedded_page_has_no_navigation_and_nothing_is_cut(visit, page):
    page.set_viewport_size({"width": 760, "height": 640})
    visit("bigrams?embed=true")
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    assert fits(page)
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(ui.navigation(page)).to_have_count(0)
