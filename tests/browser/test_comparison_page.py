"""Counts and net in a real browser: both models and their names while a hand moves, the draw that parts two, pins."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from analysis.counts.smoothing import smoothed_probs
from analysis.net.distance import matching_lam, matching_smoothing
from analysis.net.forward import initial_weights, net_probs
from analysis.net.training import train
from analysis.samples.paired import paired_samples
from tests.browser.conftest import leave
from tests.browser.test_live_table import picture, wait_for_link
from tests.browser.test_training_page import control, hold, python_answers, slider_of, value_of

LECTURE = "comparison?smoothing=0&lam=0.01&epochs=300"
MOVING = ("tables [data-table=net] .cells", "tables [data-table=difference] .cells", "bars", "rows", "draw-net")


def net(names, epochs=200, lam=0.0, init="randn", seed=2147483647):
    run = train(names.all, initial_weights(init, 27, seed), epochs=epochs, learning_rate=50, lam=lam)
    return net_probs(run.weights)


def cards(page, n=10):
    """Both names of each pair, as they stand there."""
    expect(page.locator(".cards button")).to_have_count(n)
    return [tuple(card.split("\n")) for card in page.locator(".cards button").all_inner_texts()]


def test_the_lectures_names_stand_beside_the_nets_a_click_opens_a_draw_and_each_model_can_match_the_other(visit, names):
    page = visit(LECTURE)
    expect(page.locator(".running.counts")).to_have_text(re.compile("^mor axx minaymoryles kondlaisah anchshizarie"))
    assert cards(page)[4] == ("anchshizarie", "anchthizarie")
    assert page.locator(".cards li").nth(4).locator("mark").all_inner_texts() == ["s", "t"]
    expect(page.locator(".said")).to_have_text(
        "Name 5, draw 5, after “h”, the same random numbers for both: the counted row gives “s”, the net's “t”."
    )
    before = picture(page, "draw-net")
    page.locator(".cards button").first.click()
    expect(page.locator(".said")).to_contain_text("Name 1, draw 4, after “r”")
    expect(page.locator(".said")).to_contain_text("the names are the same to the end")
    assert picture(page, "draw-net") != before

    # the smoothing that is nearest to the net, and then the λ whose best net is nearest to that table
    page.locator(".to-net").click()
    nearest = matching_smoothing(names.all, net(names, epochs=300, lam=0.01)).smoothing
    wait_for_link(page, "smoothing", float(f"{nearest:.5g}"))
    page.locator(".to-counts").click()
    lam = matching_lam(names.all, smoothed_probs(names.all, float(f"{nearest:.5g}"))).lam
    assert f"{lam:.3g}" != "0.01"
    wait_for_link(page, "lam", float(f"{lam:.3g}"))


@pytest.mark.slow
def test_twins_of_a_gpus_first_weights_are_pythons_on_every_stream(visit, names):
    page = visit(f"comparison?stream=cuda&init=cuda&n=40&smoothing=3&lam=0.1&init_seed=5&seed={2**40 + 1}")
    models = smoothed_probs(names.all, 3.0), net(names, lam=0.1, init="cuda", seed=5)
    for stream in ("cuda", "cpu", "mkl", "lecture"):
        control(page, "stream").get_by_role("radio", name=stream).click()
        twins = paired_samples(*models, names.vocab, 40, stream, 2**40 + 1)
        pairs = [[re.escape(name or "(empty)") for name in (twin.first, twin.second)] for twin in twins]
        expected = [re.compile(rf"^{first}\.?\s{second}\.?$") for first, second in pairs]
        expect(page.locator(".cards button")).to_have_text(expected, use_inner_text=True)


@pytest.mark.slow
def test_a_drag_of_each_slider_moves_both_sends_nothing_and_ends_with_pythons_numbers(visit, page, sent):
    page.set_viewport_size({"width": 1280, "height": 2600})  # what is out of sight is not painted
    visit("comparison?smoothing=0&word=andrejq")

    # a word is scored by both letter by letter
    scored = page.locator(".words table")
    expect(scored).to_contain_text("jq 0.0000 0.0038", use_inner_text=True)
    expect(scored).to_have_text(re.compile(r"mean nll\s+∞\s+\d\.\d{4}"), use_inner_text=True)

    for name, to in (("smoothing", 0.8), ("epochs", 0.2), ("learning_rate", 0.6), ("lam", 0.7)):
        before, names, address = {part: picture(page, part) for part in MOVING}, cards(page), page.url
        sent.clear()
        hold(page, name, 0.5, 0.9, to)
        changed = [part for part, pixels in before.items() if picture(page, part) != pixels]
        still = {MOVING[0]} if name == "smoothing" else set()
        assert set(MOVING) - {"rows", "draw-net", "bars"} - set(changed) <= still, name
        assert cards(page) != names
        assert (sent, page.url) == ([], address)
        page.wait_for_timeout(400)  # a net on its way has come
        moving = page.locator(".scores").inner_text()
        page.mouse.up()
        wait_for_link(page, name, value_of(page, name))
        python_answers(page)
        expect(page.locator(".scores")).to_have_text(moving, use_inner_text=True)
        page.wait_for_timeout(300)  # what the page still says by itself does not count as sent by the next drag


@pytest.mark.slow
def test_a_tampered_pin_is_told_and_a_link_with_two_pins_opens_just_as_it_was(visit, visit_url, page):
    visit("comparison?lam=0.01&pins=" + quote("--lam 0.01; --tea 1; end"))
    expect(page.get_by_text("pin 2: an option must be one of")).to_be_visible()
    pins = page.get_by_test_id("stMultiSelect")
    pins.get_by_role("button", name="Remove --lam 0.01; --tea 1; end").click()  # all runs of an older link
    expect(page.get_by_text("pin 2: an option must be one of")).to_have_count(0)
    page.get_by_role("button", name="Pin this view as A").click()
    expect(pins).to_contain_text("--smoothing 1 --lam 0.01")
    slider_of(page, "smoothing").press("End")
    wait_for_link(page, "smoothing", 1000000)
    page.get_by_role("button", name="Pin this view as B").click()
    page.wait_for_url(re.compile("pins=.*pins=.*1000000"))

    def shown():
        return pins.inner_text(), page.locator(".running.net").inner_text()

    expect(pins).to_contain_text("--smoothing 1000000 --lam 0.01")
    link, before = page.url, shown()
    leave(page)  # and come as somebody else
    visit_url(link)
    expect(pins).to_contain_text("--smoothing 1000000 --lam 0.01")
    assert shown() == before
