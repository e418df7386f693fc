"""How live is a live page? Drags its slider with the mouse for three seconds and prints what came of it.

    python -m tests.browser.measure_drag [--page smoothing] [--slider NAME] [--seconds 3] [--busy] [--root FOLDER]
    python -m tests.browser.measure_drag --page "training?epochs=2000" --slider lam

Printed: frames painted a second, the longest gap between two of them, messages to the server while the mouse is
down and after it, and the time from release until Python's own numbers stood. With --busy another process keeps one
core at work; --slider names the one to drag, where a page has several; --root serves another checkout of the project.
Figures of one machine, no test.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import subprocess
import sys
import time
from pathlib import Path

from playwright.async_api import Page, async_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, ROOT, serve_alphabets, serve_dashboard
from tests.browser.mouse import mouse_of
from tests.load.server import free_port

WATCH = """() => {
  const root = [...document.querySelectorAll('*')].map(e => e.shadowRoot?.querySelector('.live')).find(Boolean);
  const { state } = root, { channel } = state;
  const watch = window.watch = { frames: [], seen: state.frames, released: 0, answered: 0 };
  addEventListener('pointerup', () => (watch.released = performance.now()), { capture: true, once: true });
  const hear = channel.hear;
  channel.hear = () => {
    hear();
    if (watch.released && !watch.answered && !state.owned.pending) watch.answered = performance.now();
  };
  const tick = (now) => {
    if (watch.released) return;
    if (state.frames > watch.seen) watch.frames.push(now);
    watch.seen = state.frames;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}"""


async def measure(page: Page, port: int, url: str, slider: str, seconds: float) -> dict[str, float]:
    """The figures of one drag on one page."""
    messages: list[float] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: messages.append(time.perf_counter())))
    await page.goto(url)
    await page.wait_for_selector(".live canvas")
    thumb = page.locator(f".live input[type=range]{slider}").first
    await thumb.scroll_into_view_if_needed()
    await page.wait_for_timeout(2000)
    await page.evaluate(WATCH)
    messages.clear()
    async with mouse_of(page, port) as mouse:
        moves = await mouse.drag(await thumb.bounding_box(), seconds)
        during = len(messages)
        await mouse.release(*mouse.at)
        await page.wait_for_function("() => watch.answered", polling=500)  # a look at each frame would slow it down
    await page.wait_for_timeout(1500)
    watch = await page.evaluate("watch")
    gaps = [after - before for before, after in itertools.pairwise(watch["frames"])]
    return {
        "mouse_moves_per_second": moves,
        "frames_per_second": len(watch["frames"]) / seconds,
        "longest_frame_ms": max(gaps),
        "messages_while_the_mouse_is_down": during,
        "messages_after_release": len(messages) - during,
        "release_to_pythons_numbers_ms": watch["answered"] - watch["released"],
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
    parser.add_argument("--slider", default="", help="its name, as in the link")
    parser.add_argument("--alphabet", default="", help="120: of so many characters, with --page show=training")
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--busy", action="store_true")
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    server = serve_alphabets() if arguments.alphabet else serve_dashboard(arguments.root)
    page_path = f"?list={arguments.alphabet}&{arguments.page}" if arguments.alphabet else arguments.page
    with server as url, busy_core(arguments.busy):
        async with async_playwright() as playwright:
            port = free_port()
            flags = [*FLAGS, f"--remote-debugging-port={port}"]
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
            page = await browser.new_page(viewport={"width": 1440, "height": 900})
            slider = f"#{arguments.slider}" if arguments.slider else ""
            figures = await measure(page, port, f"{url}/{page_path}", slider, arguments.seconds)
            await browser.close()
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):34} {value:8.1f}")


if __name__ == "__main__":
    asyncio.run(main())
