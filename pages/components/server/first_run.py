"""The first run of a connection is one of the whole page: a tab that comes back is known to the server again."""

from __future__ import annotations

from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.components.server.turns import has_finished, runs_a_page


class FirstRun:
    """Turns what asks for a part of a page into a request for all of it, until the tab's first run has come to its end.

    A release runs the page below the navigation alone: a fragment, which the tab names. After a line that was cut for
    long, or a server that was started anew, the tab's session is a new one, which has no fragment yet; Streamlit drops
    such a request without a word, and the tab would never hear that its release was lost. (It sends it again then.)
    """

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        begun = False

        async def of_the_whole():
            message = await receive()
            return message if begun or not runs_a_page(message) else whole_page(message)

        async def until_finished(message):
            nonlocal begun
            begun = begun or has_finished(message)
            await send(message)

        await self.app(scope, of_the_whole, until_finished)


def whole_page(message: dict) -> dict:
    """The same request of a tab, for the whole page and not for a part of it."""
    asked = BackMsg.FromString(message["bytes"])
    asked.rerun_script.fragment_id = ""
    return message | {"bytes": asked.SerializeToString()}
