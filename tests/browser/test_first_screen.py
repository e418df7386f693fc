"""The first screen of a page, as it opens, has its main picture and its caption: on a small laptop and on a phone."""

import pytest

from tests.browser.conftest import PHONE, SIZE

SCREENS = {"laptop": SIZE, "phone": PHONE}
PICTURES = {  # page: its picture and its caption
    "": ("canvas.table", ".caption"),
    "bigrams": ("canvas.table", "figcaption"),
    "sampling": ("canvas.picture", ".words"),
    "normalization": ("canvas.before", "canvas.after"),
    "likelihood": ("canvas.letters", ".caption"),
    "smoothing": ("canvas.table", ".caption"),
    "training": ("canvas.curve", ".caption"),
    "comparison": (".cards li", ".caption"),
    "contexts": ("canvas.curve", ".caption"),
    "ladder": ("canvas.table", ".caption"),
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", PICTURES)
def test_the_whole_picture_and_its_caption_are_on_the_first_screen(visit, page, path, screen):
    page.set_viewport_size(SCREENS[screen])
    visit(path, look=False)
    for part in PICTURES[path]:
        box = page.locator(f".live {part}").first.bounding_box()
        assert box["y"] + box["height"] <= SCREENS[screen]["height"]
        assert box["width"] >= 160  # and it is not tiny
