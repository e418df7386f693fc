"""How soon is a typed letter seen? Types names on a page and prints the time from each letter to its picture.

    python -m tests.browser.measure_typing [--page ladder] [--gap 250]

`--page` is contexts or ladder, `--gap` the milliseconds between two letters. Printed: how many letters were seen, and
the median, the 90th percentile and the longest of the times in milliseconds. Figures of one machine, no test.
"""

from __future__ import annotations

import argparse
import statistics

from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, serve_dashboard, stand_still
from tests.browser.ui import exact

WORDS = ("emmarosa", "isabella", "kimberly")
SAYS = {"contexts": ".contexts .after", "ladder": ".ladder .caption"}  # what says which letters are shown
# The picture is painted before the text is written, in the same frame: the time ends after that frame.
WATCH = """(says) => {
  let root = says, typed = 0;
  while (!root.state) root = root.parentNode;
  window.seen = [];
  const box = root.querySelector("[data-control=beginning] input");
  box.addEventListener("input", () => (typed = performance.now()), true);
  new MutationObserver(() => {
    const since = typed;
    typed = 0;
    if (since) requestAnimationFrame(() => setTimeout(() => seen.push(performance.now() - since)));
  }).observe(says, { childList: true, characterData: true, subtree: true });
}"""


def measure(page_name: str, gap: int) -> list[float]:
    """The milliseconds from each typed letter to its picture."""
    with serve_dashboard() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{url}/{page_name}")
        stand_still(page)
        page.locator(SAYS[page_name]).evaluate(WATCH)
        for word in WORDS:
            exact(page, "beginning").fill("")
            page.wait_for_timeout(1500)
            exact(page, "beginning").press_sequentially(word, delay=gap)
            page.wait_for_timeout(1500)
        return page.evaluate("seen")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", choices=SAYS, default="ladder")
    parser.add_argument("--gap", type=int, default=250)
    given = parser.parse_args()
    times = sorted(measure(given.page, given.gap))
    print(f"letters seen              {len(times):8}")
    print(f"median, ms                {statistics.median(times):8.0f}")
    print(f"90th percentile, ms       {times[int(0.9 * len(times))]:8.0f}")
    print(f"longest, ms               {times[-1]:8.0f}")


if __name__ == "__main__":
    main()
