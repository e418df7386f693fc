"""The pictures of the README and of docs/, taken of the pages as they are now.

    python -m tests.browser.take_pictures

Writes docs/pictures/drag.webp, a drag on *Smoothing* that plays by itself, and docs/pictures/counts-and-net.png.
"""

from __future__ import annotations

import io
import math

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, serve_dashboard, stand_still
from tests.load.server import ROOT

PICTURES = ROOT / "docs/pictures"
STEPS = 26  # places of the mouse from one end of the drag to the other
FIRST, LAST = 0.005, 0.74  # its ends, as shares of the slider's width: 0 and some 8,000 fake counts
FRAME, REST = 70, 1200  # milliseconds that a frame and the two ends are shown
# A screenshot has no mouse pointer: an arrow follows the mouse instead.
POINTER = """() => {
  const arrow = document.body.appendChild(document.createElement("div"));
  arrow.style = "position: fixed; z-index: 999999; pointer-events: none; width: 19px; height: 28px; " +
    "background: black; clip-path: polygon(0 0, 0 85%, 28% 66%, 46% 100%, 62% 94%, 45% 61%, 84% 61%)";
  addEventListener("pointermove", ({ clientX, clientY }) => {
    arrow.style.left = `${clientX}px`;
    arrow.style.top = `${clientY}px`;
  }, true);
}"""


def open_page(page: Page, address: str) -> None:
    """Open an address and wait until the page and its fonts are there."""
    page.goto(address)
    stand_still(page)
    page.locator(".guess .show").click()
    page.evaluate("document.fonts.ready")


def take_drag(page: Page) -> None:
    """Drag the slider of an open *Smoothing*, take a screenshot at each step, and save them as one moving picture."""
    slider, table = page.locator(".live input[type=range]"), page.locator(".live canvas.table")
    line = page.locator(".live .control").bounding_box()
    bottom = table.bounding_box()
    clip = {"x": line["x"] - 24, "y": line["y"] - 12, "width": line["width"] + 48}
    clip["height"] = bottom["y"] + bottom["height"] + 4 - clip["y"]
    box = slider.bounding_box()
    y = box["y"] + box["height"] / 2
    page.evaluate(POINTER)

    def screenshot() -> Image.Image:
        page.evaluate("() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))")
        return Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")

    frames = []
    page.mouse.move(box["x"] + box["width"] * FIRST, y)
    page.mouse.down()
    for step in range(STEPS):
        way = (1 - math.cos(math.pi * step / (STEPS - 1))) / 2  # a hand starts and ends slowly
        page.mouse.move(box["x"] + box["width"] * (FIRST + (LAST - FIRST) * way), y)
        frames.append(screenshot())
    page.mouse.up()
    frames += frames[-2:0:-1]  # and the same way back
    rests = [REST if index in (0, STEPS - 1) else FRAME for index in range(len(frames))]
    smallest = {"lossless": True, "method": 6, "minimize_size": True}  # a fourteenth, for some seconds more
    frames[0].save(PICTURES / "drag.webp", save_all=True, append_images=frames[1:], duration=rests, loop=0, **smallest)


def main() -> None:
    """Serve the dashboard, take the pictures."""
    with serve_dashboard() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1260, "height": 1100})
        open_page(page, f"{url}/smoothing?smoothing=1&row=q")
        take_drag(page)
        page.set_viewport_size({"width": 1280, "height": 1000})
        open_page(page, f"{url}/comparison?lam=0.01&epochs=300&smoothing=1")
        page.screenshot(path=PICTURES / "counts-and-net.png")
        browser.close()


if __name__ == "__main__":
    main()
