"""How live is a live page? Drags one of its sliders with the mouse for three seconds and prints what came of it.

    python -m tests.browser.measure_drag [--page smoothing] [--slider smoothing] [--seconds 3] [--busy]
    python -m tests.browser.measure_drag --page "training?epochs=2000" --slider lam
    python -m tests.browser.measure_drag --corpus th

Printed: frames painted a second, the longest gap between two of them, messages to the server while the mouse is
down and for a release, and the time from release until Python's own numbers stood: the first time, when the browser
does all of it for the first time, and the median of some more. Python's numbers stand once Python has answered the
newest release, and the numbers of every view are those of that answer. With --busy another process keeps one core at
work. Figures of one machine, no test.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import statistics
import subprocess
import sys

from playwright.async_api import Page, async_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, serve_dashboard
from tests.browser.mouse import mouse_of
from tests.load.server import free_port

COUNT = """window.sent = 0;
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (message) { window.sent += 1; return send.call(this, message); };"""
# A frame counts where something was painted, until the first release. A release is answered by a message of the page's
# link and one of each view's numbers, in any order.
WATCH = """(range) => {
  let root = range;
  while (!root.state) root = root.parentNode;
  const S = root.state, state = S.page, numbers = [...bigramLabNumbers.values()];
  const watch = window.watch = { frames: [], seen: S.frames, released: [], answered: [] };
  addEventListener('pointerup', () => watch.released.push(performance.now()), true);
  const answered = () => !state.moving && state.answered === state.version;
  const stands = () => answered() && numbers.every((one) => one.data.run === state.run);
  for (const from of [state.link, ...numbers]) {
    const hear = from.hear;
    from.hear = () => {
      hear?.();
      if (watch.answered.length < watch.released.length && stands()) watch.answered.push(performance.now());
    };
  }
  const tick = (now) => {
    if (watch.released.length) return;
    if (S.frames > watch.seen) watch.frames.push(now);
    watch.seen = S.frames;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}"""
# A look at each frame would slow the page down.
ANSWERED = {"expression": "() => watch.answered.length === watch.released.length", "polling": 200}


async def measure(page: Page, port: int, url: str, slider: str, seconds: float, releases: int) -> dict[str, float]:
    """The figures of one long drag on one page, and of some short ones after it."""
    await page.add_init_script(COUNT)
    await page.goto(url)
    await page.wait_for_selector(".live input[type=range]:visible")
    thumb = page.locator(f"[data-control={slider}] input[type=range]")
    await thumb.evaluate("(range) => { const fold = range.closest('details'); if (fold) fold.open = true; }")
    await thumb.scroll_into_view_if_needed()
    await page.wait_for_timeout(2000)
    await thumb.evaluate(WATCH)
    before = await page.evaluate("sent")
    box = await thumb.bounding_box()
    async with mouse_of(page, port) as mouse:
        moves = await mouse.drag(box, seconds, end=0.77)
        during = await page.evaluate("sent") - before
        for number in range(releases):
            if number:
                box = await thumb.bounding_box()  # a longer caption can have moved it
                await mouse.drag(box, 0.15, end=0.3 + 0.4 * number / releases)  # a value that is new
            await mouse.release()
            await page.wait_for_timeout(300)
            await page.wait_for_function(**ANSWERED)
            await page.wait_for_timeout(500)
    watch, after = await page.evaluate("[watch, sent]")
    gaps = [after - before for before, after in itertools.pairwise(watch["frames"])]
    answers = [answered - released for released, answered in zip(watch["released"], watch["answered"], strict=True)]
    return {
        "mouse_moves_per_second": moves,
        "frames_per_second": len(watch["frames"]) / seconds,
        "longest_frame_ms": max(gaps),
        "messages_while_the_mouse_is_down": during,
        "messages_per_release": (after - before - during) / releases,
        "first_release_to_pythons_numbers_ms": answers[0],
        "release_to_pythons_numbers_ms_median": statistics.median(answers),
    }


@contextlib.contextmanager
def busy_core(busy: bool):
    """A process that keeps one core at work."""
    with contextlib.ExitStack() as stack:
        if busy:
            spinning = stack.enter_context(subprocess.Popen([sys.executable, "-c", "while True: pass"]))
            stack.callback(spinning.kill)
        yield


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", default="smoothing")
    parser.add_argument("--slider", default="smoothing", help="its name, as in the link")
    parser.add_argument("--corpus", default="names", help="the list, as in the link; one's own as own&table=...")
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--releases", type=int, default=12, help="that of the drag, and short ones after it")
    parser.add_argument("--busy", action="store_true")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    page_path = f"{arguments.page}{'&' if '?' in arguments.page else '?'}corpus={arguments.corpus}"
    with serve_dashboard() as url, busy_core(arguments.busy):
        async with async_playwright() as playwright:
            port = free_port()
            flags = [*FLAGS, f"--remote-debugging-port={port}"]
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
            page = await browser.new_page(viewport={"width": 1440, "height": 900})
            address = f"{url}/{page_path}"
            figures = await measure(page, port, address, arguments.slider, arguments.seconds, arguments.releases)
            await browser.close()
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):34} {value:8.1f}")


if __name__ == "__main__":
    asyncio.run(main())
