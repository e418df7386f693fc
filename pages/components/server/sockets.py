"""Limit how many tabs are open at once, from one address and in all, and log when a tab comes and leaves."""

from __future__ import annotations

import os
import time
from collections import Counter

from pages.components.server.error_responses import send_error
from pages.components.server.log import log_event

IN_ALL = 1000
FROM_ONE = 400  # a whole school may have one address


class Sockets:
    """Counts websockets. Beyond a limit, a new one is refused with 503 and the advice to try again later.

    BIGRAM_LAB_SOCKETS and BIGRAM_LAB_SOCKETS_EACH set the two limits.
    """

    def __init__(self, app, in_all: int | None = None, from_one: int | None = None):
        self.app = app
        self.in_all = in_all or whole("BIGRAM_LAB_SOCKETS", IN_ALL)
        self.from_one = from_one or whole("BIGRAM_LAB_SOCKETS_EACH", FROM_ONE)
        self.open: Counter[str] = Counter()

    async def __call__(self, scope, receive, send):
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        address = (scope.get("client") or ("", 0))[0]
        if self.open.total() >= self.in_all or self.open[address] >= self.from_one:
            log_event("refused", why="sockets", status=503, open=self.open.total())
            line = (
                f"open tabs must be at most {self.from_one} from one address and {self.in_all} in all; try again later"
            )
            await send_error(scope, receive, send, 503, line, (b"retry-after", b"30"))
            return
        self.open[address] += 1
        started, messages = time.monotonic(), 0

        async def counted():
            nonlocal messages
            message = await receive()
            messages += message["type"] == "websocket.receive"
            return message

        log_event("came", open=self.open.total())
        try:
            await self.app(scope, counted, send)
        finally:
            self.open[address] -= 1
            if not self.open[address]:
                del self.open[address]
            log_event("left", seconds=round(time.monotonic() - started, 1), messages=messages, open=self.open.total())


def whole(name: str, default: int) -> int:
    """An environment variable as a whole number above 0. Raises ValueError with what was expected and what came."""
    text = os.environ.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdecimal() and int(text)):
        raise ValueError(f"{name} must be a whole number from 1, got {text!r}")
    return int(text)
