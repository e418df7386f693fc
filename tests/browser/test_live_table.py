"""The live table in a real browser: what moves while dragging, what stands on release, and every way to move it."""

import re
import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from playwright.sync_api import expect

from analysis.counts.bigrams import count_bigrams
from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.table_text import encode_table
from analysis.views.slider import SMOOTHING_SCALE
from analysis.words.vocabulary import build_vocabulary
from tests.browser import ui
from tests.browser.accessibility import faults
from tests.browser.conftest import stand_still


def changed(page, name, before):
    """Wait until a canvas has other pixels than before."""
    page.wait_for_function(
        """([name, before]) => [...document.querySelectorAll('*')]
            .some((e) => e.shadowRoot?.querySelector(`.live .${name}`)?.toDataURL() !== before)""",
        arg=[name, before],
    )


def test_keys_marks_and_a_typed_number_move_the_slider_and_everything_with_it(visit):
    page = visit("smoothing")
    slider = page.locator(ui.SLIDER)
    for _ in range(5):
        slider.press("ArrowRight")
    ui.wait_for_link(page, "smoothing", SMOOTHING_SCALE.at(round(SMOOTHING_SCALE.position(1)) + 5))
    for key, smoothing in (("End", 1000000), ("Home", 0), ("ArrowRight", 0.001)):
        slider.press(key)
        ui.wait_for_link(page, "smoothing", smoothing)
    ui.mark(page, "smoothing", "1").click()
    page.wait_for_url("**/smoothing")  # the default is in no link
    slider.press("ArrowUp")
    ui.wait_for_link(page, "smoothing", 1.05)
    ui.mark(page, "smoothing", "1").click()
    page.wait_for_url("**/smoothing")
    slider.press("PageUp")  # most of a decade
    page.wait_for_url("**/smoothing?smoothing=*")
    assert 5 <= float(page.url.split("=")[1]) <= 10

    ui.mark(page, "smoothing", "5").click()
    ui.wait_for_link(page, "smoothing", 5)
    expect(ui.exact(page, "smoothing")).to_have_value("5")
    ui.mark(page, "smoothing", "5").click()
    page.wait_for_timeout(500)
    before = ui.picture(page, "cells")
    ui.type_exact(page, "smoothing", 7.25)  # counts, also after the same mark again
    expect(ui.exact(page, "smoothing")).to_have_value("7.25")
    ui.wait_for_link(page, "smoothing", 7.25)
    changed(page, "cells", before)


def test_a_link_opens_the_part_with_the_value_that_it_names(visit):
    page = visit("smoothing?seed=5")
    expect(ui.control(page, "seed").get_by_role("textbox")).to_have_value("5")
    expect(page.locator(".live .stream")).to_have_text(re.compile(r"\w+ \w+"))
    page = visit("smoothing?smoothing=5")
    expect(ui.control(page, "seed")).to_be_hidden()


@pytest.mark.slow
def test_whoever_leaves_after_a_key_or_while_the_animation_runs_comes_to_the_other_page(visit):
    page = visit("smoothing")
    other = page.get_by_role("heading", name="Which character follows which?")
    page.locator(ui.SLIDER).press("End")
    ui.follow(page, "Bigram")
    expect(other).to_be_visible()
    page.wait_for_timeout(700)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(other).to_be_visible()

    ui.follow(page, "Smoothing")
    expect(page.get_by_role("heading", name="What do fake counts do?")).to_be_visible()
    page.wait_for_timeout(500)
    ui.exact(page, "smoothing").fill("77")
    ui.follow(page, "Bigram")
    page.wait_for_timeout(700)
    expect(other).to_be_visible()

    ui.follow(page, "Smoothing")
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
    expect(page.locator(".names mark").first).to_be_visible()  # the letters that the smoothing has changed
    thumb = ui.grip(page)(260 / 410)[0]
    boxes = [page.locator(f".curve ~ .dot.{name}").bounding_box() for name in ("train", "dev")]
    assert [box["x"] + box["width"] / 2 for box in boxes] == pytest.approx([thumb, thumb], abs=1)
    page.mouse.move(*ui.place(page, "live", "table", 13, 1))
    # (2,590 + 1,000) / (6,642 + 27 * 1,000) = 3,590 / 33,642 = 0.106712
    expect(page.locator(".tip")).to_have_text("ma: counted 2,590 times, P(a | m) = 0.106712")
    page.mouse.click(*ui.place(page, "live", "table", 17, -0.8))  # its label
    ui.wait_for_link(page, "row", "q")
    expect(page.locator(".title")).to_have_text("After “q”")
    expect(page.get_by_label("Row: the character before").locator("option:checked")).to_have_text("q")


def test_on_a_phone_nothing_overflows_or_jumps_a_finger_drags_the_slider_and_one_that_scrolls_does_not(
    visit, page, finger
):
    page.set_viewport_size({"width": 360, "height": 780})
    visit("smoothing")
    assert ui.fits(page)
    live = page.locator(".live").bounding_box()
    for name in ("curve", "table", "bars"):
        box = page.locator(f".live .{name}").bounding_box()
        assert box is None or box["x"] + box["width"] <= live["x"] + live["width"] + 1

    x, y = ui.grip(page)(0.6)
    finger(*((x, y - 20 * step) for step in range(10)))
    page.wait_for_timeout(700)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") > 50
    expect(ui.exact(page, "smoothing")).to_have_value("1")
    assert "smoothing=" not in page.url
    at = ui.grip(page)
    finger(*(at(share) for share in (110 / 410, 0.4, 0.5, 310 / 410)))
    page.wait_for_url("**/smoothing?smoothing=*")
    assert 5000 <= float(page.url.split("=")[1]) <= 20000

    assert ui.stands_still(page)


def test_in_a_window_that_is_made_lower_the_cells_are_where_they_are_seen(visit, page):
    page.set_viewport_size({"width": 1280, "height": 1000})
    table = visit("smoothing").locator("canvas.table")
    wide = table.bounding_box()["width"]
    page.set_viewport_size({"width": 1280, "height": 640})
    stand_still(page)
    assert table.bounding_box()["width"] < wide
    assert ui.state(page, "at")["width"] == pytest.approx(table.bounding_box()["width"], abs=0.5)


def test_two_tabs_at_once_do_not_move_each_other(visit, context, dashboard, names):
    first = visit("smoothing?smoothing=5")
    second = context.new_page()
    second.goto(f"{dashboard}/smoothing?smoothing=100")
    expect(ui.exact(second, "smoothing")).to_have_value("100")
    for tab, stop in ((first, "10"), (second, "1k"), (first, "0.1")):
        ui.mark(tab, "smoothing", stop).click()
    ui.wait_for_link(first, "smoothing", 0.1)
    ui.wait_for_link(second, "smoothing", 1000)
    second.wait_for_timeout(500)
    for tab, smoothing in ((first, 0.1), (second, 1000.0)):
        expect(ui.exact(tab, "smoothing")).to_have_value(f"{smoothing:g}")
        expect(tab.locator(".numbers").first).to_contain_text(
            f"{mean_nll(names.all, smoothed_probs(names.all, smoothing)):.4f}"
        )


@pytest.mark.slow
def test_the_table_is_saved_as_it_is_shown_and_animate_runs_to_a_million_and_leaves_everything_as_it_was(
    visit, names, tmp_path
):
    page = visit("smoothing?smoothing=5")
    with page.expect_download() as saved:
        page.get_by_role("button", name="numbers (CSV)").click()
    saved.value.save_as(tmp_path / saved.value.suggested_filename)
    frame = pd.read_csv(tmp_path / "bigrams-smoothing-5.csv")
    assert frame["count"].tolist() == names.all.flatten().tolist()
    assert frame["prob"].tolist() == pytest.approx(smoothed_probs(names.all, 5.0).flatten().tolist(), abs=1e-12)
    with page.expect_download() as saved:
        page.get_by_role("button", name="picture (PNG)").click()
    assert saved.value.suggested_filename == "bigrams-smoothing-5.png"
    saved.value.save_as(tmp_path / "picture.png")
    assert (tmp_path / "picture.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    with page.expect_download() as saved:
        page.get_by_role("button", name="picture (SVG)").click()
    assert saved.value.suggested_filename == "bigrams-smoothing-5.svg"
    svg = ET.parse(saved.value.path()).getroot()
    texts = [part.text for part in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[0].startswith("Bigram Lab, smoothing (fake counts per cell) 5: http")
    assert [texts.count(letter) for letter in "aqz"] == [3, 3, 3]  # at the rows, at the columns, under the bars
    assert not list(svg.iter("{http://www.w3.org/2000/svg}image"))  # all is drawn again, in sharp parts

    animate = page.locator(".animate")
    animate.click()
    while page.evaluate("bigramLabStates.get('smoothing').values.smoothing") < 10_000:
        page.wait_for_timeout(100)
    animate.click()
    expect(animate).to_have_text("Animate")
    expect(ui.exact(page, "smoothing")).to_have_value("5")
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


OTHERS = {120: ["".join(chr(0x4E00 + 7 * i + j) for j in range(7)) for i in range(17)], 3: ["ava"]}


@pytest.mark.slow
@pytest.mark.parametrize("size", OTHERS)
def test_other_alphabets_draw_and_move(size, visit):
    vocab = build_vocabulary(OTHERS[size])
    page = visit(f"smoothing?corpus=own&table={encode_table(vocab, count_bigrams(OTHERS[size], vocab))}")
    assert ui.state(page, "size") == size
    before = ui.picture(page, "cells")
    page.locator(ui.SLIDER).press("End")
    expect(ui.exact(page, "smoothing")).to_have_value("1000000")
    changed(page, "cells", before)
    ui.python_answers(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert ui.fits(page)


PLACES = """(live) => {
    const box = (name) => live.querySelector(name).getBoundingClientRect();
    const [frame, cells, strip, curve, dot] = [".table", ".cells", ".strip", ".curve", ".dot.train"].map(box);
    const share = (from, to) => (from - to.left) / to.width;
    return { painted: live.querySelector(".table").width, letters: live.state.at.left / live.state.at.width,
        cells: share(cells.left, frame), end: share(strip.right, frame), shape: cells.width / cells.height,
        dot: share(dot.left + dot.width / 2, curve) };
}"""


def test_for_paper_the_pictures_are_painted_again_and_their_parts_keep_together_and_the_slider_stays_in_sight(visit):
    live = visit("smoothing").locator(".live")
    slider, curve = (live.locator(part).first.bounding_box() for part in (".control", ".curve"))
    assert slider["y"] + slider["height"] <= curve["y"]
    assert live.locator(".control").first.evaluate("(control) => getComputedStyle(control).position") == "sticky"
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


def test_a_box_a_slider_and_a_refusal_follow_the_value_however_it_is_set(visit):
    page = visit("smoothing?smoothing=1")
    box, slider = ui.exact(page, "smoothing"), ui.slider_of(page, "smoothing")
    box.press("End")
    page.keyboard.type("2")
    page.keyboard.press("Backspace")  # as before: the browser sees no change
    slider.press("ArrowRight")
    expect(box).not_to_have_value("1")
    expect(slider).to_have_attribute("aria-valuetext", re.compile(re.escape(box.input_value())))
    slider.fill("300")  # as a screen reader sets it: without a key or a pointer
    expect(box).to_have_value("6310")
    ui.wait_for_link(page, "smoothing", 6310)
    ui.type_exact(page, "smoothing", "abc")
    refusal = page.get_by_text("smoothing must be a number")
    expect(refusal).to_be_visible()
    ui.mark(page, "smoothing", "100").click()
    expect(refusal).to_have_count(0)


def test_what_was_typed_just_now_is_in_the_copied_link_and_stays_after_an_animation(visit):
    page = visit("smoothing")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ui.exact(page, "smoothing").fill("7")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/smoothing?smoothing=7")
    ui.exact(page, "smoothing").fill("8")
    page.get_by_role("button", name="Animate").first.click()
    page.get_by_role("button", name="Stop").first.click()
    ui.wait_for_link(page, "smoothing", 8)
    expect(ui.exact(page, "smoothing")).to_have_value("8")
