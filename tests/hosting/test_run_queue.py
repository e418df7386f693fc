"""Pages run in turn: who waits, for how long, and that a tab which was closed while it waited does not run its page."""

import asyncio
import threading

import pytest

from pages.components.server import run_queue
from tests.load.server import served
from tests.load.visitor import Visitor


def run_beside(order):
    """Run another page in a thread of its own; it has begun, or waits for its turn."""

    def run():
        with run_queue.wait_for_turn():
            order.append("second")

    other = threading.Thread(target=run)
    other.start()
    return other


@pytest.mark.parametrize("fails", [False, True])
def test_a_turn_ends_with_its_run(monkeypatch, fails):
    monkeypatch.setattr(run_queue, "LONGEST_WAIT", 60)
    order = []
    try:
        with run_queue.wait_for_turn():
            other = run_beside(order)
            other.join(0.1)
            order.append("first")
            assert not fails
    except AssertionError:
        order.append("failed")
    other.join(10)
    assert [name for name in order if name != "failed"] == ["first", "second"]


def test_behind_a_long_run_nobody_waits_longer_than_the_limit(monkeypatch):
    monkeypatch.setattr(run_queue, "LONGEST_WAIT", 0.01)
    order = []
    with run_queue.wait_for_turn():
        run_beside(order).join(10)
        order.append("first")
    assert order == ["second", "first"]
    monkeypatch.setattr(run_queue, "LONGEST_WAIT", 0)
    with run_queue.wait_for_turn():
        assert not run_queue._free.acquire(blocking=False)  # a run without a turn has given none back


def test_a_tab_that_is_closed_while_it_waits_does_not_run_its_page(wait, tmp_path):
    runs, go = tmp_path / "runs", tmp_path / "go"

    async def visit(url):
        async with Visitor(url) as first, Visitor(url) as third:
            holding = asyncio.create_task(first.open(""))
            while not runs.exists():
                await asyncio.sleep(0.01)
            async with Visitor(url) as second:
                waiting = asyncio.create_task(second.open(""))
                await asyncio.sleep(0.5)
                waiting.cancel()
            await asyncio.sleep(0.5)
            go.touch()
            await holding
            await third.open("")

    with served("tests.hosting.queued:app", {"QUEUE_FOLDER": str(tmp_path)}) as (url, _):
        wait(visit(url))
    assert runs.read_text() == "run\nrun\n"
