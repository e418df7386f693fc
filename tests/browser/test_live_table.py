"""The live table in a real browser: what moves while dragging, what stands on release, and every way to move it."""

import re

import pandas as pd
import pytest
from playwright.sync_api import expect

from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import smoothed_probs
from analysis.views.slider import SMOOTHING_SCALE
from tests.browser.accessibility import faults
from tests.browser.conftest import serve_alphabets

STATE = "(live, key) => JSON.parse(JSON.stringify(live.state[key]))"


def state(page, key):
    return page.locator(".live").evaluate(STATE, key)


def wait_for_link(page, key, value):
    """Wait until the address carries this number or text."""
    page.wait_for_function(
        """([key, value]) => {
            const got = new URL(location).searchParams.get(key);
            return got === value || (got && +got === +value);
        }""",
        arg=[key, str(value)],
    )


def box_of(page):
    """The box with the exact smoothing."""
    return page.get_by_label("Smoothing: exact value")


def nll_shown(page):
    return float(page.locator(".numbers dd").first.inner_text().split()[0])


def picture(page, name):
    """The pixels of one canvas."""
    return page.locator(f".live .{name}").evaluate("(canvas) => canvas.toDataURL()")


def grip(page):
    """Where the slider is: a function from a share of its width to a point."""
    page.locator(".live input[type=range]").scroll_into_view_if_needed()
    box = page.locator(".live input[type=range]").bounding_box()
    return lambda share: (box["x"] + 9 + (box["width"] - 18) * share, box["y"] + box["height"] / 2)


def changed(page, name, before):
    """Wait until a canvas has other pixels than before."""
    page.wait_for_function(
        """([name, before]) => [...document.querySelectorAll('*')]
            .some((e) => e.shadowRoot?.querySelector(`.live .${name}`)?.toDataURL() !== before)""",
        arg=[name, before],
    )


def mark(page, label):
    """One of the marks under the slider."""
    return page.locator(".stops button", has_text=re.compile(f"^{label}$"))


def page_link(page, title):
    return page.get_by_test_id("stSidebarNavLink").filter(has_text=title)


def test_everything_moves_while_the_slider_is_held_and_release_sets_box_link_and_numbers_with_one_history_entry(
    visit, names
):
    page = visit("smoothing")
    at, entries = grip(page), page.evaluate("history.length")
    before = {name: picture(page, name) for name in ("cells", "strip", "bars")}
    invented = page.locator(".names").inner_text()
    page.mouse.move(*at(110 / 410))
    page.mouse.down()
    page.mouse.move(*at(0.9), steps=5)
    expect(page.locator(".numbers").first).not_to_contain_text("2.4546")  # Python's numbers, while held
    assert all(picture(page, name) != pixels for name, pixels in before.items())
    assert page.locator(".names").inner_text() != invented
    assert page.locator(".names mark").count() > 0
    assert "?" not in page.url
    assert float(box_of(page).input_value()) > 1000  # the number follows the hand
    page.mouse.move(*at(210 / 410), steps=20)
    page.mouse.up()
    wait_for_link(page, "smoothing", 100)
    expect(box_of(page)).to_have_value("100")
    expect(page.locator(".numbers").first).to_contain_text("2.5375")
    page.wait_for_timeout(500)
    assert page.evaluate("history.length") == entries + 1
    assert nll_shown(page) == pytest.approx(mean_nll(names.all, smoothed_probs(names.all, 100.0)), abs=5e-5)
    page.go_back()
    expect(box_of(page)).to_have_value("1")
    expect(page.locator(".numbers").first).to_contain_text("2.4546")


def test_keys_marks_and_a_typed_number_move_the_slider_and_everything_with_it(visit):
    page = visit("smoothing")
    slider = page.locator(".live input[type=range]")
    for _ in range(5):
        slider.press("ArrowRight")
    wait_for_link(page, "smoothing", SMOOTHING_SCALE.at(round(SMOOTHING_SCALE.position(1)) + 5))
    for key, smoothing in (("End", 1000000), ("Home", 0), ("ArrowRight", 0.001)):
        slider.press(key)
        wait_for_link(page, "smoothing", smoothing)
    mark(page, "1").click()
    page.wait_for_url("**/smoothing")  # the default is in no link
    slider.press("ArrowUp")
    wait_for_link(page, "smoothing", 1.05)
    mark(page, "1").click()
    page.wait_for_url("**/smoothing")
    slider.press("PageUp")  # most of a decade
    page.wait_for_url("**/smoothing?smoothing=*")
    assert 5 <= float(page.url.split("=")[1]) <= 10

    mark(page, "5").click()
    wait_for_link(page, "smoothing", 5)
    expect(box_of(page)).to_have_value("5")
    mark(page, "5").click()
    page.wait_for_timeout(500)
    before = picture(page, "cells")
    box_of(page).fill("7.25")  # counts, also after the same mark again
    box_of(page).press("Enter")
    expect(box_of(page)).to_have_value("7.25")
    wait_for_link(page, "smoothing", 7.25)
    changed(page, "cells", before)


@pytest.mark.slow
def test_whoever_leaves_after_a_key_or_while_the_animation_runs_comes_to_the_other_page(visit):
    page = visit("smoothing")
    other = page.get_by_role("heading", name="Which character follows which?")
    page.locator(".live input[type=range]").press("End")
    page_link(page, "Bigram").click()
    expect(other).to_be_visible()
    page.wait_for_timeout(700)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(other).to_be_visible()

    page_link(page, "Smoothing").click()
    expect(page.get_by_role("heading", name="What do fake counts do?")).to_be_visible()
    page.wait_for_timeout(500)
    box_of(page).fill("77")
    page_link(page, "Bigram").click()
    page.wait_for_timeout(700)
    expect(other).to_be_visible()

    page_link(page, "Smoothing").click()
    expect(page.get_by_role("heading", name="What do fake counts do?")).to_be_visible()
    page.wait_for_timeout(500)
    page.locator(".animate").click()
    expect(page.locator(".animate")).to_have_text("Stop")
    page.wait_for_timeout(700)
    page.go_back()
    expect(other).to_be_visible()
    page.wait_for_timeout(700)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_the_dots_stand_over_the_thumb_a_cell_tells_its_numbers_a_click_chooses_its_row_and_axe_finds_no_fault(visit):
    page = visit("smoothing?smoothing=1000")
    assert faults(page) == []
    thumb = grip(page)(260 / 410)[0]
    boxes = [page.locator(f".dot.{name}").bounding_box() for name in ("train", "dev")]
    assert [box["x"] + box["width"] / 2 for box in boxes] == pytest.approx([thumb, thumb], abs=1)
    page.locator(".table").scroll_into_view_if_needed()
    box = page.locator(".table").bounding_box()
    cell = (box["height"] - 22) / 27  # 18 pixels of letters above, 4 below; as many to the left
    page.mouse.move(box["x"] + 18 + cell * 1.5, box["y"] + 18 + cell * 13.5)
    # (2,590 + 1,000) / (6,642 + 27 * 1,000) = 3,590 / 33,642 = 0.106712
    expect(page.locator(".tip")).to_have_text("ma: counted 2,590 times, P(a | m) = 0.106712")
    page.mouse.click(box["x"] + 9, box["y"] + 18 + cell * 17.5)  # the label of row 17
    wait_for_link(page, "row", "q")
    expect(page.locator(".title")).to_have_text("After “q”")
    expect(page.get_by_label("Row: the character before").locator("option:checked")).to_have_text("q")


def test_on_a_phone_nothing_overflows_or_jumps_a_finger_drags_the_slider_and_one_that_scrolls_does_not(
    visit, page, finger
):
    page.set_viewport_size({"width": 360, "height": 780})
    visit("smoothing")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 360
    live = page.locator(".live").bounding_box()
    for name in ("curve", "table", "bars"):
        box = page.locator(f".live .{name}").bounding_box()
        assert box is None or box["x"] + box["width"] <= live["x"] + live["width"] + 1

    x, y = grip(page)(0.6)
    finger(*((x, y - 20 * step) for step in range(10)))
    page.wait_for_timeout(700)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") > 50
    expect(box_of(page)).to_have_value("1")
    assert "smoothing=" not in page.url
    at = grip(page)
    finger(*(at(share) for share in (110 / 410, 0.4, 0.5, 310 / 410)))
    page.wait_for_url("**/smoothing?smoothing=*")
    assert 5000 <= float(page.url.split("=")[1]) <= 20000

    tops = page.locator(".live").evaluate("""async ({ state: S }) => {
        const tops = new Set(), slider = S.root.querySelector('input[type=range]');
        for (let position = 0; position <= 410; position += 10) {
            slider.value = position;
            slider.oninput();
            for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
            tops.add(`${slider.getBoundingClientRect().top} ${S.table.getBoundingClientRect().top}`);
        }
        slider.onpointercancel();
        return [...tops];
    }""")
    assert len(tops) == 1


def test_two_tabs_at_once_do_not_move_each_other(visit, context, dashboard, names):
    first = visit("smoothing?smoothing=5")
    second = context.new_page()
    second.goto(f"{dashboard}/smoothing?smoothing=100")
    expect(box_of(second)).to_have_value("100")
    for tab, stop in ((first, "10"), (second, "1k"), (first, "0.1")):
        mark(tab, stop).click()
    wait_for_link(first, "smoothing", 0.1)
    wait_for_link(second, "smoothing", 1000)
    second.wait_for_timeout(500)
    for tab, smoothing in ((first, 0.1), (second, 1000.0)):
        expect(box_of(tab)).to_have_value(f"{smoothing:g}")
        expect(tab.locator(".numbers").first).to_contain_text(
            f"{mean_nll(names.all, smoothed_probs(names.all, smoothing)):.4f}"
        )


@pytest.mark.slow
def test_the_table_is_saved_as_it_is_shown_and_animate_runs_to_a_million_and_leaves_everything_as_it_was(
    visit, names, tmp_path
):
    page = visit("smoothing?smoothing=5")
    with page.expect_download() as saved:
        page.get_by_role("button", name="table", exact=True).click()
    saved.value.save_as(tmp_path / saved.value.suggested_filename)
    frame = pd.read_csv(tmp_path / "bigrams-smoothing-5.csv")
    assert frame["count"].tolist() == names.all.flatten().tolist()
    assert frame["prob"].tolist() == pytest.approx(smoothed_probs(names.all, 5.0).flatten().tolist(), abs=1e-12)
    with page.expect_download() as saved:
        page.get_by_role("button", name="picture", exact=True).click()
    assert saved.value.suggested_filename == "bigrams-smoothing-5.png"
    saved.value.save_as(tmp_path / "picture.png")
    assert (tmp_path / "picture.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"

    animate = page.locator(".animate")
    animate.click()
    while page.evaluate("bigramLabStates.get('smoothing').values.smoothing") < 10_000:
        page.wait_for_timeout(100)
    animate.click()
    expect(animate).to_have_text("Animate")
    expect(box_of(page)).to_have_value("5")
    expect(page.locator(".numbers").first).to_contain_text("2.4577")
    assert page.url.endswith("smoothing?smoothing=5")

    page.emulate_media(reduced_motion="reduce")  # from mark to mark
    animate.click()
    seen = set()
    for _ in range(40):
        seen.add(page.evaluate("bigramLabStates.get('smoothing').values.smoothing"))
        if len(seen) == 4:
            break
        page.wait_for_timeout(100)
    animate.click()
    assert len(seen) >= 3
    assert seen <= set(SMOOTHING_SCALE.stops)


@pytest.fixture(scope="module")
def alphabets():
    """The address of a page with the live table over other lists of words."""
    with serve_alphabets() as url:
        yield url


@pytest.mark.slow
@pytest.mark.parametrize(("name", "size"), [("120", 120), ("one", 3)])
def test_other_alphabets_draw_and_move(name, size, alphabets, visit_url):
    page = visit_url(f"{alphabets}/?list={name}")
    assert state(page, "size") == size
    before = picture(page, "cells")
    page.locator(".live input[type=range]").press("End")
    expect(box_of(page)).to_have_value("1000000")
    changed(page, "cells", before)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 1280


PLACES = """(live) => {
    const box = (name) => live.querySelector(name).getBoundingClientRect();
    const [frame, cells, strip, curve, dot] = [".table", ".cells", ".strip", ".curve", ".dot.train"].map(box);
    const share = (from, to) => (from - to.left) / to.width;
    return { painted: live.querySelector(".table").width, letters: live.state.at.left / live.state.at.width,
        cells: share(cells.left, frame), end: share(strip.right, frame), shape: cells.width / cells.height,
        dot: share(dot.left + dot.width / 2, curve) };
}"""


def test_for_paper_the_pictures_are_painted_again_and_at_any_width_their_parts_keep_together(visit):
    live = visit("smoothing").locator(".live")
    wide = live.evaluate(PLACES)
    live.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    paper = live.evaluate(PLACES)
    live.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert paper["painted"] != wide["painted"] == live.evaluate(PLACES)["painted"]
    for places in (wide, paper):
        assert places["cells"] == pytest.approx(places["letters"], abs=0.002)
        assert places["end"] == pytest.approx(1, abs=0.005)
        assert places["shape"] == pytest.approx(1, abs=0.01)  # the cells are square
    assert paper["dot"] == pytest.approx(wide["dot"], abs=0.02)


def test_the_slider_covers_nothing_of_the_curve_below_it_and_stays_in_sight(visit):
    live = visit("smoothing").locator(".live")
    slider, curve = (live.locator(part).first.bounding_box() for part in (".control", ".curve"))
    assert slider["y"] + slider["height"] <= curve["y"]
    assert live.locator(".control").first.evaluate("(control) => getComputedStyle(control).position") == "sticky"
