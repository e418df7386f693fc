"""The page Training in a real browser: the net retrained while a hand moves, and Python's numbers where it lets go."""

import re

import pytest
from playwright.sync_api import expect

from analysis.net.forward import initial_weights, net_probs
from analysis.net.optimum import summarize_run
from analysis.net.training import train
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from tests.browser import ui
from tests.browser.accessibility import faults
from tests.browser.conftest import stand_still
from tests.browser.test_one_owner import line, one_line

__all__ = ["line", "one_line"]  # fixtures
SEED = 2147483647


def shown(page):
    """The numbers behind *More measures*: nll, loss, best nll, gap."""
    ui.open_folds(page)
    page.locator(".live .numbers dd", has_text=re.compile(r"\d")).first.wait_for()
    return [float(text.split()[0].replace("∞", "inf")) for text in page.locator(".live .numbers dd").all_inner_texts()]


def pythons(counts, epochs=200, learning_rate=50.0, lam=0.0, seed=SEED, init="randn"):
    run = train(counts, initial_weights(init, 27, seed), epochs=epochs, learning_rate=learning_rate, lam=lam)
    told = summarize_run(run)
    return [round(told.nll, 4), round(told.loss, 4), round(told.best_nll, 4), round(told.gap, 6)], run


def test_what_is_in_a_closed_part_has_no_size_and_is_painted_when_it_opens(visit):
    page = visit("training")
    rows = page.locator("canvas.rows")
    assert rows.evaluate("(canvas) => [canvas.clientWidth, canvas.shows ?? null]") == [0, None]
    ui.open_folds(page)
    rows.scroll_into_view_if_needed()
    page.wait_for_function("(canvas) => canvas.clientWidth && canvas.shows", arg=rows.element_handle())


@pytest.mark.slow
def test_an_overflow_is_shown_up_to_its_last_number_and_what_comes_into_sight_or_is_clicked_is_of_now(visit, names):
    page = visit("training?lam=100")
    _, run = pythons(names.all, lam=100.0)
    expect(page.locator(".caption")).to_contain_text(f"You see epoch {len(run.loss)}, the last one before that.")
    assert "NaN" not in page.locator(".live").inner_text()
    ui.slider_of(page, "lam").focus()
    page.keyboard.press("Home")
    expect(page.locator(".caption")).to_have_text(re.compile("^Epoch 200: the nll is 2.4623 nats."))
    page.wait_for_url("**/training")
    assert shown(page)[0] == 2.4623
    drawn = sample_words(net_probs(pythons(names.all)[1].weights), names.vocab, 5, open_stream("lecture", SEED))
    expect(page.locator(".stream")).to_have_text(" ".join(word or "(empty)" for word in drawn))

    # what comes into sight is painted as it is by now
    before = ui.picture(page, "views [data-table=weights] .cells")
    ui.slider_of(page, "epochs").press("Home")
    ui.wait_for_link(page, "epochs", 0)
    page.locator("[data-table=weights]").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    assert ui.picture(page, "views [data-table=weights] .cells") != before

    # a click on a cell works it out and chooses its row
    ui.mark(page, "epochs", "200").click()
    page.wait_for_url("**/training")
    page.mouse.click(*ui.place(page, "live", "table", names.vocab.stoi["q"], names.vocab.stoi["u"]))
    ui.wait_for_link(page, "row", "q")
    expect(page.locator(".arithmetic")).to_contain_text("After “q” comes “u”: W = 4.1955, e^W = 66.39, ")
    expect(page.locator(".arithmetic")).to_contain_text("counted 206 of 272 = 0.7574")
    expect(page.locator(".title")).to_have_text("After “q”")


@pytest.mark.slow
def test_other_words_and_first_weights_are_taken_at_once_and_the_next_seed_goes_on(visit, names):
    page = visit("training?learning_rate=0.1&epochs=4")
    ui.open_folds(page)
    first, third = page.locator(".live .numbers dd").first, page.locator(".live .numbers dd").nth(2)
    page.get_by_role("radio", name="emma").click()
    expect(first).to_contain_text("3.6892")
    page.get_by_role("radio", name="zeros").click()
    expect(third).to_contain_text("0.2773")
    expect(first).to_contain_text(re.compile(r"3\.2\d"))

    # epoch 0 is the net before it has learned anything
    page.get_by_role("radio", name="all names").click()
    ui.slider_of(page, "epochs").press("Home")
    ui.wait_for_link(page, "epochs", 0)
    ui.python_answers(page)
    assert shown(page)[:2] == [3.2958, 3.2958]
    expect(page.locator(".arithmetic")).to_contain_text(
        "W = 0.0000, e^W = 1.000, divided by its row's sum 27.000 = 0.0370"
    )

    # after the last seed comes 0
    page.get_by_role("radio", name="randn").click()
    ui.type_exact(page, "seed", 2**64 - 1)
    ui.wait_for_link(page, "seed", 2**64 - 1)
    ui.control(page, "seed").locator(".next").click()
    ui.wait_for_link(page, "seed", 0)
    expected, _ = pythons(names.all, epochs=0, seed=0)
    expect(first).to_contain_text(f"{expected[0]:.4f}")
    expect(ui.exact(page, "seed")).to_have_value("0")


WATCH = """() => {
    const seen = (window.seen = []);
    const look = () => {
        const state = globalThis.bigramLabStates?.get("training");
        if (state?.animation) seen.push(state.values.epochs);
        requestAnimationFrame(look);
    };
    look();
}"""


@pytest.mark.slow
def test_axe_finds_no_fault_and_the_lecture_run_runs_while_play_replays_the_run_and_leaves_all_as_it_was(visit, page):
    page.emulate_media(reduced_motion="reduce")
    visit("training?one_by_one=true")
    ui.open_folds(page)
    assert faults(page) == []
    numbers = shown(page)
    twin = page.get_by_role("button", name="Run 10 epochs as the lecture does")
    twin.click()
    expect(twin).to_be_disabled()
    page.evaluate(WATCH)
    page.locator(".play").click()
    expect(page.locator(".play")).not_to_have_text("Play")
    expect(page.locator(".play")).to_have_text("Play")
    seen = list(dict.fromkeys(page.evaluate("seen")))
    assert (seen[0], seen[-1]) == (0, 2000)
    assert 100 in seen  # from mark to mark
    assert len(seen) < 12
    assert (shown(page), "epochs" in page.url) == (numbers, False)
    expect(page.get_by_text("times as fast")).to_be_visible(timeout=60_000)
    times = page.locator("dl.numbers dd", has_text="times as fast").inner_text()
    assert int(times.split()[0].replace(",", "")) > 10


def test_the_net_trains_itself_once_as_the_page_opens_and_nothing_is_sent(visit, page, sent):
    page.goto("about:blank")
    page.add_init_script(f"({WATCH})()")
    visit("training")
    seen = page.evaluate("seen")
    assert seen == sorted(seen)
    assert (min(seen) < 20, 150 < max(seen) <= 200) == (True, True)
    assert ui.exact(page, "epochs").input_value() == "200"
    assert "epochs" not in page.url
    expect(page.locator(".caption")).to_have_text(re.compile("^Epoch 200: the nll is 2.4623 nats."))
    releases = page.evaluate("bigramLabStates.get('training').version")
    assert releases == 0
    visit("training?epochs=200")
    assert page.evaluate("seen") == []


PAINTED = """(canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value) => value);
}"""


def test_the_counted_table_comes_with_the_guess_and_the_nets_has_its_letters_before(visit, page):
    visit("training?epochs=200", look=False)
    counted, net = (page.locator(f"[data-table={name}]") for name in ("counted", "net"))
    expect(counted).to_be_hidden()
    assert all(canvas.evaluate(PAINTED) for canvas in net.locator("canvas").all())
    page.locator(".guess .show").click()
    expect(counted).to_be_visible()
    stand_still(page)
    assert all(canvas.evaluate(PAINTED) for canvas in counted.locator("canvas").all())


@pytest.mark.slow
def test_play_from_epoch_0_goes_to_the_end_of_the_slider(visit):
    page = visit("training?epochs=0")
    page.evaluate(WATCH)
    page.locator(".play").click()
    expect(page.locator(".play")).to_have_text("Stop")
    expect(page.locator(".play")).to_have_text("Play", timeout=20_000)
    epochs, seen = ui.exact(page, "epochs"), page.evaluate("seen")
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0, 2000)
    expect(epochs).to_have_value("0")


@pytest.mark.slow
def test_words_that_were_never_counted_leave_their_rows_empty(visit, names):
    page = visit("training?only=emma&epochs=4&learning_rate=0.1&row=z")
    z, a = names.vocab.stoi["z"], names.vocab.stoi["a"]
    known = page.locator(".live").evaluate("({ state: S }) => [...S.known]")
    assert sum(known[27 * z : 27 * (z + 1)]) == 0
    assert sum(known[27 * a : 27 * (a + 1)]) == 1
    page.mouse.click(*ui.place(page, "live", "table", z, a))
    expect(page.locator(".arithmetic")).to_have_text(re.compile(r"Nothing was counted in this row\.$"))


@pytest.mark.slow
def test_lambda_dragged_while_the_line_is_cut_shows_one_run(line, page, names):
    page.set_viewport_size({"width": 1280, "height": 1400})
    page.goto(f"{line.url}/training")
    stand_still(page)
    page.locator(".guess .show").click()  # before the guess the numbers are hidden
    ui.open_folds(page)
    for to in (0.45, 0.3):
        line.cut()
        ui.hold(page, "lam", 0, to)
        page.mouse.up()
        page.wait_for_timeout(300)
        line.mend()
        expect(page.get_by_test_id("stDialog")).to_have_count(0, timeout=40_000)
        ui.python_answers(page)
        expected, _ = pythons(names.all, lam=ui.value_of(page, "lam"))
        assert shown(page) == expected
        run = page.locator(".live").evaluate("({ state: { run, work } }) => [run.loss[work.epoch], work.behind]")
        assert (round(run[0], 4), run[1]) == (expected[1], False)
