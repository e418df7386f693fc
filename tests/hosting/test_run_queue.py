"""Runs of pages take turns: who waits, and when a turn ends."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.components.server import run_queue
from pages.components.server.run_queue import Turns

RERUN = BackMsg()
RERUN.rerun_script.query_string = "smoothing=5"
EARLY = ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN)


def told(message):
    """A message as the server passes it on."""
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


class Tabs:
    """Two tabs of a server where one page runs at a time: which of them have been let in so far."""

    def __init__(self):
        self.let_in, self.finish = [], {}
        self.turns = Turns(self.page, at_once=1)

    async def page(self, scope, receive, send):
        """A page that runs, when a message comes, until it is told what to say at its end; None is nothing."""
        name = scope["name"]
        for _ in range(scope["messages"]):
            await receive()
            self.let_in.append(name)
            said = await self.finish[name].get()
            if said is not None:
                await send({"type": "websocket.send", "bytes": said.SerializeToString()})

    def open(self, name, message=RERUN, messages=1):
        """A tab that sends a message as soon as it is open."""
        self.finish[name] = asyncio.Queue()

        async def receive():
            return told(message)

        async def send(_message):
            pass

        return asyncio.create_task(self.turns({"type": "websocket", "name": name, "messages": messages}, receive, send))


async def breathe():
    """Let everybody do what there is to do."""
    for _ in range(20):
        await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("says", "next_in"),
    [
        (ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY), "b"),
        (ForwardMsg(script_finished=ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY), "b"),
        (ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN), "a"),  # its next run follows at once
        (ForwardMsg(page_profile={}), "a"),
        (None, "a"),
    ],
)
def test_a_turn_ends_with_its_run_and_with_nothing_else(wait, says, next_in):
    async def work():
        tabs = Tabs()
        first = tabs.open("a", messages=2)
        await breathe()
        second = tabs.open("b")
        await breathe()
        tabs.finish["a"].put_nowait(says)
        await breathe()
        first.cancel(), second.cancel()
        return tabs.let_in

    assert wait(work()) == ["a", next_in]


def test_a_turn_ends_when_the_tab_is_closed(wait):
    async def work():
        tabs = Tabs()
        first = tabs.open("a")
        await breathe()
        second = tabs.open("b")
        first.cancel()
        await breathe()
        second.cancel()
        return tabs.let_in

    assert wait(work()) == ["a", "b"]


def test_a_long_run_holds_its_turn_for_a_moment_only(wait, monkeypatch):
    monkeypatch.setattr(run_queue, "LONGEST", 0)

    async def work():
        tabs = Tabs()
        first, second = tabs.open("a"), tabs.open("b")
        await breathe()
        first.cancel(), second.cancel()
        return tabs.let_in

    assert wait(work()) == ["a", "b"]


@pytest.mark.parametrize("message", [BackMsg(app_heartbeat=True), BackMsg(stop_script=True), BackMsg()])
def test_a_message_that_runs_nothing_waits_for_nobody(wait, message):
    async def work():
        tabs = Tabs()
        first = tabs.open("a")
        await breathe()
        second = tabs.open("b", message)
        await breathe()
        first.cancel(), second.cancel()
        return tabs.let_in

    assert wait(work()) == ["a", "b"]


def test_no_message_at_all_is_left_to_streamlit():
    assert not run_queue.runs_a_page({"type": "websocket.receive", "bytes": b"\xff\xff"})
    assert not run_queue.runs_a_page({"type": "websocket.disconnect"})
    assert not run_queue.has_finished({"type": "websocket.send", "bytes": None})
