"""What a tab hears of its runs: nothing of a short one, begin and end of a longer one, all of the first."""

import asyncio

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.components.server.short_runs import ShortRuns


def message(name):
    """A message to a tab: it runs, it has stopped, or what it shows."""
    said = ForwardMsg()
    if name == "shown":
        said.delta.new_element.markdown.body = "text"
    else:
        said.session_status_changed.script_is_running = name == "runs"
    return {"type": "websocket.send", "bytes": said.SerializeToString()}


def heard_of(wait, server, short=0.01, slow=0.0):
    """What a tab hears of these messages, in their order; a pause is one of three times `short`.

    `slow` is what the line takes for the message that a page runs, in seconds.
    """
    heard = []
    names = {message(name)["bytes"]: name for name in ("runs", "stopped", "shown")}

    async def page(_scope, _receive, send):
        for name in server:
            await (asyncio.sleep(3 * short) if name == "pause" else send(message(name)))

    async def send(said):
        name = names[said["bytes"]]
        await asyncio.sleep(slow if name == "runs" else 0)
        heard.append(name)

    wait(ShortRuns(page, short)({"type": "websocket"}, None, send))
    return heard


FIRST = ["runs", "shown", "stopped"]


def test_a_tab_hears_nothing_of_short_runs_after_its_first(wait):
    assert heard_of(wait, [*FIRST, "runs", "shown", "stopped", "runs", "stopped"]) == [*FIRST, "shown"]


def test_a_tab_hears_of_a_longer_run_when_it_begins_and_when_it_ends(wait):
    longer = ["runs", "shown", "pause", "shown", "stopped"]
    assert heard_of(wait, [*FIRST, *longer]) == [*FIRST, "shown", "runs", "shown", "stopped"]


def test_over_a_slow_line_a_tab_hears_of_the_end_after_the_beginning(wait):
    assert heard_of(wait, [*FIRST, "runs", "pause", "stopped"], slow=0.05)[-2:] == ["runs", "stopped"]


def test_a_tab_that_is_closed_in_a_run_hears_nothing_more(wait):
    async def close():
        heard = []

        async def page(_scope, _receive, send):
            for name in [*FIRST, "runs"]:
                await send(message(name))

        async def send(said):
            heard.append(said)

        await ShortRuns(page, 0.01)({"type": "websocket"}, None, send)
        await asyncio.sleep(0.03)
        return len(heard)

    assert wait(close()) == len(FIRST)
