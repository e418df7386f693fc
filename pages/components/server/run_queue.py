"""One run of a page after the other: they share one core, and runs that take it from each other by turns all end late.

Measured with 50 visitors, each with a release every two seconds (`python -m tests.load --seconds 45`, BIGRAM_LAB_RUNS
set, turns of up to 2 s): one at once answers 10.9 a second and 95 % of the releases within 2.6 s, two 9.8 and 3.4 s,
three 8.6 and 5.0 s. What waits for the core wakes up each millisecond to ask for it, and that is work too.
"""

from __future__ import annotations

import asyncio
import contextlib

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.components.server.sockets import whole

AT_ONCE = 1
LONGEST = 0.3  # seconds; who takes longer goes on, and the next one begins
FINISHED = 200  # bytes that the message "finished" has at most: it names the fragments that have run


class Turns:
    """Holds a message that would run a page until it is its turn; first come, first served.

    A turn ends with the run, with the tab, or after LONGEST seconds. A tab whose page is running needs no other turn.
    BIGRAM_LAB_RUNS sets how many have one at once.
    """

    def __init__(self, app, at_once: int | None = None):
        self.app = app
        self.free = asyncio.Semaphore(at_once or whole("BIGRAM_LAB_RUNS", AT_ONCE))

    async def __call__(self, scope, receive, send):
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        turn = Turn(self.free)

        async def in_turn():
            message = await receive()
            if runs_a_page(message):
                await turn.take()
            return message

        async def until_finished(message):
            await send(message)
            if has_finished(message):
                turn.give()

        try:
            await self.app(scope, in_turn, until_finished)
        finally:
            turn.give()


class Turn:
    """One tab's turn: taken or not."""

    def __init__(self, free: asyncio.Semaphore):
        self.free, self.end = free, None

    async def take(self):
        """Wait for it, if the tab has none."""
        if self.end is None:
            await self.free.acquire()
            self.end = asyncio.get_running_loop().call_later(LONGEST, self.give)

    def give(self):
        """Give it back, if the tab has it."""
        if self.end is not None:
            self.end.cancel()
            self.end = None
            self.free.release()


def runs_a_page(message) -> bool:
    """Whether a message of a tab asks for a run of its page."""
    with contextlib.suppress(Exception):  # what is no message of Streamlit, Streamlit refuses
        return BackMsg.FromString(message.get("bytes") or b"").HasField("rerun_script")
    return False


def has_finished(message) -> bool:
    """Whether a message to a tab says that the run has come to its end, and no other follows at once."""
    data = message.get("bytes") or b""
    if not 0 < len(data) <= FINISHED:
        return False
    said = ForwardMsg.FromString(data)
    return said.WhichOneof("type") == "script_finished" and said.script_finished != said.FINISHED_EARLY_FOR_RERUN
