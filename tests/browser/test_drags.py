"""A drag of each slider: everything moves, nothing is sent, and at release stand Python's numbers, which are the same.

*Regularization*, whose two sliders move each other, has tests of its own.
"""

import pytest
from playwright.sync_api import expect

from tests.browser import ui

slow = pytest.mark.slow
HEARD = ".live [role=status]:not(.why)"  # that one tells only where the nll becomes finite
NET = ["curve", "left", "bars", "rows", "views [data-table=net] .cells", "views [data-table=weights] .cells"]
DIFFERENCE = ["tables [data-table=difference] .cells"]
RUN = {"epochs": 0.3, "learning_rate": 0.6, "lam": 0.7}
# address: where each slider is let go, in shares of its width; pictures and texts that move; the numbers
DRAGS = [
    ("smoothing", {"smoothing": 0.51}, ["cells", "strip", "bars"], [".names"], ".live .numbers"),
    (
        *("make_names?start=q&new=true&sort=nll&n=40", {"temperature": 0.3, "smoothing": 0.6}, ["bars"]),
        *([".message", ".list"], ".heated :is(.message, .list, .tally)"),
    ),
    ("training", {"lam": 0.5}, NET, [".stream"], ".live .numbers"),
    pytest.param("training", {"epochs": 0.3, "learning_rate": 0.4}, NET, [".stream"], ".live .numbers", marks=slow),
    pytest.param(
        *("likelihood?word=andrejq&smoothing=0", {"smoothing": 0.27}, ["letters"], [".likelihood .caption"]),
        *(".likelihood .numbers",),
        marks=slow,
    ),
    pytest.param("comparison", {"smoothing": 0.8} | RUN, DIFFERENCE, [".cards"], ".scores", marks=slow),
]


def shown(page, part):
    """The text of each element of this selector."""
    return page.locator(part).all_inner_texts()


@pytest.mark.parametrize(("address", "sliders", "moving", "texts", "numbers"), DRAGS)
def test_while_a_slider_is_held_all_moves_and_nothing_is_sent_and_at_release_python_says_the_same(
    address, sliders, moving, texts, numbers, visit, page, sent
):
    page.set_viewport_size({"width": 1280, "height": 2600})  # what is out of sight is not painted
    visit(address)
    ui.open_folds(page)
    for name, to in sliders.items():
        before, url = ui.pictures(page, moving), page.url
        heard = page.locator(HEARD).all_text_contents()
        said = {text: shown(page, text) for text in [*texts, numbers]}
        sent.clear()
        ui.hold(page, name, 0.9, to)
        expect(page.get_by_text("So far: epoch")).to_have_count(0)  # a net on its way has come
        assert [part for part, pixels in ui.pictures(page, moving).items() if pixels == before[part]] == [], name
        assert [text for text in said if shown(page, text) == said[text]] == [], name
        assert float(ui.exact(page, name).input_value()) == ui.value_of(page, name)  # the number follows the hand
        assert (sent, page.url) == ([], url)
        assert page.locator(HEARD).all_text_contents() == heard, name  # a screen reader does not talk all the time
        held = shown(page, numbers)
        page.mouse.up()
        ui.wait_for_link(page, name, ui.value_of(page, name))
        ui.python_answers(page)
        assert shown(page, numbers) == held
        assert page.locator(HEARD).all_text_contents() != heard, name
        page.wait_for_timeout(300)  # what the page still says by itself does not count as sent by the next drag
