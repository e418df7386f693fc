"""A tab is told that its page runs only where the run takes long enough for a reader to notice.

Each time a tab hears that a run begins or ends, Streamlit draws every element of the page again: some 15 ms of the
browser's time for each on two cores, twice for every release of a slider, before it comes to the numbers. What it does
with the news, a small sign of work and paler elements, it shows after half a second and not before.
"""

from __future__ import annotations

import asyncio
import contextlib

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

SHORT = 0.25  # seconds
BIGGEST = 20  # bytes that "it runs" and "it does not run" have at most; what is bigger is passed on unread


class ShortRuns:
    """Keeps "it runs" back for SHORT seconds; where the run has ended by then, nothing is said of it at all.

    All else passes as it comes, and so does all that a tab hears in its first run.
    """

    def __init__(self, app, short: float = SHORT):
        self.app, self.short = app, short

    async def __call__(self, scope, receive, send):
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        opened, held, late = False, None, None

        async def tell(message):
            with contextlib.suppress(Exception):  # the tab has been closed meanwhile
                await send(message)

        def tell_late(message):
            nonlocal held, late
            held, late = None, asyncio.create_task(tell(message))

        async def send_what_counts(message):
            nonlocal opened, held, late
            runs = says_whether_it_runs(message)
            if runs and opened:
                if held is None:
                    held = asyncio.get_running_loop().call_later(self.short, tell_late, message)
                return
            if runs is False:
                opened = True
                if held is not None:
                    held.cancel()
                    held = None
                    return
                if late is not None:
                    await late  # first that it runs, then that it does not: the other way round it would run for ever
                    late = None
            await send(message)

        try:
            await self.app(scope, receive, send_what_counts)
        finally:
            if held is not None:
                held.cancel()


def says_whether_it_runs(message: dict) -> bool | None:
    """What a message to a tab says of its run: that it runs, that it does not, or (None) nothing."""
    data = message.get("bytes") or b""
    if not 0 < len(data) <= BIGGEST:
        return None
    said = ForwardMsg.FromString(data)
    if said.WhichOneof("type") != "session_status_changed":
        return None
    return said.session_status_changed.script_is_running
