"""A visitor's own list: used on live pages, kept by the tab, copied as a link, and seen by nobody else."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SIZE, stand_still
from tests.browser.ui import drag, exact, follow, grip, python_answers, type_exact
from tests.load.server import ROOT, served

SECRET = "zyxwvutsecret"
WORDS = f"{SECRET}\nZoë\nana\n*b*\n=1+1\nbo\nben\nnora"


def box(page):
    """The list at hand, in the sidebar; a click opens the box with all lists."""
    return page.get_by_test_id("stSidebarUserContent").locator("summary").first


def choose(page, title):
    """Choose another list in the sidebar; the box is clicked at once, while its fold still opens."""
    all_lists = page.get_by_test_id("stSidebarUserContent").locator("input").first
    if not all_lists.is_visible():
        box(page).click()
    all_lists.click()
    page.get_by_role("option", name=re.compile(title)).click()


def use_list(page, url, words=WORDS):
    """Paste a list, and use it on every page."""
    page.goto(f"{url}/own_list")
    page.get_by_role("textbox", name="Your words").fill(words)
    page.get_by_role("button", name="Read the list").click()
    page.get_by_role("button", name="Use this list").click()
    expect(page.get_by_text("Nearly every page now works on your list")).to_be_visible()


def numbers(page):
    """The numbers of the page, Python's where the browser is at rest."""
    return page.locator(".numbers").first.inner_text()


def test_a_pasted_list_is_dragged_kept_by_the_tab_and_opened_elsewhere_from_a_link(dashboard, page, browser):
    use_list(page, dashboard)
    follow(page, "Smoothing")
    page.wait_for_url("**/smoothing?corpus=own")
    stand_still(page)
    expect(page.locator(".numbers").first).to_contain_text("all words")
    at = grip(page, "[data-control=smoothing] input[type=range]")
    drag(page, at(0.3), at(0.6))
    page.wait_for_url(re.compile("smoothing=[0-9.]+"))
    dragged = numbers(page)
    page.reload()
    stand_still(page)
    expect(box(page)).to_have_text(re.compile("Your list"))
    expect(page.locator(".numbers").first).to_have_text(dragged, use_inner_text=True)  # Python's own now
    assert exact(page, "smoothing").input_value() in page.url

    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("they can also work out its words")).to_be_visible()
    page.get_by_role("button", name="Copy anyway").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert len(link) < 600

    with browser.new_context(viewport=SIZE) as fresh:
        other = fresh.new_page()
        other.goto(link)
        stand_still(other)
        nll = dragged.split("\n")[1]  # of the whole list, to the last digit
        expect(other.locator(".numbers").first).to_contain_text(re.compile(rf"all words\s*{re.escape(nll)}"))
        assert SECRET not in other.content()
        follow(other, "Words")
        other.locator(".st-key-lengths summary").click()
        expect(other.get_by_text("A link carries only how often each pair of letters occurs.").first).to_be_visible()

    page.get_by_role("button", name="Reset").click()
    page.wait_for_url("**/smoothing?corpus=own")
    python_answers(page)  # a page that is left before Python has heard of the reset takes the old value along
    expect(box(page)).to_have_text(re.compile("Your list"))
    follow(page, "Likelihood")
    page.wait_for_url("**/likelihood?corpus=own")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copy anyway").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert f"&word={SECRET}" in page.evaluate(
        "navigator.clipboard.readText()"
    )  # as the page, that shows its first word
    page.go_back()
    page.wait_for_url("**/smoothing?corpus=own")
    expect(box(page)).to_have_text(re.compile("Your list"))


def test_a_tab_whose_answer_is_lost_on_the_way_sends_the_list_again(dashboard, browser):
    lost = []

    def between(tab):
        server = tab.connect_to_server()

        def pass_on(message):
            if not lost and b"answer" in message:
                lost.append(message)
            else:
                server.send(message)

        tab.on_message(pass_on)

    with browser.new_context(viewport=SIZE) as fresh:
        page = fresh.new_page()
        page.route_web_socket("**/_stcore/stream", between)
        use_list(page, dashboard)
        page.goto(f"{dashboard}/smoothing?corpus=own")
        expect(box(page)).to_have_text(re.compile("Your list"))
    assert len(lost) == 1


def test_another_list_repaints_a_live_page_and_a_row_that_it_lacks_goes_back_without_a_complaint(visit):
    page = visit("smoothing?row=q&smoothing=5")
    choose(page, "Ελληνικά")
    page.wait_for_url("**/smoothing?**corpus=el**")
    stand_still(page)
    expect(page.get_by_label("Row: the character before").locator("option:checked")).to_have_text(".")
    expect(page.get_by_label("Row: the character before").locator("option").nth(1)).to_have_text(re.compile("[ΐ-ώ]"))
    assert "row=" not in page.url
    assert [line for line in page.locator(".refused, .note").all_inner_texts() if "must be" in line] == []
    painted = numbers(page)
    type_exact(page, "smoothing", 6)
    page.wait_for_url("**smoothing=6**")
    type_exact(page, "smoothing", 5)
    page.wait_for_url("**smoothing=5**")
    stand_still(page)
    assert numbers(page) == painted


def test_a_net_begins_with_the_first_weights_of_the_list_at_hand(visit):
    page = visit("training?epochs=50")
    for title in ("Deutsch", "names.txt"):  # 32 letters, then 27 again
        follow(page, "Words")
        expect(page.get_by_role("heading", name="What is in the list?")).to_be_visible()
        choose(page, title)
        expect(box(page)).to_have_text(re.compile(title))
        follow(page, "Training")
        expect(page.get_by_role("heading", name="Can a net learn the table by itself?")).to_be_visible()
        stand_still(page)
        python_answers(page)
        ours, pythons = page.locator(".live").first.evaluate("({ state: S }) => [S.run.loss[50], S.now.numbers.loss]")
        assert ours == pytest.approx(pythons, abs=1e-9)


def files_under(*folders):
    """Every file of some folders, with its size and time."""
    found = {}
    for folder in folders:
        for path in Path(folder).rglob("*"):
            try:
                if path.is_file() and not path.is_symlink():
                    found[path] = (path.stat().st_size, path.stat().st_mtime_ns)
            except OSError:
                continue
    return found


@pytest.mark.slow
def test_no_other_visitor_no_log_and_no_file_has_a_word_of_an_own_list(browser, tmp_path):
    folders = {name: tmp_path / name for name in ("TMPDIR", "XDG_CACHE_HOME", "HOME")}
    for folder in folders.values():
        folder.mkdir()
    settings = {name: str(folder) for name, folder in folders.items()} | {"BIGRAM_LAB_LOG": "1"}
    ours = [ROOT / name for name in ("pages", "analysis", "data", ".streamlit")]
    before, log = files_under(*ours), tmp_path / "log"
    with log.open("wb") as said, served(environment=settings, log=said) as (url, _), browser.new_context() as mine:
        page = mine.new_page()
        use_list(page, url)
        for name in ("Words", "Likelihood", "Smoothing", "Training", "Baselines"):
            follow(page, name)
            stand_still(page)
        follow(page, "Your own list")
        page.get_by_role("tab", name="Open a file").click()
        page.locator("input[type=file]").set_input_files(
            [{"name": f"{SECRET}.gz", "mimeType": "text/plain", "buffer": WORDS.encode()}]
        )
        expect(page.get_by_text("is not packed that way")).to_be_visible()
        with browser.new_context() as others:
            other = others.new_page()
            for path in ("words", "likelihood?corpus=own", "own_list", "smoothing?corpus=own&table=broken"):
                other.goto(f"{url}/{path}")
                expect(other.get_by_role("button", name="Reset")).to_be_visible()
                expect(box(other)).to_have_text(re.compile("names.txt, from the lecture"))
                assert SECRET not in other.content()
        assert SECRET in page.content()
    assert '"event": "came"' in log.read_text()
    written = [log, *files_under(*folders.values())]
    assert [path.name for path in written if SECRET.encode() in path.read_bytes()] == []
    changed = [path for path, stamp in files_under(*ours).items() if before.get(path) != stamp]
    assert [path for path in changed if SECRET.encode() in path.read_bytes()] == []


def test_where_a_short_list_leaves_nothing_to_guess_all_is_shown(dashboard, page):
    use_list(page, dashboard, "ana\nbo")  # no dev word
    follow(page, "Smoothing")
    curves, guess = page.locator("section.curves"), page.locator(".guess")
    expect(curves).to_be_visible()
    expect(page.locator(".learned")).to_be_visible()
    choose(page, "lecture")
    expect(guess.locator("form")).to_be_visible()
    expect(curves).to_be_hidden()
    guess.locator(".show").click()
    page.go_back()
    expect(guess.locator(".result")).to_have_count(0)
    expect(curves).to_be_visible()
    choose(page, "lecture")
    expect(guess.locator(".result")).to_be_visible()
    expect(curves).to_be_visible()
