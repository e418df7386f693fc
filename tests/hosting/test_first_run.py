"""A tab that comes back to a server that does not know it: its first run is one of the whole page."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.components.server.first_run import FirstRun
from tests.load.visitor import Visitor

PART = BackMsg()
PART.rerun_script.fragment_id, PART.rerun_script.query_string = "table", "smoothing=5"
FINISHED = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
EARLY = ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN)


@pytest.mark.parametrize(("said", "next_part"), [(None, ""), (EARLY, ""), (FINISHED, "table")])
def test_a_part_is_asked_for_only_once_the_whole_page_has_run(wait, said, next_part):
    heard = []

    async def page(_scope, receive, send):
        for _ in range(2):
            asked = BackMsg.FromString((await receive())["bytes"]).rerun_script
            heard.append((asked.fragment_id, asked.query_string))
            if said is not None:
                await send({"type": "websocket.send", "bytes": said.SerializeToString()})

    async def receive():
        return {"type": "websocket.receive", "bytes": PART.SerializeToString()}

    async def send(_message):
        pass

    wait(FirstRun(page)({"type": "websocket"}, receive, send))
    assert heard == [("", "smoothing=5"), (next_part, "smoothing=5")]


def test_what_looks_again_by_itself_does_not_begin_the_first_run_anew(wait):
    look = BackMsg()
    look.rerun_script.fragment_id, look.rerun_script.is_auto_rerun = "progress", True
    heard, coming = [], iter([look, look, look, PART])

    async def page(_scope, receive, _send):
        for _ in range(2):
            heard.append(BackMsg.FromString((await receive())["bytes"]).rerun_script.is_auto_rerun)

    async def receive():
        return {"type": "websocket.receive", "bytes": next(coming).SerializeToString()}

    wait(FirstRun(page)({"type": "websocket"}, receive, None))
    assert heard == [True, False]  # the first look runs the page, the next two wait for it, the release does not


def test_a_session_that_was_lost_answers_a_release_and_takes_it_when_it_comes_again(server, wait):
    async def come_back():
        tab = Visitor(server.url)
        async with tab:
            await tab.open("smoothing")
            await tab.release({"smoothing": 3})
            tab.kept.clear()
        async with tab:  # a line of its own, and a session that knows nothing yet
            await tab.release({"smoothing": 7})
            first = tab.owned["values"]["smoothing"]
            await tab.release({"smoothing": 7})  # as owned.js does, which hears of another session
            return first, tab.owned["values"]["smoothing"], "smoothing=7" in tab.query

    assert wait(come_back()) == (3, 7, True)
