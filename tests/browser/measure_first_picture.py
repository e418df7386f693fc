"""How soon does a page show its picture? Opens each page with an empty cache, and `streamlit hello` before it.

    python -m tests.browser.measure_first_picture [--rounds 7] [--pages smoothing training]

Printed for each page: the time in milliseconds from its address to its first picture (or to its first text, where it
opens without a picture), that of hello's first text, both the median of all rounds, and the median of their ratios.
The servers have shown each page before. Each round opens all pages, so a slow minute affects all of them. Figures of
one machine, no test.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import sys
import tempfile

from playwright.sync_api import Browser, sync_playwright

from pages.components.page_registry import PAGES, Page
from tests.browser.conftest import CHROMIUM, FLAGS, SIZE, serve_dashboard
from tests.load.server import started

OPTIONS = ("--server.headless=true", "--browser.serverAddress=localhost", "--browser.gatherUsageStats=false")
HELLO = [sys.executable, "-m", "streamlit", "hello", *OPTIONS, "--server.port"]
# A picture is a live view that has painted, a chart or a table. `seen` says what to wait for: "text" or "picture".
WATCH = """(seen) => {
  const views = [], attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    views.push(root);
    return root;
  };
  const ready = {
    text: (main) => main.textContent.length > 300,
    picture: (main) =>
      views.some((root) => root.querySelector(".live")?.state?.frames) ||
      main.querySelector(".vega-embed canvas, .vega-embed svg, [data-testid=stDataFrame] canvas") ||
      [...main.querySelectorAll("table")].some((table) => table.checkVisibility()),
  };
  const look = () => {
    const main = document.querySelector("[data-testid=stMain]");
    if (main && ready[seen](main)) window.shownAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


def milliseconds(browser: Browser, url: str, seen: str) -> float:
    """The time from an address to its first text or picture, in a browser that has nothing of it yet."""
    with contextlib.closing(browser.new_context(viewport=SIZE)) as context:
        page = context.new_page()
        page.add_init_script(f"({WATCH})({seen!r})")
        page.goto(url, wait_until="commit")
        return page.wait_for_function("() => window.shownAt", timeout=60_000).json_value()


def without_picture(browser: Browser, url: str) -> bool:
    """True if a page opens without a picture."""
    with contextlib.closing(browser.new_context(viewport=SIZE)) as context:
        page = context.new_page()
        page.add_init_script(f"({WATCH})('picture')")
        page.goto(url)
        page.wait_for_timeout(6000)
        return not page.evaluate("() => window.shownAt")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--pages", nargs="+", choices=[page.folder for page in PAGES], metavar="PAGE")
    given = parser.parse_args()
    pages = [page for page in PAGES if not given.pages or page.folder in given.pages]
    with (
        tempfile.TemporaryDirectory() as empty,  # hello has its own settings: with the dashboard's it is a tenth faster
        serve_dashboard() as url,
        started(HELLO, folder=empty) as (hello, _),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        address = {page: f"{url}/{page.path}" for page in pages}
        first = {page: "text" if without_picture(browser, address[page]) else "picture" for page in pages}
        times: dict[Page, list[tuple[float, float]]] = {page: [] for page in pages}
        for _ in range(given.rounds):
            for page in pages:
                before = milliseconds(browser, hello, "text")
                times[page].append((before, milliseconds(browser, address[page], first[page])))
        print(f"{'page':16}{'first':>9}{'ms':>7}{'hello, ms':>11}{'ratio':>7}")
        for page, pairs in times.items():
            ratio = statistics.median(ours / theirs for theirs, ours in pairs)
            theirs, ours = map(statistics.median, zip(*pairs, strict=True))
            print(f"{page.folder:16}{first[page]:>9}{ours:7.0f}{theirs:11.0f}{ratio:7.2f}")


if __name__ == "__main__":
    main()
