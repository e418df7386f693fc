"""A page opened as a link would, and what is read off it."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pyarrow as pa
from streamlit.testing.v1 import AppTest

from pages.reproduce.figure import page_address

ROOT = Path(__file__).parents[2]


def page_file(folder):
    """The file of a page; of the front page, which links to the others, that of the whole dashboard."""
    return ROOT / "pages" / ("app.py" if folder == "start" else f"{folder}/page.py")


def open_page(folder, session=None, **query):
    """Open a page as a link with these parameters would, in a session with these values; the guess was made in it."""
    at = AppTest.from_file(str(page_file(folder)), default_timeout=60)
    for key, value in ({"guess": {"made": True}} | (session or {})).items():
        at.session_state[key] = value
    at.query_params.update(query)
    return at.run()


def opener(folder):
    """The same for one page, with "Run this yourself" open."""
    return lambda **query: open_page(folder, **{"recipe": "true"} | query)


def open_figure(figure):
    """The page of a published figure, opened by its address."""
    address = urlsplit(page_address(figure.open))
    return open_page(address.path, **dict(parse_qsl(address.query)))


PLAIN = {}  # the pages whose links set nothing, by their folders: each is opened once, and only read


def plain(folder):
    """A page as a link that sets nothing opens it, but with all that is folded open; only to be read."""
    if folder not in PLAIN:
        PLAIN[folder] = open_page(folder, **opened(folder))
    return PLAIN[folder]


def opened(folder):
    """What a link says to open all that is folded on a page."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "pages" / folder).glob("*.py"))
    folds = re.findall(r"\bfold\(\"(\w+)\"|\blazy_expander\(t\(\"\w+\"\), \"(\w+)\"", code)
    if "settings_fold(" in code:
        folds.append("more")
    return dict.fromkeys(["as_table", "recipe", *map("".join, folds)], "true")


TERM = re.compile(r'<span class="term-place"><button [^>]*>(.*?)</button><span [^>]*>.*?</span></span>')


def html_of(at):
    """All HTML of ours on a page."""
    return "".join(element.proto.body for element in at.get("html"))


def title_of(at):
    """The question of a page, its heading; "" if it has none."""
    return unescape("".join(re.findall("<h1>(.*?)</h1>", html_of(at))))


def texts_of(at):
    """The paragraphs and lists of a page with their HTML: its first sentence, what to notice."""
    return re.findall("<div class='text'>(.*?)</div>", html_of(at), re.DOTALL)


def text(at):
    """All the text and figures of a page that are Streamlit's own, but for what it says of the link."""
    parts = [element.value for kind in (at.markdown, at.caption, at.code, at.info) for element in kind]
    return TERM.sub(r"\1", "\n".join([*parts, re.sub("<p class='refused'.*?</p>", "", html_of(at))]))


def metrics(at):
    """The numbers in rows of a page, by their labels; without their units."""
    return dict(re.findall(r"<summary>(.*?)</summary>.*?<dd[^>]*>(.*?) <small>", html_of(at)))


def frame(chart):
    """The data of a chart as the browser gets them."""
    return pa.ipc.open_stream(chart.proto.data.data).read_pandas()


def live_data(at):
    """What the first picture of the page is painted from; a bar of controls is none."""
    return next(one for one in sent(at) if "colours" in one and "bar" not in one)


def guess_of(at):
    """What the guess of the page is sent: its question, its answers and which is right."""
    return next(one for one in sent(at) if "ask" in one)


def said(at):
    """What Python says of it on every run."""
    return next(one for one in sent(at) if "numbers" in one)


def values(at):
    """The values that the browser and Python share on this page."""
    return next(one["values"] for one in sent(at) if "values" in one)


def release(at, page, **changed):
    """Let the browser release other values of a live page, in its own words, and run the page."""
    link = next(one for one in sent(at) if one.get("page") == page and "values" in one)
    said = {"version": link["version"] + 1, "values": link["values"] | changed}
    at.session_state[f"{page}_link"] = {"release": said}
    return at.run()


def refusals(at):
    """What the page says of values that it could not use, each a line."""
    at_controls = [line for one in sent(at) for line in (one.get("refused", {}) | one.get("remarks", {})).values()]
    return [unescape(line) for line in re.findall("<p class='refused'.*?>(.*?)</p>", html_of(at))] + at_controls


def live_parts(at):
    """The components of a page: each picture, and the channel beside it; not what every page has."""
    found = [part for part in at.get("bidi_component") if part.proto.json]
    return [part for part in found if part.proto.component_name != "opened"]


def sent(at):
    """What each component is sent: pictures, and what Python says beside them."""
    data = [json.loads(part.proto.json) for part in live_parts(at)]
    return [json.loads(one) if isinstance(one, str) else one for one in data]  # a picture's is a text
