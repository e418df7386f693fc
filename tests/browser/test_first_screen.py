"""The first screen of a page, as it opens, has its main picture: on a small laptop and on a phone."""

import pytest

from tests.browser.conftest import PHONE, SIZE

SCREENS = {"laptop": SIZE, "phone": PHONE}
PICTURES = {  # page: its picture
    "": ".table",
    "bigrams": ".table",
    "sampling": ".picture",
    "normalization": ".before",
    "likelihood": ".letters",
    "smoothing": ".table",
    "training": ".curve",
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", PICTURES)
def test_the_whole_picture_is_on_the_first_screen(visit, page, path, screen):
    page.set_viewport_size(SCREENS[screen])
    visit(path, look=False)
    box = page.locator(f".live canvas{PICTURES[path]}").first.bounding_box()
    assert box["y"] + box["height"] <= SCREENS[screen]["height"]
    assert box["width"] >= 280  # and it is not tiny
