"""Refuse requests with a wrong host, origin or path, or a query or body that is too long. One line says why."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import streamlit as st

from pages.components.server.error_responses import send_error
from pages.components.server.log import log_event

LOCAL = ("localhost", "127.0.0.1", "::1", "0.0.0.0")
QUERY = 12_000  # bytes of an address behind the "?": a table of 8,000 characters, a note and settings
PARAMETERS = 200  # of an address
BODY = 2_500_000  # bytes of an upload: 2 MB, and what a form puts around it
CLOSED = re.compile(r"/_stcore/(metrics|script-health-check|agent)(/|$)")  # not for visitors
TRAVELLING = re.compile(r"(^|[/\\])\.\.([/\\]|$)|\\|\0|^//")  # a path that leads out of its folder
HEALTH = "/_stcore/health"  # monitoring asks for it, under any host name


class RequestFilter:
    """Refuses an HTTP request or a websocket before anything of Streamlit sees it.

    BIGRAM_LAB_HOSTS lists the hosts that the server answers to, with spaces between them; without it, it answers to
    all. A page of another site may not open a websocket or send anything: its Origin is not our Host. Streamlit would
    check that too, but for an unknown Origin it asks a server on the internet for its own address, and answers nobody
    in the meantime.
    """

    def __init__(self, app, hosts: str | None = None):
        self.app = app
        self.hosts = (os.environ.get("BIGRAM_LAB_HOSTS", "") if hosts is None else hosts).lower().split()

    async def __call__(self, scope, receive, send):
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif refusal := next(self.refusals(scope), None):
            status, what, expected = refusal
            log_event("refused", why=what, status=status)
            await send_error(scope, receive, send, status, f"the {what} must {expected}")
        else:
            await self.app(scope, _at_most(BODY, receive) if scope["type"] == "http" else receive, send)

    def refusals(self, scope) -> Iterator[tuple[int, str, str]]:
        """What is wrong with a request: the status, the wrong part, what was expected; never the wrong value."""
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        host, origin, length = headers.get(b"host", ""), headers.get(b"origin"), headers.get(b"content-length", "0")
        path, query = scope["path"], scope.get("query_string", b"")
        changes = scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD", "OPTIONS")
        if TRAVELLING.search(path):
            yield 400, "path", "be that of a page, without .. or \\"
        if CLOSED.search(path):
            yield 404, "path", "be that of a page"
        if self.hosts and name_of(host) not in (*self.hosts, *LOCAL) and not path.endswith(HEALTH):
            yield 421, "Host", "be the name of this server"
        if changes and origin is not None and not self.is_ours(origin, host):
            yield 403, "Origin", "be this site"
        parameters = query.count(b"&") + 1
        if len(query) > QUERY or parameters > PARAMETERS:
            most = f"have at most {QUERY:,} characters and {PARAMETERS} parameters"
            yield 414, "query", f"{most}, got {len(query):,} and {parameters}; shorten it, for example its note"
        if not length.isdecimal() or int(length) > BODY:
            yield 413, "upload", "have at most 2 MB"

    def is_ours(self, origin: str, host: str) -> bool:
        """True if the origin is this site, or one that the settings of Streamlit allow."""
        come = urlsplit(origin).netloc
        allowed = [urlsplit(other).netloc for other in st.get_option("server.corsAllowedOrigins") or ()]
        known = {*LOCAL, *self.hosts, *map(name_of, allowed)}
        return come == host or name_of(come) in known or not st.get_option("server.enableCORS")


def name_of(host: str) -> str:
    """The name in a Host header, without its port.

    >>> name_of("Lab.example:8501"), name_of("[::1]:8501")
    ('lab.example', '::1')
    """
    return re.sub(r":\d*$", "", host.lower()).strip("[]").rstrip(".")


def _at_most(most: int, receive):
    """`receive`, but it reports a disconnect as soon as the body has more than `most` bytes."""
    come = 0

    async def counted():
        nonlocal come
        message = await receive()
        come += len(message.get("body", b""))
        return message if come <= most else {"type": "http.disconnect"}

    return counted
