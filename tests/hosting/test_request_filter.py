"""Filter, limits and log by themselves: what is refused, with which status and line, and what is let in."""

import json

import pytest

from pages.components.server.log import log_event, log_exception
from pages.components.server.request_filter import RequestFilter
from pages.components.server.sockets import Sockets, whole

LONG = "the query must have at most 12,000 characters and 200 parameters"


async def everybody(scope, receive, send):
    """What stands behind the doors: it says 200 to all."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def ask(middleware, wait, path="/", query="", kind="http", method="GET", **headers):
    """The status of a request, and the line that comes with it."""
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": kind, "method": method, "path": path, "query_string": query.encode(), "headers": named}
    scope |= {"client": ("203.0.113.9", 1), "extensions": {"websocket.http.response": {}}}
    sent = []

    async def receive():
        return {"type": f"{kind}.connect"}

    async def send(message):
        sent.append(message)

    wait(middleware(scope, receive, send))
    return sent[0]["status"], sent[1]["body"].decode().strip()


@pytest.mark.parametrize(
    ("request_", "status", "line"),
    [
        ({"path": "/static/../../etc/passwd"}, 400, "the path must be that of a page, without .. or \\"),
        ({"path": "/..\\x"}, 400, "the path must be that of a page, without .. or \\"),
        ({"path": "//elsewhere.example/smoothing"}, 400, "the path must be that of a page, without .. or \\"),
        ({"path": "/_stcore/metrics"}, 404, "the path must be that of a page"),
        ({"path": "/bigrams/_stcore/metrics"}, 404, "the path must be that of a page"),
        ({"path": "/_stcore/agent/mcp"}, 404, "the path must be that of a page"),
        ({"host": "elsewhere.example"}, 421, "the Host must be the name of this server"),
        ({"host": "lab.example.elsewhere.example"}, 421, "the Host must be the name of this server"),
        ({"host": "lab.example", "origin": "https://elsewhere.example", "kind": "websocket"}, 403, "the Origin must "),
        ({"host": "lab.example", "origin": "null", "kind": "websocket"}, 403, "the Origin must be this site"),
        ({"host": "lab.example", "origin": "https://elsewhere.example", "method": "PUT"}, 403, "the Origin must "),
        ({"query": "word=" + 12_000 * "a"}, 414, f"{LONG}, got 12,005 and 1; shorten it"),
        ({"query": 200 * "a&"}, 414, f"{LONG}, got 400 and 201; shorten it"),
        ({"method": "PUT", "content_length": "10000000"}, 413, "the upload must have at most 2 MB"),
        ({"method": "PUT", "content_length": "-1"}, 413, "the upload must have at most 2 MB"),
    ],
)
def test_what_is_refused_gets_its_status_and_one_line(request_, status, line, wait):
    got, said = ask(RequestFilter(everybody, "lab.example"), wait, **{"host": "lab.example"} | request_)
    assert (got, said.splitlines()) == (status, [said])
    assert said.startswith(f"error: {line}")


@pytest.mark.parametrize(
    "request_",
    [
        {"path": "/smoothing", "query": "smoothing=5&row=q"},
        {"path": "/static/js/index..js"},
        {"host": "LAB.example:8501"},
        {"host": "127.0.0.1:8501"},
        {"host": "10.0.0.7", "path": "/_stcore/health"},  # a load balancer asks by number
        {"origin": "https://elsewhere.example"},  # a link on another site
        {"origin": "https://lab.example", "kind": "websocket"},
        {"origin": "https://lab.example", "method": "PUT"},
        {"kind": "websocket"},  # no browser
    ],
)
def test_what_is_in_order_is_let_in(request_, wait):
    assert ask(RequestFilter(everybody, "lab.example"), wait, **{"host": "lab.example"} | request_)[0] == 200


def test_without_a_setting_every_host_is_answered_and_still_no_strange_origin(wait):
    doors = RequestFilter(everybody, "")
    assert ask(doors, wait, host="elsewhere.example")[0] == 200
    assert ask(doors, wait, host="lab.example", origin="https://elsewhere.example", kind="websocket")[0] == 403


def test_one_tab_too_many_is_asked_to_come_again_and_the_next_is_let_in(wait):
    inside = []

    async def page(scope, receive, send):
        inside.append(ask(sockets, wait, kind="websocket"))
        await everybody(scope, receive, send)

    sockets = Sockets(page, from_one=1)
    assert ask(sockets, wait, kind="websocket")[0] == 200
    line = "error: open tabs must be at most 1 from one address and 1000 in all; try again later"
    assert inside == [(503, line)]
    assert not sockets.open


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "many", "²"])
def test_a_limit_that_is_no_number_says_what_was_expected(text, monkeypatch):
    monkeypatch.setenv("LIMIT", text)
    with pytest.raises(ValueError, match=f"LIMIT must be a whole number from 1, got '{text}'"):
        whole("LIMIT", 5)


def test_an_event_is_one_line_of_json_with_its_time(monkeypatch, capsys):
    monkeypatch.setenv("BIGRAM_LAB_LOG", "1")
    log_event("left", seconds=1.5)
    line = json.loads(capsys.readouterr().err)
    assert line.pop("at").endswith("Z")
    assert line == {"event": "left", "seconds": 1.5}


def test_nothing_is_logged_unless_it_is_asked_for(monkeypatch, capsys):
    monkeypatch.delenv("BIGRAM_LAB_LOG", raising=False)
    log_event("left", seconds=1.5)
    assert capsys.readouterr().err == ""


def test_of_an_exception_the_kind_and_the_place_are_logged_and_not_what_it_says(monkeypatch, capsys):
    monkeypatch.setenv("BIGRAM_LAB_LOG", "1")
    try:
        whole("BIGRAM_LAB_LOG", 5) / int("anna")
    except ValueError as error:
        log_exception(error)
    said = capsys.readouterr().err
    assert '"kind": "ValueError", "place": "tests/hosting/test_request_filter.py:' in said
    assert "anna" not in said
