"""What a page asks the server for as it opens, and what it leaves out."""

import pytest

from pages.components.streamlit_seams import SCRIPTS_OF_PAGES
from tests.browser.conftest import stand_still


def test_a_page_connects_without_a_search_and_its_late_scripts_are_preloaded(visit):
    page = visit("words")
    asked, connected = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda _: connected.append(list(asked)))
    page.reload()
    page.locator("h1").wait_for()
    assert not [url for url in asked if "/words/_stcore" in url]
    (before,) = connected
    assert [url for url in before if "/BidiComponent." in url]


@pytest.mark.parametrize("name", SCRIPTS_OF_PAGES)
def test_the_html_of_a_page_names_each_script_that_it_opens_with(name, visit):
    page = visit(name)
    page.reload()  # the first visit also loads Spinner while it calculates
    stand_still(page)
    html = page.evaluate("() => fetch(location.href).then((response) => response.text())")
    asked = page.evaluate("() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))")
    assert [script for script in asked if script.endswith(".js") and script not in html] == []


def test_outside_a_frame_no_site_may_send_commands(visit):
    page = visit("words")
    assert page.evaluate("() => window.__streamlit.HOST_CONFIG.allowedOrigins") == ["https://no.invalid"]
    page.evaluate("() => document.body.append(Object.assign(document.createElement('iframe'), {src: './words'}))")
    page.wait_for_function("() => frames[0].__streamlit?.HOST_CONFIG.allowedOrigins.length > 0")
    page.reload()


@pytest.mark.parametrize("name", ["normalization", "training", "regularization"])
def test_a_page_without_italic_text_in_sight_does_not_load_the_italic_font(name, visit):
    page = visit(name, look=False)
    loaded = "() => [...document.fonts].filter(({ status }) => status !== 'unloaded').map(({ style }) => style)"
    assert "italic" not in page.evaluate(loaded)
