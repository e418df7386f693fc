"""The page Training in a real browser: the net retrained while a hand moves, and Python's numbers where it lets go."""

import re

import pytest
from playwright.sync_api import expect

from analysis.net.forward import initial_weights, net_probs
from analysis.net.optimum import summarize_run
from analysis.net.training import train
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from analysis.views.slider import EPOCHS_SCALE, LEARNING_RATE_SCALE
from tests.browser.accessibility import faults
from tests.browser.conftest import stand_still
from tests.browser.test_live_table import picture, state, wait_for_link
from tests.browser.test_one_owner import line, one_line

__all__ = ["line", "one_line"]  # fixtures
SEED = 2147483647
SCALES = {"epochs": EPOCHS_SCALE, "learning_rate": LEARNING_RATE_SCALE}
MOVING = ("curve", "left", "bars", "rows", "tables [data-table=net] .cells", "tables [data-table=weights] .cells")


def control(page, name):
    """The control of a value."""
    return page.locator(f".live [data-control={name}]")


def slider_of(page, name):
    """Its slider."""
    return control(page, name).locator("input[type=range]")


def grip(page, name):
    """Where a slider is: a function from a share of its width to a point."""
    slider = slider_of(page, name)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    return lambda share: (box["x"] + 9 + (box["width"] - 18) * share, box["y"] + box["height"] / 2)


def hold(page, name, *shares):
    """Press the mouse on a slider and move it to one share after the other; it stays down."""
    at = grip(page, name)
    page.mouse.move(*at(shares[0]))
    page.mouse.down()
    for share in shares[1:]:
        page.mouse.move(*at(share), steps=8)
    page.wait_for_timeout(200)


def shown(page):
    """The numbers over the picture: nll, loss, best nll, gap."""
    page.locator(".live .numbers dd", has_text=re.compile(r"\d")).first.wait_for()
    return [float(text.split()[0].replace("∞", "inf")) for text in page.locator(".live .numbers dd").all_inner_texts()]


def value_of(page, name):
    """The value of a control, as the browser has it."""
    return page.locator(".live").evaluate("({ state: S }, name) => S.page.values[name]", name)


def python_answers(page):
    """Wait until the numbers on the screen are Python's, of the values on the screen."""
    page.wait_for_function("""() => {
        const { page, now } = [...document.querySelectorAll('*')].map((e) => e.shadowRoot?.querySelector('.live'))
            .find(Boolean).state;
        return !page.moving && page.answered === page.version && now.run === page.run;
    }""")
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')")
    expect(page.get_by_text("So far: epoch")).to_have_count(0)
    page.wait_for_timeout(50)  # a frame


def pythons(counts, epochs=200, learning_rate=50.0, lam=0.0, seed=SEED, init="randn"):
    run = train(counts, initial_weights(init, 27, seed), epochs=epochs, learning_rate=learning_rate, lam=lam)
    told = summarize_run(run)
    return [round(told.nll, 4), round(told.loss, 4), round(told.best_nll, 4), round(told.gap, 6)], run


def drag_and_compare(page, sent, names, name, start, to, values):
    """Drag a slider: all moves, nothing is sent, and on release stand Python's numbers of `values` and the new one.

    `start` is where its thumb stands, `to` where it is let go, in shares of its width.
    """
    before, numbers, address = {part: picture(page, part) for part in MOVING}, shown(page), page.url
    sent.clear()
    hold(page, name, start, 0.9, to)
    expect(page.get_by_text("So far: epoch")).to_have_count(0)
    assert all(picture(page, part) != pixels for part, pixels in before.items()), name
    in_browser = shown(page)
    assert in_browser != numbers
    assert sent == []
    assert page.url == address
    page.mouse.up()
    value = value_of(page, name)
    wait_for_link(page, name, value)
    python_answers(page)
    values[name] = value
    expected, run = pythons(names.all, **values)
    assert shown(page) == expected == pytest.approx(in_browser, abs=1e-6)
    drawn = sample_words(net_probs(run.weights), names.vocab, 5, open_stream("lecture", SEED))
    expect(page.locator(".stream")).to_have_text(" ".join(word or "(empty)" for word in drawn))
    page.wait_for_timeout(300)  # what the page still says by itself does not count as sent by the next drag


@pytest.fixture
def tall(visit, page):
    """The page on a high screen: what is out of sight is not painted."""
    page.set_viewport_size({"width": 1280, "height": 2000})
    return visit("training")


def test_a_drag_of_lambda_retrains_sends_nothing_and_ends_with_pythons_numbers(tall, names, sent):
    drag_and_compare(tall, sent, names, "lam", 0, 0.5, {})


@pytest.mark.slow
def test_so_does_a_drag_of_each_other_slider(tall, names, sent):
    values = {}
    for name, default, to in (("epochs", 200, 0.3), ("learning_rate", 50, 0.4)):
        scale = SCALES[name]
        drag_and_compare(tall, sent, names, name, scale.position(default) / scale.last, to, values)


@pytest.mark.slow
def test_an_overflow_is_shown_up_to_its_last_number_and_what_comes_into_sight_or_is_clicked_is_of_now(visit, names):
    page = visit("training?lam=100")
    _, run = pythons(names.all, lam=100.0)
    expect(page.locator(".warning")).to_contain_text(f"Shown is epoch {len(run.loss)}, the last that is one.")
    assert "NaN" not in page.locator(".live").inner_text()
    slider_of(page, "lam").focus()
    page.keyboard.press("Home")
    expect(page.locator(".warning")).to_have_text("")
    page.wait_for_url("**/training")
    assert shown(page)[0] == 2.4623

    # what comes into sight is painted as it is by now
    before = picture(page, "tables [data-table=weights] .cells")
    slider_of(page, "epochs").press("Home")
    wait_for_link(page, "epochs", 0)
    page.locator("[data-table=weights]").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    assert picture(page, "tables [data-table=weights] .cells") != before

    # a click on a cell works it out and chooses its row
    control(page, "epochs").locator(".stops button", has_text=re.compile("^200$")).click()
    page.wait_for_url("**/training")
    at = state(page, "at")
    q, u = names.vocab.stoi["q"], names.vocab.stoi["u"]
    place = {"x": at["left"] + (u + 0.5) * at["cell"], "y": at["top"] + (q + 0.5) * at["cell"]}
    page.locator("[data-table=net] .table").click(position=place)
    wait_for_link(page, "row", "q")
    expect(page.locator(".arithmetic")).to_contain_text("After “q” comes “u”: W = 4.1955, e^W = 66.39, ")
    expect(page.locator(".arithmetic")).to_contain_text("counted 206 of 272 = 0.7574")
    expect(page.locator(".title")).to_have_text("After “q”")


@pytest.mark.slow
def test_other_words_and_first_weights_are_taken_at_once_and_the_next_seed_goes_on(visit, names):
    page = visit("training?learning_rate=0.1&epochs=4")
    first, third = page.locator(".live .numbers dd").first, page.locator(".live .numbers dd").nth(2)
    page.get_by_role("radio", name="emma").click()
    expect(first).to_contain_text("3.6892")
    page.get_by_role("radio", name="zeros").click()
    expect(third).to_contain_text("0.2773")
    expect(first).to_contain_text(re.compile(r"3\.2\d"))

    # epoch 0 is the net before it has learned anything
    page.get_by_role("radio", name="all names").click()
    slider_of(page, "epochs").press("Home")
    wait_for_link(page, "epochs", 0)
    python_answers(page)
    assert shown(page)[:2] == [3.2958, 3.2958]
    expect(page.locator(".arithmetic")).to_contain_text(
        "W = 0.0000, e^W = 1.000, divided by its row's sum 27.000 = 0.0370"
    )

    # after the last seed comes 0
    page.get_by_role("radio", name="randn").click()
    box = control(page, "seed").locator(".exact")
    box.fill(str(2**64 - 1))
    box.press("Enter")
    wait_for_link(page, "seed", 2**64 - 1)
    control(page, "seed").locator(".next").click()
    wait_for_link(page, "seed", 0)
    expected, _ = pythons(names.all, epochs=0, seed=0)
    expect(first).to_contain_text(f"{expected[0]:.4f}")
    expect(box).to_have_value("0")


@pytest.mark.slow
def test_axe_finds_no_fault_and_the_lecture_run_runs_while_play_replays_the_run_and_leaves_all_as_it_was(visit, page):
    page.emulate_media(reduced_motion="reduce")
    visit("training")
    assert faults(page) == []
    numbers = shown(page)
    twin = page.get_by_role("button", name="Run 10 epochs as the lecture does")
    twin.click()
    expect(twin).to_be_disabled()
    epochs = control(page, "epochs").locator(".exact")
    page.locator(".play").click()
    expect(epochs).to_have_value("0")
    expect(epochs).to_have_value("100")  # from mark to mark
    expect(page.locator(".play")).to_have_text("Play", timeout=10_000)
    assert (shown(page), "?" in page.url) == (numbers, False)
    expect(page.get_by_text("times as fast")).to_be_visible(timeout=60_000)
    times = page.locator("dl.numbers dd", has_text="times as fast").inner_text()
    assert int(times.split()[0].replace(",", "")) > 10


@pytest.mark.slow
def test_play_from_epoch_0_goes_to_the_epochs_that_the_page_begins_with(visit):
    page = visit("training?epochs=0")
    page.evaluate("""() => {
        const state = bigramLabStates.get("training"), seen = (window.seen = []);
        const look = () => {
            if (state.animation) seen.push(state.values.epochs);
            requestAnimationFrame(look);
        };
        look();
    }""")
    page.locator(".play").click()
    expect(page.locator(".play")).to_have_text("Stop")
    expect(page.locator(".play")).to_have_text("Play", timeout=20_000)
    epochs, seen = control(page, "epochs").locator(".exact"), page.evaluate("seen")
    assert seen == sorted(seen)
    assert max(seen) > 190
    expect(epochs).to_have_value("0")


@pytest.mark.slow
def test_lambda_dragged_while_the_line_is_cut_shows_one_run(line, page, names):
    page.set_viewport_size({"width": 1280, "height": 1400})
    page.goto(f"{line.url}/training")
    stand_still(page)
    for to in (0.45, 0.6, 0.3):
        line.cut()
        hold(page, "lam", 0, to)
        page.mouse.up()
        page.wait_for_timeout(1000)
        line.mend()
        expect(page.get_by_test_id("stDialog")).to_have_count(0, timeout=40_000)
        python_answers(page)
        expected, _ = pythons(names.all, lam=value_of(page, "lam"))
        assert shown(page) == expected
        run = page.locator(".live").evaluate("({ state: { run, work } }) => [run.loss[work.epoch], work.behind]")
        assert (round(run[0], 4), run[1]) == (expected[1], False)
