"""A page opened as a link would, and what is read off it."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest

PAGES = Path(__file__).parents[2] / "pages"


def page_file(folder):
    """The file of a page. The front page links to the others, so it needs the table of pages, which opens it."""
    return PAGES / ("app.py" if folder == "start" else f"{folder}/page.py")


def opener(folder):
    """A function that opens this page as a link with these parameters would, in a session that holds some values."""

    def open_page(session=None, **query):
        at = AppTest.from_file(str(page_file(folder)), default_timeout=60)
        for key, value in (session or {}).items():
            at.session_state[key] = value
        at.query_params.update(query)
        return at.run()

    return open_page


def live_data(at):
    """What the first picture of the page is painted from; a bar of controls is none."""
    return next(one for one in sent(at) if "colours" in one and "bar" not in one)


def said(at):
    """What Python says of it on every run."""
    return next(one for one in sent(at) if "numbers" in one or "owned" in one)


def values(at):
    """The values that the browser and Python share on this page."""
    return next(one.get("owned", one)["values"] for one in sent(at) if "values" in one or "owned" in one)


def release(at, page, **changed):
    """Let the browser release other values of a live page, in its own words, and run the page."""
    link = next(one for one in sent(at) if one.get("page") == page and "values" in one)
    said = {"version": link["version"] + 1, "values": link["values"] | changed}
    at.session_state[f"{page}_link"] = {"release": said}
    return at.run()


def refusals(at):
    """What the page says of values that it could not use, each a line."""
    html = "".join(element.proto.body for element in at.get("html"))
    at_controls = [line for one in sent(at) for line in (one.get("refused", {}) | one.get("remarks", {})).values()]
    return [unescape(line) for line in re.findall("<p class='refused'.*?>(.*?)</p>", html)] + at_controls


def live_parts(at):
    """The components of a page: each picture, and the channel beside it; not the tools over the page."""
    return [part for part in at.get("bidi_component") if part.proto.json]


def sent(at):
    """What each component is sent: pictures, and what Python says beside them."""
    data = [json.loads(part.proto.json) for part in live_parts(at)]
    return [json.loads(one) if isinstance(one, str) else one for one in data]  # a picture's is a text
