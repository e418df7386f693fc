"""Counts and net in a real browser: both models and their names while a hand moves, the draw that parts two, pins."""

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

from analysis.counts.smoothing import smoothed_probs
from analysis.net.distance import matching_lam, matching_smoothing
from analysis.net.forward import initial_weights, net_probs
from analysis.net.training import train
from analysis.samples.paired import paired_samples
from tests.browser.ui import (
    control,
    exact,
    open_folds,
    picture,
    wait_for_link,
)

PINS = ["--smoothing 1 --lam 0.01", "--smoothing 1000000"]
LECTURE = "comparison?smoothing=0&lam=0.01&epochs=300&word=andrejq" + "".join(f"&pins={quote(pin)}" for pin in PINS)


def net(names, epochs=200, lam=0.0, init="randn", seed=2147483647):
    run = train(names.all, initial_weights(init, 27, seed), epochs=epochs, learning_rate=50, lam=lam)
    return net_probs(run.weights)


def cards(page, n=10):
    """Both names of each pair, as they stand there."""
    expect(page.locator(".cards button")).to_have_count(n)
    return [tuple(card.split("\n")) for card in page.locator(".cards button").all_inner_texts()]


def test_the_lectures_names_stand_beside_the_nets_a_click_opens_a_draw_and_each_model_can_match_the_other(visit, names):
    page = visit(LECTURE)
    open_folds(page)
    expect(page.locator(".running.counts")).to_have_text(re.compile("^mor axx minaymoryles kondlaisah anchshizarie"))
    assert cards(page)[4] == ("anchshizarie", "anchthizarie")
    assert page.locator(".cards li").nth(4).locator("mark").all_inner_texts() == ["s", "t"]
    expect(page.locator(".drawn")).to_have_text(
        "Draw 5 of name 5, after “h”, the same random numbers for both: the counted row gives “s”, the net's “t”."
    )
    scored = page.locator(".words table")  # a word is scored by both letter by letter
    expect(scored).to_contain_text(re.compile(r"jq\s+0\.0000\s+0\.00\d\d"), use_inner_text=True)
    expect(scored).to_have_text(re.compile(r"mean nll\s+∞\s+\d\.\d{4}"), use_inner_text=True)
    before = picture(page, "draw-net")
    page.locator(".cards button").first.click()
    expect(page.locator(".drawn")).to_contain_text("Draw 4 of name 1, after “r”")
    expect(page.locator(".drawn")).to_contain_text("the names are the same to the end")
    assert picture(page, "draw-net") != before

    # the smoothing that is nearest to the net, and then the λ whose best net is nearest to that table
    page.locator(".to-net").click()
    nearest = matching_smoothing(names.all, net(names, epochs=300, lam=0.01)).smoothing
    wait_for_link(page, "smoothing", float(f"{nearest:.5g}"))
    page.locator(".to-counts").click()
    lam = matching_lam(names.all, smoothed_probs(names.all, float(f"{nearest:.5g}"))).lam
    assert f"{lam:.3g}" != "0.01"
    wait_for_link(page, "lam", float(f"{lam:.3g}"))
    assert parse_qs(urlsplit(page.url).query)["pins"] == PINS  # the pinned runs stay in the link


@pytest.mark.slow
def test_twins_of_a_gpus_first_weights_are_pythons_on_every_stream(visit, names):
    page = visit(f"comparison?stream=cuda&init=cuda&n=40&smoothing=3&lam=0.1&init_seed=5&seed={2**40 + 1}")
    open_folds(page)
    models = smoothed_probs(names.all, 3.0), net(names, lam=0.1, init="cuda", seed=5)
    for stream in ("cuda", "cpu", "mkl", "lecture"):
        control(page, "stream").get_by_role("radio", name=stream).click()
        twins = paired_samples(*models, names.vocab, 40, stream, 2**40 + 1)
        pairs = [[re.escape(name or "(empty)") for name in (twin.first, twin.second)] for twin in twins]
        expected = [re.compile(rf"^{first}\.?\s{second}\.?$") for first, second in pairs]
        expect(page.locator(".cards button")).to_have_text(expected, use_inner_text=True)


def test_the_names_of_the_net_are_hidden_until_the_guess_and_the_lectures_ending_is_a_click_away(visit):
    page = visit("comparison", look=False)
    net = page.locator(".cards .net").first
    assert net.evaluate("(line) => getComputedStyle(line).fontSize") == "0px"
    expect(page.locator(".tally")).to_be_hidden()
    page.locator(".guess input").fill("3")
    page.locator(".guess input").press("Enter")
    expect(page.locator(".guess .result")).to_contain_text("5 names")
    expect(page.locator(".caption")).to_have_text(re.compile("^Epoch 200: 7 of 10 names are the same"))
    page.locator(".to-ending").click()
    wait_for_link(page, "epochs", 300)
    wait_for_link(page, "n", 5)
    expect(exact(page, "smoothing")).to_have_value("0")
    expect(page.locator(".caption")).to_have_text(re.compile("^Epoch 300: 5 of 5 names are exactly the same"))
    assert all(one.rstrip(".") == other.rstrip(".") for one, other in cards(page, 5))
