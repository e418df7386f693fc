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

HERTZ = 125

WATCH = """() => {
  const root = [...document.querySelectorAll('*')].map(e => e.shadowRoot?.querySelector('.live')).find(Boolean);
  const watch = window.watch = { frames: [], seen: root.state.frames, released: 0, answered: 0 };
  addEventListener('pointerup', () => (watch.released = performance.now()), { capture: true, once: true });
  const tick = (now) => {
    const { frames, owned } = root.state;
    if (frames > watch.seen && !watch.released) watch.frames.push(now);
    watch.seen = frames;
    if (watch.released && owned.version > 0 && !owned.pending) return (watch.answered = performance.now());
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}"""


async def drag(page: Page, slider: str, seconds: float) -> float:
    """Hold the slider's thumb and move it to and fro over most of the scale, 125 times a second; how often it was.

    A usual mouse reports 125 times a second and does not wait for the page, so neither does
    this one: a move is sent whether or not the one before has been answered.
    """
    thumb = page.locator(f".live input[type=range]{slider}").first
    await thumb.scroll_into_view_if_needed()
    box = await thumb.bounding_box()
    y = box["y"] + box["height"] / 2
    await page.mouse.move(box["x"] + box["width"] * 0.1, y)
    await page.mouse.down()
    start, sent = time.perf_counter(), []
    while (now := time.perf_counter() - start) < seconds:
        # at an even speed: where a hand slows down to turn round, nothing changes and no frame is due
        x = box["x"] + box["width"] * (0.1 + 0.8 * abs((now / 0.75 + 1) % 2 - 1))
        sent.append(asyncio.create_task(page.mouse.move(x, y)))
        await asyncio.sleep(max(0.0, len(sent) / HERTZ - (time.perf_counter() - start)))
    await asyncio.gather(*sent)
    await page.mouse.move(box["x"] + box["width"] * 0.77, y)  # elsewhere, so that the value does change on release
    return len(sent) / seconds


async def measure(page: Page, url: str, slider: str, seconds: float) -> dict[str, float]:
    """The figures of one drag on one page."""
    messages: list[float] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: messages.append(time.perf_counter())))
    await page.goto(url)
    await page.wait_for_selector(".live canvas")
    await page.wait_for_timeout(2000)
    await page.evaluate(WATCH)
    messages.clear()
    moves = await drag(page, slider, seconds)
    during = len(messages)
    await page.mouse.up()
    await page.wait_for_function("() => watch.answered")
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
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = await browser.new_page(viewport={"width": 1440, "height": 900})
            slider = f"#{arguments.slider}" if arguments.slider else ""
            figures = await measure(page, f"{url}/{page_path}", slider, arguments.seconds)
            await browser.close()
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):34} {value:8.1f}")


if __name__ == "__main__":
    asyncio.run(main())
