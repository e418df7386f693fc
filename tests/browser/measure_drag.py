"""How live is the live table? Drags its slider with the mouse for three seconds and prints what came of it.

    python -m tests.browser.measure_drag [--page smoothing] [--seconds 3] [--json]

Printed: frames drawn a second, the longest gap between two of them, updates of Python's numbers a second while
dragging, and the time from release until the last number stood. Figures of one machine, no test.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import math
import time

from playwright.async_api import Page, async_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, serve_dashboard

HERTZ = 125

WATCH = """() => {
  const live = [...document.querySelectorAll('*')].map(e => e.shadowRoot?.querySelector('.live')).find(Boolean)
    ?? document.querySelector('.live');
  const watch = window.watch = { updates: 0, last: 0, released: 0, frames: [], seen: live.state.frames };
  const numbers = () => document.querySelector('.numbers')?.textContent;
  let text = numbers();
  new MutationObserver(() => {
    if (numbers() === text) return;
    text = numbers();
    watch.last = performance.now();
    if (!watch.released) watch.updates++;
  })
    .observe(document.querySelector('[data-testid=stMain]'), { subtree: true, childList: true, characterData: true });
  addEventListener('pointerup', () => (watch.released = performance.now()), { capture: true, once: true });
  const tick = (now) => {
    if (live.state.frames > watch.seen) watch.frames.push(now);
    watch.seen = live.state.frames;
    if (!watch.released) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}"""


async def drag(page: Page, seconds: float) -> float:
    """Hold the slider's thumb and move it to and fro over most of the scale, 125 times a second; how often it was.

    A usual mouse reports 125 times a second and does not wait for the page, so neither does
    this one: a move is sent whether or not the one before has been answered.
    """
    box = await page.locator(".live input").bounding_box()
    y = box["y"] + box["height"] / 2
    await page.mouse.move(box["x"] + box["width"] * 0.1, y)
    await page.mouse.down()
    start, sent = time.perf_counter(), []
    while (now := time.perf_counter() - start) < seconds:
        x = box["x"] + box["width"] * (0.5 - 0.4 * math.cos(2 * math.pi * now / 1.5))
        sent.append(asyncio.create_task(page.mouse.move(x, y)))
        await asyncio.sleep(max(0.0, len(sent) / HERTZ - (time.perf_counter() - start)))
    await asyncio.gather(*sent)
    await page.mouse.move(box["x"] + box["width"] * 0.77, y)  # elsewhere, so that the numbers do change on release
    await page.mouse.up()
    return len(sent) / seconds


async def measure(page: Page, url: str, seconds: float) -> dict[str, float]:
    """The figures of one drag on one page."""
    await page.goto(url)
    await page.wait_for_selector(".live .table")
    await page.wait_for_timeout(2000)
    await page.evaluate(WATCH)
    moves = await drag(page, seconds)
    await page.wait_for_function("() => watch.last > watch.released")
    await page.wait_for_timeout(1500)
    watch = await page.evaluate("watch")
    gaps = [after - before for before, after in itertools.pairwise(watch["frames"])]
    return {
        "mouse_moves_per_second": moves,
        "frames_per_second": len(watch["frames"]) / seconds,
        "longest_frame_ms": max(gaps),
        "python_updates_per_second": watch["updates"] / seconds,
        "release_to_last_number_ms": watch["last"] - watch["released"],
    }


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", default="smoothing")
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with serve_dashboard() as url:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = await browser.new_page(viewport={"width": 1440, "height": 900})
            figures = await measure(page, f"{url}/{arguments.page}", arguments.seconds)
            await browser.close()
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):28} {value:8.1f}")


if __name__ == "__main__":
    asyncio.run(main())
