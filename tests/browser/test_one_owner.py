"""On a live page the browser owns all values: over slow and cut lines, and to a server that has forgotten the tab."""

import itertools
import os
import random
import time
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect

from analysis.views.slider import SMOOTHING_SCALE
from pages.components.page_registry import PAGES
from tests.browser import ui
from tests.browser.conftest import serve_dashboard, stand_still
from tests.browser.line import Line
from tests.load.server import ROOT

GAPS = (20, 100, 300, 600)  # milliseconds between two things that a hand does
DELAYS = (0.3, 0.1, 0.0)  # seconds, each way
WHOLE = os.environ.get("PAIRS") == "all"  # every pair of controls, not one of each page; by hand, see CONTRIBUTING.md
LIVE = ["", "words", "smoothing", "likelihood", "sampling", "make_names", "bigrams", "forward"]
LIVE += ["training", "regularization", "comparison", "contexts", "ladder"]


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


STATE = """() => {
    const state = [...(globalThis.bigramLabStates ?? new Map()).values()].at(-1);
    if (!state?.values) return null; // no live page yet
    const roots = [...document.querySelectorAll("*")].map((element) => element.shadowRoot).filter(Boolean);
    const views = roots.flatMap((root) => [...root.querySelectorAll("*")]).map((element) => element.state);
    const live = views.filter((S) => S?.page === state);
    const { values, python, version, answered, run, moving } = state;
    const now = live.map((S) => S.now), size = (canvas) => canvas.width * canvas.height;
    const pictures = live.flatMap((S) => [...S.root.querySelectorAll("canvas")].filter(size).map((c) => c.toDataURL()));
    const controls = Object.assign({}, ...live.map((S) => S.data.controls));
    return { page: state.page, values, python, version, answered, run, moving, now, pictures, controls };
}"""


def state(page):
    """What the live page shows and knows: its values, Python's, its messages, Python's numbers, its pictures."""
    return page.evaluate(STATE)


def at_rest(page, steady=0.4, seconds=40):
    """Wait until nothing moves and Python has said the same for `steady` seconds; the state then."""
    seen, since, end = None, time.monotonic(), time.monotonic() + seconds
    while time.monotonic() < end:
        before, seen = seen, state(page)
        if seen is None or seen != before or not answered(seen):
            since = time.monotonic()
        if time.monotonic() - since > steady:
            return seen
        page.wait_for_timeout(100)
    pytest.fail(f"after {seconds} s: {seen and seen | {'pictures': len(seen['pictures']), 'controls': ''}}")


def answered(seen):
    """Whether Python has answered the last release, with numbers of the values on the screen."""
    same = seen["values"] == seen["python"] and seen["answered"] == seen["version"] and not seen["moving"]
    return same and all(now["run"] == seen["run"] for now in seen["now"])


def linked(page, key):
    """What the address says of a setting; None where it says nothing."""
    return dict(parse_qsl(urlsplit(page.url).query)).get(key)


HAS = "([key, value]) => [...(globalThis.bigramLabStates ?? new Map()).values()].at(-1)?.values?.[key] === value"


def all_say(page, value=None, key="smoothing", steady=0.4):
    """Wait until the page stands: slider, box, address and Python say the same value, `value` if it is given."""
    if value is not None:
        page.wait_for_function(HAS, arg=[key, value])
    seen = at_rest(page, steady)
    if value is not None:
        assert seen["values"][key] == value
    control = page.locator(f"[data-control={key}] .exact")
    assert float(control.input_value()) == seen["values"][key]
    default = 1 if key in ("smoothing", "draw") else 0
    assert float(linked(page, key) or default) == seen["values"][key]
    return seen


def shown(control):
    """What a control shows, as the address would say it."""
    kind = control.get_attribute("class").split()[-1]
    if kind in ("slider", "number", "seed", "word"):
        return control.locator(".exact").input_value()
    if kind == "toggle":
        return str(control.locator("input").is_checked()).lower()
    if control.locator("select").count():
        return control.locator("select").evaluate("(select) => select.selectedOptions[0].text")
    return control.locator("label:has(input:checked)").inner_text()


def at_smoothing(page, smoothing):
    """Where the thumb stands at a smoothing."""
    return ui.grip(page)(round(SMOOTHING_SCALE.position(smoothing)) / SMOOTHING_SCALE.last)


def deeds(page, controls):
    """What a hand can do on a page: pairs of a control's name and a way to use it."""
    ways = {
        "slider": ("drag", "type", "mark"),
        "number": ("type",),
        "seed": ("type", "next"),
        "choice": ("choose",),
        "toggle": ("switch",),
        "word": ("spell",),
    }
    seen = [name for name in controls if page.locator(f"[data-control={name}]:visible").count()]
    return [(name, way) for name in seen for way in ways[controls[name]["kind"]]]


def do(page, controls, name, way, dice):
    """Use a control as a hand does."""
    place, control = page.locator(f"[data-control={name}]").first, controls[name]
    place.scroll_into_view_if_needed()
    if way == "drag":
        at = ui.grip(page, f"[data-control={name}] input[type=range]")
        ui.drag(page, at(dice.uniform(0, 1)), at(dice.uniform(0, 1)), steps=4)
    elif way == "type":
        low, high = control.get("low", 0), min(control.get("high", 1e6), 300)
        value = dice.randint(int(low), int(high)) if high > 20 else round(dice.uniform(low, high), 2)
        ui.type_exact(page, name, value)
    elif way == "mark":
        dice.choice(place.locator(".stops button:visible").all()).click()
    elif way == "next":
        place.locator(".next").click()
    elif way == "switch":
        place.locator("input").click()
    elif way == "spell":
        ui.type_exact(page, name, dice.choice(["ava", "olivia", "mia", "zoe"]))
    elif place.locator("select").count():
        place.locator("select").select_option(index=dice.randrange(len(control["options"])))
    else:
        place.locator("label").nth(dice.randrange(len(control["options"]))).click()


def open_unfolded(page, line, url):
    """Open a page with all its folds; what it shows and knows."""
    line.delay = 0.0
    page.goto(url)
    stand_still(page)
    ui.open_folds(page)
    return at_rest(page, 0.2)


def try_pair(page, line, controls, pair, gap, delay, dice):
    """Two deeds, one in the round trip of the other: at the end all that is shown is of what was done last."""
    line.delay = delay
    wanted = {}
    for name, way in pair:
        before = state(page)["values"]
        do(page, controls, name, way, dice)
        after = state(page)["values"]
        wanted |= {key: after[key] for key in after if key == name or after[key] != before[key]}
        page.wait_for_timeout(gap)
    found = at_rest(page, 0.6 + 2 * delay)
    assert {key: found["values"][key] for key in wanted} == wanted
    texts = {name: shown(page.locator(f"[data-control={name}]").first) for name in wanted}
    for name, text in texts.items():
        titled = controls[name]["kind"] == "choice" and isinstance(wanted[name], str)  # its buttons may have titles
        value = wanted[name] if titled else text
        assert linked(page, name) in (None, value.replace(" ", "+").replace("<", "%3C"))
    again = open_unfolded(page, line, page.url)  # the link opens the same view: its numbers and its pictures
    assert again["values"] == found["values"]
    assert [{**now, "run": 0} for now in again["now"]] == [{**now, "run": 0} for now in found["now"]]
    assert {name: shown(page.locator(f"[data-control={name}]").first) for name in wanted} == texts


@pytest.mark.slow
@pytest.mark.parametrize("address", LIVE)
def test_a_control_used_in_the_round_trip_of_another_is_kept_and_so_is_the_other(address, line, page):
    page.set_viewport_size({"width": 1280, "height": 1400})
    dice = random.Random(address)
    controls = open_unfolded(page, line, f"{line.url}/{address}")["controls"]
    pairs = list(itertools.permutations(deeds(page, controls), 2))
    for pair, delay in itertools.product(pairs, DELAYS) if WHOLE else [(dice.choice(pairs), DELAYS[0])]:
        gap = dice.choice(GAPS)
        try:
            try_pair(page, line, controls, pair, gap, delay, dice)
        except AssertionError as error:
            raise AssertionError(f"{pair}, gap {gap} ms, delay {delay} s") from error
        if WHOLE:
            open_unfolded(page, line, f"{line.url}/{address}")


def test_a_seed_typed_in_the_round_trip_of_a_drag_is_kept_and_so_is_the_drag(line, visit_url):
    page = visit_url(f"{line.url}/smoothing")
    ui.open_folds(page)
    line.delay = 0.3
    ui.drag(page, at_smoothing(page, 1), at_smoothing(page, 5))
    page.wait_for_timeout(300)
    ui.type_exact(page, "seed", 42)
    all_say(page, 5, steady=1.0)
    assert (linked(page, "smoothing"), linked(page, "seed")) == ("5", "42")


def test_over_a_slow_line_every_slow_key_counts(line, visit_url):
    page = visit_url(f"{line.url}/smoothing?smoothing=20")
    line.delay = 0.06
    dice = random.Random(0)
    page.locator(ui.SLIDER).focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(dice.uniform(250, 420))
    all_say(page, SMOOTHING_SCALE.at(round(SMOOTHING_SCALE.position(20)) + 6))


@pytest.mark.slow
def test_over_a_slow_line_the_second_of_two_releases_stays_and_the_slider_never_goes_back(line, visit_url):
    page = visit_url(f"{line.url}/smoothing?smoothing=20")
    line.delay = 0.3
    page.locator(ui.SLIDER).evaluate("""(slider) => {
        const seen = window.seen = [+slider.value];
        const look = () => (seen.at(-1) !== +slider.value && seen.push(+slider.value), requestAnimationFrame(look));
        look();
    }""")
    first, second = at_smoothing(page, 20), at_smoothing(page, 100)
    ui.drag(page, first, second)
    ui.drag(
        page, second, first
    )  # back to where it was: an answer from before the first release looks like the second's
    all_say(page, 20, steady=1.0)
    seen = page.evaluate("seen")
    peak = seen.index(max(seen))
    assert max(seen) > 200
    assert seen == sorted(seen[:peak]) + sorted(seen[peak:], reverse=True)  # up once and down once: never back up


@pytest.mark.slow
def test_back_during_a_drag_leaves_everything_of_one_value(line, visit_url):
    page = visit_url(line.url)
    for before in ("another page", "another value"):
        line.delay = 0.0
        ui.follow(page, "Smoothing")
        expect(page.get_by_role("heading", name="What do fake counts do?")).to_be_visible()
        stand_still(page)
        at = ui.grip(page)
        if before == "another value":
            ui.drag(page, at(0.2), at(0.6))
            all_say(page)
        line.delay = 0.15
        page.mouse.move(*at(0.6))
        page.mouse.down()
        page.mouse.move(*at(0.8), steps=10)
        page.go_back()
        page.mouse.move(*at(0.9), steps=10)
        page.mouse.up()
        all_say(page, steady=0.6)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert ("/smoothing" in page.url) == (before == "another value")


FORGED = ["banana", [], 1e400, {"at": "x"}]  # more of them in tests/pages/test_live.py


@pytest.mark.slow
def test_forged_messages_do_no_harm_and_are_refused_in_one_line(visit, page):
    visit("smoothing?smoothing=20")
    forge = "([version, values]) => bigramLabLinks.get('smoothing').send({ version, values })"
    good = {"smoothing": 5, "row": 3, "seed": "7"}
    for place, value in enumerate(FORGED):
        for release in ([value, good], [0, value], [10 * place + 1, value], [10 * place + 2, good | {"row": value}]):
            page.evaluate(forge, release)
        page.evaluate("(value) => bigramLabLinks.get('smoothing').send(value)", value)
        page.wait_for_timeout(300)
        expect(page.get_by_test_id("stException")).to_have_count(0)
    page.evaluate(forge, [1000, good | {"smoothing": -5}])
    refused = page.get_by_text("got -5: 20 stays")
    expect(refused).to_be_visible()
    ui.type_exact(page, "smoothing", 33)
    page.wait_for_url("**/smoothing?smoothing=33*")
    expect(refused).to_have_count(0)
    all_say(page, 33)


@pytest.mark.slow
def test_a_cancelled_press_means_nothing(visit, page):
    visit("smoothing?smoothing=20")
    cancelled = page.locator(ui.SLIDER).evaluate("""async (slider) => {
        const fire = (kind) => slider.dispatchEvent(new PointerEvent(kind)), state = bigramLabStates.get("smoothing");
        fire("pointerdown");
        slider.value = 100;
        slider.oninput();
        const moving = [state.moving, state.version];
        fire("pointercancel");
        return [moving, [state.moving, state.version, state.values.smoothing]];
    }""")
    assert cancelled == [[True, 0], [False, 0, 20]]
    all_say(page, 20)


@pytest.fixture
def connections(page):
    """The addresses of the websockets that the page has opened, one after the other."""
    opened = []

    def listen(websocket):
        opened.append(websocket.url)

    page.on("websocket", listen)
    yield opened
    page.remove_listener("websocket", listen)


def connect_again(page, line, connections):
    """Mend the line and wait until the page has come back over it. (The server then says nothing by itself.)"""
    before, deadline = len(connections), time.monotonic() + 40  # between two tries the page waits longer and longer
    line.mend()
    while len(connections) == before:
        assert time.monotonic() < deadline, "the page did not connect again"
        page.wait_for_timeout(100)
    expect(page.get_by_test_id("stDialog")).to_have_count(0)
    page.wait_for_timeout(500)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        pytest.param("smoothing?smoothing=5&row=e", "smoothing", marks=pytest.mark.slow),
        pytest.param("sampling?draw=5", "draw", marks=pytest.mark.by_hand),
    ],
)
def test_after_a_restart_and_after_releases_while_the_line_is_cut_everything_is_of_one_value(
    address, key, line, dashboard, another, page, connections
):
    page.goto(f"{line.url}/{address}")
    stand_still(page)
    slider = f"input[type=range][aria-label={key.title()}]"
    line.cut()
    line.server = port_of(another)  # at the same address there is now a server that has never heard of this page
    connect_again(page, line, connections)
    at = ui.grip(page, slider)
    ui.drag(page, at(0.4), at(0.6))
    all_say(page, key=key)
    ui.type_exact(page, key, 33)
    all_say(page, 33, key)
    for server, typed in ((another, 50), (dashboard, 20)):  # the session is kept; it is lost
        line.cut()
        ui.drag(page, at(0.4), at(0.8))
        line.server = port_of(server)
        connect_again(page, line, connections)
        all_say(page, key=key)
        ui.type_exact(page, key, typed)
        all_say(page, typed, key)


def slow_smoothing(line, visit_url):
    """Smoothing over a slow line, opened by a link on Likelihood."""
    page = visit_url(f"{line.url}/likelihood")
    ui.follow(page, "Smoothing")
    stand_still(page)
    line.delay = 0.3
    return page


@pytest.mark.slow
def test_back_during_a_round_trip_leads_to_a_whole_page_that_goes_on(line, visit_url):
    page = slow_smoothing(line, visit_url)
    ui.type_exact(page, "smoothing", 3)
    page.wait_for_timeout(100)
    page.go_back()
    expect(page.locator(".live.likelihood")).to_be_visible()
    line.delay = 0.0
    assert page.url == f"{line.url}/likelihood"  # what was under way is of the other page
    ui.type_exact(page, "word", "ava")
    page.wait_for_url("**/likelihood?*word=ava*")


@pytest.mark.slow
def test_of_two_links_clicked_in_a_round_trip_the_last_counts_and_back_takes_a_click_back(line, visit_url):
    page = slow_smoothing(line, visit_url)
    ui.exact(page, "smoothing").fill("3")
    ui.follow(page, "Training")
    ui.follow(page, "Sampling")
    page.wait_for_url("**/sampling?smoothing=3")
    stand_still(page)
    line.delay = 1.0
    ui.exact(page, "draw").fill("2")
    ui.follow(page, "Training")
    page.wait_for_timeout(500)  # the number is on its way
    page.go_back()
    page.wait_for_timeout(5000)  # longer than a click waits for what was typed
    assert page.url == f"{line.url}/smoothing?smoothing=3"
    expect(page.locator("[data-control=smoothing] .exact")).to_have_value("3")


def test_every_page_with_a_live_view_is_tried():
    live = {page.path for page in PAGES if any((ROOT / "pages" / page.folder).glob("**/live.js"))}
    assert live - {"normalization"} <= set(LIVE)  # no value of Normalization is set in its picture
