"""The first run of a connection is one of the whole page: a tab that comes back is known to the server again."""

from __future__ import annotations

from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.components.server.run_queue import has_finished, runs_a_page


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
        asked = done = False

        async def of_the_whole():
            nonlocal asked
            message = await receive()
            while asked and not done and looks_again(message):
                message = await receive()  # each would begin the first run anew, and it might never end
            if done or not runs_a_page(message):
                return message
            asked = True
            return whole_page(message)

        async def until_finished(message):
            nonlocal done
            done = done or has_finished(message)
            await send(message)

        await self.app(scope, of_the_whole, until_finished)


def looks_again(message: dict) -> bool:
    """Whether it is no visitor who asks, but a part of a page that looks every moment how far something has come."""
    return runs_a_page(message) and BackMsg.FromString(message["bytes"]).rerun_script.is_auto_rerun


def whole_page(message: dict) -> dict:
    """The same request of a tab, for the whole page and not for a part of it."""
    asked = BackMsg.FromString(message["bytes"])
    asked.rerun_script.fragment_id = ""
    return message | {"bytes": asked.SerializeToString()}
