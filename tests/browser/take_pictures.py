"""The README's pictures, taken of the pages as they are now.

    python -m tests.browser.take_pictures

Writes docs/pictures/NAME.png, 1280 pixels wide.
"""

from __future__ import annotations

from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, ROOT, serve_dashboard, stand_still

PICTURES = {  # the address, and how many pixels of the page are shown
    "smoothing": ("smoothing?smoothing=20&row=q", 960),
    "counts-and-net": ("comparison?lam=0.01&epochs=300&smoothing=1", 1000),
}


def main() -> None:
    with serve_dashboard() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, (path, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": 1280, "height": height})
            page.goto(f"{url}/{path}")
            stand_still(page)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=ROOT / f"docs/pictures/{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
