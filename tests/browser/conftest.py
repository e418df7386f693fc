"""A dashboard on a free port and a real Chromium; skipped, with the reason, where there is none."""

from __future__ import annotations

import contextlib
import shutil
import sys

import pytest
from playwright.sync_api import Error, TimeoutError, expect

from tests.load.server import started

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SIZE = {"width": 1280, "height": 720}  # of the window, in pixels
expect.set_options(timeout=15_000)  # ms; on a busy machine a page takes long
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@contextlib.contextmanager
def serve_dashboard():
    """The dashboard of this checkout, as `make run` starts it; yields its address."""
    with started([sys.executable, "-m", "uvicorn", "dashboard:app", "--log-level", "warning", "--port"]) as (url, _):
        yield url


@pytest.fixture(scope="session")
def dashboard(browser_type_launch_args):
    """The address of a running dashboard."""
    with serve_dashboard() as url:
        yield url


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's Chromium, not one that playwright would download."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    return {"executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="session")
def profile(browser):
    """One browser profile for all tests: what Streamlit's page is made of is fetched once, not for each test anew."""
    with browser.new_context() as context:
        yield context


@pytest.fixture
def context(profile):
    """The shared profile; afterwards it may do no more than before, and has one tab."""
    yield profile
    profile.clear_permissions()
    for other in profile.pages[1:]:
        other.close()


@pytest.fixture
def page(context):
    """One tab for all tests, left as a new one is. (A new one would compile Streamlit's page anew: a second.)"""
    tab = context.pages[0] if context.pages else context.new_page()
    tab.set_default_timeout(30_000)
    yield tab
    try:
        leave(tab)
    except Error:  # it has crashed, or has shown nothing
        tab.close()


def leave(tab):
    """End what the tab shows, and forget what it was told."""
    tab.evaluate("localStorage.clear(), sessionStorage.clear()")
    tab.goto("about:blank")
    devtools = tab.context.new_cdp_session(tab)
    devtools.send("Page.resetNavigationHistory")
    devtools.detach()
    tab.set_viewport_size(SIZE)
    tab.emulate_media(color_scheme="light", reduced_motion="no-preference")


@pytest.fixture
def sent(page):
    """The messages that the page sends to the server, each by its length."""
    lengths = []

    def listen(websocket):
        websocket.on("framesent", lambda frame: lengths.append(len(frame)))

    page.on("websocket", listen)
    yield lengths
    page.remove_listener("websocket", listen)


PHONE = {"width": 390, "height": 844}


@pytest.fixture
def finger(page):
    """A screen that is touched: puts a finger down at the first place, moves it to the others, and lifts it."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setTouchEmulationEnabled", {"enabled": True})

    def touch(kind, *places):
        points = [{"x": x, "y": y} for x, y in places]
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def finger(first, *others):
        touch("touchStart", first)
        for place in others:
            page.wait_for_timeout(30)
            touch("touchMove", place)
        touch("touchEnd")

    yield finger
    devtools.detach()


STILL = """() => new Promise((resolve) => {
    let before = "", same = 0;
    const look = () => {
        const parts = [...document.querySelectorAll("[data-testid=stMain] *")];
        const seen = JSON.stringify([parts.length, parts.at(-1)?.getBoundingClientRect()]);
        same = seen === before ? same + 1 : 0;
        before = seen;
        if (same > 12) resolve(true); else requestAnimationFrame(look);
    };
    look();
})"""


NOTHING_MOVES = "() => [...(globalThis.bigramLabStates ?? new Map()).values()].every((state) => !state.animation)"


def stand_still(page):
    """Wait until the page is whole, and nothing on it has moved for some frames: then places on it will hold."""
    # The last thing on every page; The lecture and the Glossary have no "Run this yourself".
    last = "[data-testid=stMain] [data-testid=stExpander]:visible, .part summary, .entry summary"
    try:
        page.wait_for_selector(last)
    except TimeoutError:
        print(page.url, page.evaluate("() => ({ ...document.querySelector('[data-testid=stApp]')?.dataset })"))
        print(page.locator("body").inner_text())  # pytest shows what a test that fails has printed
        raise
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')")
    page.evaluate(STILL)
    page.wait_for_function(NOTHING_MOVES)  # Training trains itself as it opens
    expect(page.get_by_text("So far: epoch")).to_have_count(0)  # a net has come to its epoch


def wear(page, scheme):
    """Light or dark: wait until the page, which stays, is painted so."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(
        "(scheme) => getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme === scheme",
        arg=scheme,
    )
    stand_still(page)


@pytest.fixture
def visit_url(page):
    """Open an address, wait until the page stands, and look at the answer of its guess; no console error may come."""
    errors = []

    def hear(message):
        if message.type == "error":
            errors.append(message.text)

    def catch(error):
        errors.append(str(error))

    page.on("console", hear)
    page.on("pageerror", catch)

    def visit_url(url, look=True):
        page.goto(url)
        stand_still(page)
        show = page.locator(".guess .show")
        if look and show.count():
            show.click()
        return page

    yield visit_url
    page.remove_listener("console", hear)
    page.remove_listener("pageerror", catch)
    assert errors == []


@pytest.fixture
def visit(dashboard, visit_url):
    """Open a path of the dashboard."""
    return lambda path="", look=True: visit_url(f"{dashboard}/{path}", look)
