"""Run the same tasks on the workers of a running Dask scheduler. The code is sent with the tasks."""

from __future__ import annotations

import asyncio
import logging
import operator
import sys
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from distributed import Client

    from analysis.large.tasks import Sum, Task

ANSWER = 2  # seconds; a scheduler must answer in this time


def run_on_cluster(
    address: str, tasks: list[list[Task]], options: dict[str, Any], skip: bool, progress: Callable[[Task], None]
) -> Sum:
    """Let the workers of the scheduler at `address`, such as tcp://host:8786, run the tasks of each file.

    A worker that dies is replaced by the scheduler, and its tasks run again. Raises ValueError, one line, if the
    scheduler does not answer or goes away, if a task cannot be done, or if one kills every worker that tries it.
    """
    reach(address)
    import cloudpickle
    from distributed import Client, as_completed

    from analysis.large.tasks import CALLS, Sum, build_graph

    for name in [name for name in logging.root.manager.loggerDict if name.startswith(("distributed", "tornado"))]:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # their messages also come as exceptions
    client = Client(address, set_as_default=False)
    prefix = f"{uuid.uuid4().hex}-"  # somebody else may count on this cluster at the same time
    project = sys.modules["analysis"]
    cloudpickle.register_pickle_by_value(project)
    try:
        codes = {f"{prefix}{code.__name__}": cloudpickle.dumps(code) for code in CALLS}
    finally:
        cloudpickle.unregister_pickle_by_value(project)
    calls = [(cloudpickle.loads, name) for name in codes]
    with client:
        _check_python(address, client)
        graph, done = build_graph(tasks, options, skip, calls, prefix)
        whole: dict[str, Any] = codes | {name: (operator.call, *call) for name, call in graph.items()}
        futures = client.get(whole, [*done, f"{prefix}total"], sync=False)
        try:
            for future in as_completed(futures, loop=client.loop):
                if future.status == "error":
                    raise _in_words(address, future.exception())
                if future.status != "finished":
                    raise ValueError(f"--cluster {address}: the scheduler went away")
                if future.key in done:
                    progress(done[future.key])
            return Sum(*futures[-1].result())
        finally:
            client.cancel(futures)


def _in_words(address: str, error: BaseException) -> ValueError:
    """The error of a task as a ValueError with one line."""
    from distributed.scheduler import KilledWorker

    if isinstance(error, ValueError):
        return error
    if isinstance(error, KilledWorker):
        return ValueError(f"--cluster {address}: a task ended every worker that tried it ({error})")
    return ValueError(f"--cluster {address}: a worker could not count ({type(error).__name__}: {error})")


def _check_python(address: str, client: Client) -> None:
    """Raise ValueError, one line, for a worker with another Python version: it cannot run the code that we send."""
    ours = "{}.{}".format(*sys.version_info)
    versions: Any = client.get_versions()  # not a coroutine: this client waits for its answers
    for worker, found in versions["workers"].items():
        theirs = ".".join(str(found.get("host", {}).get("python", ours)).split(".")[:2])
        if theirs != ours:
            raise ValueError(f"--cluster {address}: expected workers with Python {ours}, got {theirs} at {worker}")


def reach(address: str) -> None:
    """Raise ValueError, one line, if no scheduler answers at an address within seconds."""
    try:
        from distributed.core import rpc
    except ImportError as error:
        raise ValueError(f"--cluster needs distributed: pip install -r requirements-cluster.txt ({error})") from None

    async def ask() -> str:
        async with rpc(address) as scheduler:
            return (await asyncio.wait_for(scheduler.identity(), ANSWER)).get("type", "")

    try:
        # a Client would wait for ever for a server of another kind; a thread, because a notebook has a loop of its own
        with ThreadPoolExecutor(1) as thread:
            kind = thread.submit(lambda: asyncio.run(ask())).result()
        why = "" if kind == "Scheduler" else f"it is a {kind}"
    except Exception as error:  # many kinds are possible
        why = str(error) or f"none within {ANSWER} seconds"
    if why:
        raise ValueError(f"--cluster {address}: expected a running Dask scheduler, got no answer ({why})")
