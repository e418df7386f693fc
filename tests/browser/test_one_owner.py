"""The browser owns a number while a hand is on it: over slow lines, cut lines, and to a server that has forgotten."""

import random
import re
import time

import pytest
from playwright.sync_api import expect

from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import smoothed_probs, smoothing_effect
from analysis.counts.tables import load_tables
from analysis.samples.names import sample_words
from analysis.settings import SEED
from analysis.streams import open_stream
from analysis.views.slider import SMOOTHING_SCALE
from pages.components.live.sync.shared_state import for_json
from tests.browser.conftest import serve_dashboard, stand_still
from tests.browser.line import Line
from tests.browser.test_live_table import wait_for_link

NAMES = load_tables("names")
SLIDER, DRAW = ".live input[type=range]", "input[type=range][aria-label=Draw]"


def port_of(url):
    return int(url.rsplit(":", 1)[1])


@pytest.fixture(scope="module")
def one_line():
    """One line for all tests: at one address, what Streamlit's page is made of is fetched over it once."""
    with Line() as line:
        yield line


@pytest.fixture
def line(one_line, dashboard):
    """A line to the dashboard, whole and without delay: visit `line.url`."""
    one_line.server, one_line.delay = port_of(dashboard), 0.0
    one_line.mend()
    return one_line


@pytest.fixture(scope="module")
def another():
    """Another server of the same dashboard, which knows none of the sessions of the first."""
    with serve_dashboard() as url:
        yield url


@pytest.fixture
def connections(page):
    """The addresses of the websockets that the page has opened, one after the other."""
    opened = []

    def listen(websocket):
        opened.append(websocket.url)

    page.on("websocket", listen)
    yield opened
    page.remove_listener("websocket", listen)


def open_page(page, url):
    """As `visit_url` does, but a line that breaks may say so in the console."""
    page.set_default_timeout(15_000)
    page.goto(url)
    stand_still(page)


def nll_text(smoothing):
    return f"{mean_nll(NAMES.all, smoothed_probs(NAMES.all, smoothing)):.4f}"


def number(text):
    """The first number of a text: 7.25 of "7.25 fake counts per cell"."""
    return float(re.search(r"[\d.e+-]+", text.replace(",", ""))[0])


def linked(page, key, default):
    """What the address says of a setting."""
    found = re.search(rf"[?&]{key}=([^&]*)", page.url)
    return number(found[1]) if found else default


def smoothing_shown(page):
    """The smoothing in each place that shows it; the numbers say of which of these they are, by their nll."""
    slider = number(page.locator(f"{SLIDER}[aria-valuetext]").get_attribute("aria-valuetext"))
    box = box_says(page, "smoothing")
    address, numbers = linked(page, "smoothing", 1.0), " ".join(page.locator(".numbers").all_inner_texts())
    told = next((value for value in (slider, box, address) if nll_text(value) in numbers), numbers)
    return {"slider": slider, "box": box, "address": address, "numbers": told}


def draw_shown(page):
    """The draw in each place of the page Sampling that shows it."""
    words = page.get_by_text(re.compile(r"^Draw \d+, after")).first.inner_text()
    slider = float(page.locator(DRAW).evaluate("(slider) => slider.value"))
    return {
        "slider": slider,
        "box": box_says(page, "draw"),
        "address": linked(page, "draw", 1.0),
        "words": number(words),
    }


def box_says(page, key):
    return number(page.locator(f".st-key-{key} input").input_value())


def type_into_box(page, key, value):
    box = page.locator(f".st-key-{key} input")
    box.fill(str(value))
    box.press("Enter")


def all_say(page, value=None, shown=smoothing_shown, steady=1.0):
    """Wait until every place says the same, `value` if it is given, and goes on to say so for `steady` seconds."""
    seen, since = None, time.monotonic()
    for _ in range(100):  # some ten seconds
        before, seen = seen, shown(page)
        wanted = set(seen.values()) == {next(iter(seen.values())) if value is None else value}
        if not wanted or seen != before:
            since = time.monotonic()
        if time.monotonic() - since > steady:
            return
        page.wait_for_timeout(100)
    pytest.fail(f"after 10 s: {seen}, expected {'one value' if value is None else value}")


def grip(page, slider=SLIDER):
    """Where the slider is: a function from a share of its width to a point (its thumb is 18 pixels wide)."""
    page.locator(slider).scroll_into_view_if_needed()
    box = page.locator(slider).bounding_box()
    return lambda share: (box["x"] + 9 + (box["width"] - 18) * share, box["y"] + box["height"] / 2)


def at_smoothing(page, smoothing):
    """Where the thumb stands at a smoothing."""
    return grip(page)(round(SMOOTHING_SCALE.position(smoothing)) / SMOOTHING_SCALE.last)


def drag(page, start, end, steps=10):
    """Take the thumb, move it, and let go."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=steps)
    page.mouse.up()


def no_release_is_under_way(page):
    """Wait until Python has answered whatever was released."""
    page.wait_for_function("() => [...bigramLabOwned.values()].every(({ held, pending }) => !held && !pending)")


def test_over_a_slow_line_every_slow_key_counts(line, visit_url):
    page = visit_url(f"{line.url}/smoothing?smoothing=20")
    line.delay = 0.06
    dice = random.Random(0)
    page.locator(SLIDER).focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(dice.uniform(250, 420))
    all_say(page, SMOOTHING_SCALE.at(round(SMOOTHING_SCALE.position(20)) + 12))


@pytest.mark.slow
def test_over_a_slow_line_of_two_releases_the_second_stays_and_so_does_a_click_beside_one(line, visit_url, page):
    page.set_viewport_size({"width": 1280, "height": 1400})  # slider and table in sight at once
    visit_url(f"{line.url}/smoothing?smoothing=20")

    # a second release before the echo of the first is the one that stays
    line.delay = 0.3
    page.locator(SLIDER).evaluate("""(slider) => {
        const seen = window.seen = [+slider.value];
        const look = () => (seen.at(-1) !== +slider.value && seen.push(+slider.value), requestAnimationFrame(look));
        look();
    }""")
    first, second = at_smoothing(page, 20), at_smoothing(page, 100)
    drag(page, first, second)
    drag(page, second, first)  # back to where it was: data from before the first release look like the second's echo
    no_release_is_under_way(page)
    all_say(page, 20)
    seen = page.evaluate("seen")
    peak = seen.index(max(seen))
    assert max(seen) > 200
    assert seen == sorted(seen[:peak]) + sorted(seen[peak:], reverse=True)  # up once and down once: never back up

    # a row clicked before the echo of a release is kept, and so is the release
    table = page.locator(".live .table")
    start, end, canvas = at_smoothing(page, 20), at_smoothing(page, 100), table.bounding_box()
    drag(page, start, end)
    page.mouse.click(canvas["x"] + 9, canvas["y"] + 18 + (canvas["height"] - 22) * (5.5 / 27))  # the label of row 5
    page.mouse.move(*end)
    all_say(page, 100)
    expect(page.locator(".st-key-row input")).to_have_value("e")
    assert "row=e" in page.url
    shown = table.evaluate("(canvas) => canvas.toDataURL()")
    line.delay = 0.0
    page.reload()
    all_say(page, 100)
    assert table.evaluate("(canvas) => canvas.toDataURL()") == shown


@pytest.mark.slow
def test_back_during_a_drag_leaves_everything_of_one_value(line, visit_url):
    page = visit_url(line.url)
    for before in ("another page", "another value"):
        line.delay = 0.0
        page.get_by_test_id("stSidebarNavLink").filter(has_text="Smoothing").click()
        expect(page.get_by_role("heading", name="What do fake counts do?")).to_be_visible()
        stand_still(page)
        at = grip(page)
        if before == "another value":
            drag(page, at(0.2), at(0.6))
            wait_for_link(page, "smoothing", SMOOTHING_SCALE.at(int(page.locator(SLIDER).input_value())))
            no_release_is_under_way(page)
        line.delay = 0.15
        page.mouse.move(*at(0.6))
        page.mouse.down()
        page.mouse.move(*at(0.8), steps=10)
        page.go_back()
        page.mouse.move(*at(0.9), steps=10)
        page.mouse.up()
        all_say(page)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert ("/smoothing" in page.url) == (before == "another value")


FORGED = ["banana", None, [], {}, float("nan"), 1e400, -5, {"at": "x"}, list(range(1000))]


@pytest.mark.slow
def test_a_cancelled_press_means_nothing_and_a_drag_is_one_message(visit, page, sent):
    visit("smoothing?smoothing=20")

    # a press that follows at once waits for its own release, and one that is cancelled meant nothing
    pressed, cancelled = page.locator(".live").evaluate("""async ({ state: S }) => {
        const fire = (kind) => S.slider.dispatchEvent(new PointerEvent(kind));
        const said = () => [S.owned.held, S.owned.version, S.owned.values.smoothing];
        const drag = (position) => (fire("pointerdown"), (S.slider.value = position), S.slider.oninput());
        drag(100);
        fire("pointerup"); // its release is looked for a moment later,
        drag(110); // when the next press has come already
        await new Promise((next) => setTimeout(next, 100));
        const pressed = said();
        fire("pointercancel");
        return [pressed, said()];
    }""")
    assert pressed == [True, 0, SMOOTHING_SCALE.at(110)]
    assert cancelled == [False, 0, 20]
    all_say(page, 20)

    # nothing is sent while the slider moves, and one message on release
    at = grip(page)
    page.mouse.move(*at_smoothing(page, 20))
    page.wait_for_timeout(300)
    before = len(sent)
    assert before > 0
    page.mouse.down()
    for step in range(20):
        page.mouse.move(*at(0.5 + 0.02 * step))
        page.wait_for_timeout(50)
    moving = len(sent) - before
    page.mouse.up()
    page.wait_for_timeout(1000)
    assert (moving, len(sent) - before - moving) == (0, 1)


@pytest.mark.slow
def test_forged_messages_do_no_harm_and_are_refused_in_one_line(visit, page):
    visit("smoothing?smoothing=20")
    forge = "(live, [version, values]) => live.state.owned.send({ version, values })"
    for value in FORGED:
        for release in (
            [1, value],
            [value, {"smoothing": 5, "row": 3, "draw": 2}],
            [1, {"smoothing": value, "row": value}],
        ):
            page.locator(".live").evaluate(forge, release)
        page.locator(".live").evaluate("(live, value) => live.state.owned.send(value)", value)
        page.wait_for_timeout(300)
        expect(page.get_by_test_id("stException")).to_have_count(0)
    page.locator(".live").evaluate(forge, [1000, {"smoothing": -5, "row": 3, "draw": -5}])
    refused = page.get_by_text("got -5: what was there before stays")
    expect(refused).to_be_visible()
    type_into_box(page, "smoothing", 33)
    expect(page.locator(".st-key-smoothing input")).to_have_value("33")
    page.wait_for_url("**/smoothing?smoothing=33*")
    expect(refused).to_have_count(0)


def connect_again(page, line, connections):
    """Mend the line and wait until the page has come back over it. (The server then says nothing by itself.)"""
    before, deadline = len(connections), time.monotonic() + 40  # between two tries the page waits longer and longer
    line.mend()
    while len(connections) == before:
        assert time.monotonic() < deadline, "the page did not connect again"
        page.wait_for_timeout(100)
    expect(page.get_by_test_id("stDialog")).to_have_count(0)
    expect(page.locator(".st-key-row input")).to_be_enabled(timeout=15_000)  # while there is no server, no box is


@pytest.mark.slow
def test_after_a_restart_and_after_releases_while_the_line_is_cut_everything_is_of_one_value(
    line, dashboard, another, page, connections
):
    open_page(page, f"{line.url}/smoothing?smoothing=5&row=e")
    line.cut()
    line.server = port_of(another)  # at the same address there is now a server that has never heard of this page
    connect_again(page, line, connections)
    at = grip(page)
    drag(page, at(0.4), at(0.6))
    all_say(page)
    type_into_box(page, "smoothing", 33)
    all_say(page, 33)
    for server, typed in ((another, 50), (dashboard, 20)):  # the session is kept; it is lost
        start, end = at_smoothing(page, 33 if server == another else 50), at_smoothing(page, 1000)
        line.cut()
        drag(page, start, end)
        line.server = port_of(server)
        connect_again(page, line, connections)
        all_say(page)
        type_into_box(page, "smoothing", typed)
        all_say(page, typed)


@pytest.mark.slow
def test_after_a_restart_of_the_server_the_draw_is_one_value(line, another, page, connections):
    open_page(page, f"{line.url}/sampling?draw=5")
    line.cut()
    line.server = port_of(another)
    connect_again(page, line, connections)
    at = grip(page, DRAW)
    drag(page, at(0.4), at(0.6))
    all_say(page, shown=draw_shown)
    type_into_box(page, "draw", 33)
    all_say(page, 33, draw_shown)


@pytest.mark.slow
def test_after_a_restart_of_the_server_the_bigram_table_and_its_box_are_of_one_row(line, another, page, connections):
    open_page(page, f"{line.url}/bigrams?row=q")
    line.cut()
    line.server = port_of(another)
    connect_again(page, line, connections)
    table, title = page.locator(".counts .table"), page.locator(".counts .title")
    for key in ("ArrowUp", "ArrowUp", "Enter"):  # the first press points at the chosen row
        table.press(key)
    expect(page.locator(".st-key-row input")).to_have_value("p")
    expect(title).to_contain_text("After “p”")
    page.wait_for_url("**/bigrams?row=p")
    page.locator(".st-key-row input").click()
    page.keyboard.type("g")
    page.keyboard.press("Enter")
    expect(title).to_contain_text("After “g”")
    page.wait_for_url("**/bigrams?row=g")


def pythons_numbers(smoothing):
    """What the page's own run of Python says of a smoothing."""
    effect, probs = smoothing_effect(NAMES, smoothing), smoothed_probs(NAMES.all, smoothing)
    names = sample_words(probs, NAMES.vocab, 5, open_stream("lecture", SEED.default))
    return for_json(effect._asdict() | {"names": names})


@pytest.mark.slow
def test_what_the_browser_shows_at_release_is_what_python_says_at_50_stops(visit):
    # every tenth stop is released to the server; the answer to the others, the same, comes from here at once
    page = visit("smoothing")
    dice = random.Random(7)
    positions = [dice.randrange(SMOOTHING_SCALE.last + 1) for _ in range(50)]
    answers = [pythons_numbers(SMOOTHING_SCALE.at(position)) for position in positions]
    shown = page.locator(".live").evaluate(
        """async (live, [positions, answers]) => {
            const S = live.state, text = (name) => live.querySelector(name).innerText;
            const said = () => text('.numbers') + text('.stream'), shown = [];
            const frame = () => new Promise(requestAnimationFrame);
            for (const [i, position] of positions.entries()) {
                S.slider.value = position;
                S.slider.oninput();
                await frame();
                await frame(); // texts follow at every second frame
                const moving = S.owned.held ? said() : 'nothing moved', { channel, owned } = S;
                if (i % 10) owned.send = null;
                S.slider.onchange();
                if (i % 10) {
                    const { version, session } = owned, values = { ...owned.values };
                    channel.data = { ...channel.data, numbers: answers[i], owned: { session, version, values } };
                    channel.hear();
                }
                while (owned.pending) await frame();
                await frame();
                shown.push([moving, said(), S.now.numbers]);
            }
            return shown;
        }""",
        [positions, answers],
    )
    for position, answer, (moving, at_rest, numbers) in zip(positions, answers, shown, strict=True):
        smoothing = SMOOTHING_SCALE.at(position)
        assert numbers == answer
        assert numbers["nll"] == mean_nll(NAMES.all, smoothed_probs(NAMES.all, smoothing))
        assert moving == at_rest
