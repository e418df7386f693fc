"""Counts and net in a real browser: both models and their names while a hand moves, the draw that parts two, pins."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from analysis.counts.smoothing import smoothed_probs
from analysis.net.comparison import matching_smoothing
from analysis.net.forward import initial_weights, net_probs
from analysis.net.training import train
from analysis.samples.twins import twin_names
from tests.browser.test_live_table import picture, state, wait_for_link
from tests.browser.test_training_page import hold

LECTURE = "comparison?smoothing=0&lam=0.01&epochs=300"
MOVING = ("tables [data-table=net] .cells", "tables [data-table=difference] .cells", "bars", "rows", "draw-net")


def net(names, epochs=200, lam=0.0, init="randn", seed=2147483647):
    run = train(names.all, initial_weights(init, 27, seed), epochs=epochs, learning_rate=50, lam=lam)
    return net_probs(run.weights)


def cards(page, n=10):
    """Both names of each pair, as they stand there."""
    expect(page.locator(".twins button")).to_have_count(n)
    return [tuple(card.split("\n")) for card in page.locator(".twins button").all_inner_texts()]


def test_the_lectures_names_stand_beside_the_nets_and_the_s_and_the_t_are_marked(visit):
    page = visit(LECTURE)
    expect(page.locator(".running.counts")).to_have_text(re.compile("^mor axx minaymoryles kondlaisah anchshizarie"))
    assert cards(page)[4] == ("anchshizarie", "anchthizarie")
    assert page.locator(".twins li").nth(4).locator("mark").all_inner_texts() == ["s", "t"]
    expect(page.locator(".said")).to_have_text(
        "Name 5, draw 5, after “h”, the same random numbers for both: the counted row gives “s”, the net's “t”."
    )


def test_the_published_names_of_a_gpu_stand_on_the_right(visit):
    page = visit("comparison?smoothing=0&init=cuda&stream=cuda&seed=2147483642")
    expect(page.locator(".running.net")).to_have_text(re.compile("^kana jallet aye jalia zia"))


@pytest.mark.parametrize("stream", ["lecture", "mkl", "cpu", "cuda"])
def test_twins_are_pythons_on_every_stream(stream, visit, names):
    page = visit(f"comparison?stream={stream}&n=40&smoothing=3&lam=0.1&init_seed=5&seed={2**40 + 1}")
    twins = twin_names(smoothed_probs(names.all, 3.0), net(names, lam=0.1, seed=5), names.vocab, 40, stream, 2**40 + 1)
    shown = [(one.rstrip("."), other.rstrip(".")) for one, other in cards(page, 40)]
    assert shown == [(twin.first or "(empty)", twin.second or "(empty)") for twin in twins]


@pytest.mark.parametrize(("name", "to"), [("smoothing", 0.8), ("lam", 0.7), ("epochs", 0.2), ("init_seed", 0.6)])
def test_a_drag_moves_both_sends_nothing_and_ends_with_pythons_numbers(name, to, visit, page):
    page.set_viewport_size({"width": 1280, "height": 2600})  # what is out of sight is not painted
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(len(data))))
    visit("comparison?smoothing=0")
    before, names = {part: picture(page, part) for part in MOVING}, cards(page)
    sent.clear()
    hold(page, name, 0.5, 0.9, to)
    changed = [part for part, pixels in before.items() if picture(page, part) != pixels]
    assert set(MOVING) - {"rows", "draw-net", "bars"} - set(changed) <= ({MOVING[0]} if name == "smoothing" else set())
    assert cards(page) != names
    assert sent == []
    page.wait_for_timeout(400)  # a net on its way has come
    moving = page.locator(".scores").inner_text()
    page.mouse.up()
    wait_for_link(page, name, state(page, "owned")["values"][name])
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')")
    assert page.locator(".scores").inner_text() == moving


def test_match_sets_the_smoothing_that_is_nearest_to_the_net(visit, names):
    page = visit("comparison?lam=0.01&epochs=2000")
    page.locator(".to-net").click()
    nearest = matching_smoothing(names.all, net(names, epochs=2000, lam=0.01)).smoothing
    wait_for_link(page, "smoothing", float(f"{nearest:.5g}"))
    page.locator(".to-counts").click()
    page.wait_for_url(re.compile("lam="))
    assert 0.005 < state(page, "owned")["values"]["lam"] < 0.02


def test_a_click_on_a_pair_opens_its_draw(visit):
    page = visit(LECTURE)
    before = picture(page, "draw-net")
    page.locator(".twins button").first.click()
    expect(page.locator(".said")).to_contain_text("Name 1, draw 4, after “r”")
    expect(page.locator(".said")).to_contain_text("the names are the same to the end")
    assert picture(page, "draw-net") != before


def test_a_link_with_two_pins_opens_just_as_it_was(visit, page, dashboard, browser):
    visit("comparison?lam=0.01")
    page.get_by_role("button", name="Pin this view as A").click()
    page.wait_for_url(re.compile("pins="))
    page.locator("#smoothing").press("End")
    wait_for_link(page, "smoothing", 1000000)
    page.get_by_role("button", name="Pin this view as B").click()
    expect(page.get_by_role("button", name="Unpin B")).to_be_visible()
    with browser.new_context() as fresh:
        other = fresh.new_page()
        other.goto(page.url)
        expect(other.get_by_role("button", name="Unpin B")).to_be_visible()
        texts = [one.get_by_role("textbox", name="Pinned runs, as text").input_value() for one in (page, other)]
        assert texts == ["--smoothing 1 --lam 0.01; --smoothing 1000000 --lam 0.01"] * 2
        expect(other.locator(".running.net")).to_have_text(page.locator(".running.net").inner_text())


def test_a_word_is_scored_by_both_letter_by_letter(visit):
    page = visit("comparison?word=andrejq&smoothing=0")
    shown = page.locator(".words table").inner_text()
    assert re.search(r"jq\s+0\.0000\s+0\.0038", shown)
    assert re.search(r"mean nll\s+∞\s+\d\.\d{4}", shown)


def test_a_pin_that_was_tampered_with_is_told_and_the_rest_stands(visit):
    page = visit("comparison?pins=" + quote("--lam 0.01; --tea 1"))
    expect(page.get_by_role("button", name="Unpin A")).to_be_visible()
    expect(page.get_by_text("pin 2: an option must be one of")).to_be_visible()
