"""What a page asks the server for as it opens."""


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
