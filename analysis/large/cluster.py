"""The same tasks on the workers of a running Dask scheduler. Their code travels with them."""

from __future__ import annotations

import asyncio
import logging
import operator
import sys
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from distributed import Client

    from analysis.large.tasks import Result, Task

ANSWER = 2  # seconds in which a scheduler has to answer


def run_on_cluster(address: str, tasks: list[list[Task]], skip: bool, progress: Callable[[Task], None]) -> Result:
    """Let the workers of the scheduler at `address`, as tcp://host:8786, run the tasks of each file.

    A worker that dies is replaced by the scheduler, and its tasks run again. Raises ValueError, one line, if the
    scheduler does not answer or goes away, if a task cannot be done, or if one kills every worker that tries it.
    """
    reach(address)
    import cloudpickle
    from distributed import Client, as_completed

    from analysis.large.tasks import add_results, build_graph, close_file, count_task

    for name in [name for name in logging.root.manager.loggerDict if name.startswith(("distributed", "tornado"))]:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they have to say comes as an exception too
    client = Client(address, set_as_default=False)
    prefix = f"{uuid.uuid4().hex}-"  # what another one counts at the same time is not ours
    project = sys.modules["analysis"]
    cloudpickle.register_pickle_by_value(project)
    try:
        codes = {f"{prefix}{code.__name__}": cloudpickle.dumps(code) for code in (count_task, close_file, add_results)}
    finally:
        cloudpickle.unregister_pickle_by_value(project)
    calls = [(cloudpickle.loads, name) for name in codes]
    with client:
        _check_python(address, client)
        count, close, add = calls
        graph, done = build_graph(tasks, skip, count, close, add, prefix=prefix)
        graph = codes | {name: (operator.call, *call) for name, call in graph.items()}
        futures = client.get(graph, [*done, f"{prefix}total"], sync=False)
        try:
            for future in as_completed(futures, loop=client.loop):
                if future.status == "error":
                    raise _in_words(address, future.exception())
                if future.status != "finished":
                    raise ValueError(f"--cluster {address}: the scheduler went away")
                if future.key in done:
                    progress(done[future.key])
            return futures[-1].result()
        finally:
            client.cancel(futures)


def _in_words(address: str, error: BaseException) -> ValueError:
    """What a task ended with, as a ValueError of one line."""
    from distributed.scheduler import KilledWorker

    if isinstance(error, ValueError):
        return error
    if isinstance(error, KilledWorker):
        return ValueError(f"--cluster {address}: a task ended every worker that tried it ({error})")
    return ValueError(f"--cluster {address}: a worker could not count ({type(error).__name__}: {error})")


def _check_python(address: str, client: Client) -> None:
    """ValueError, one line, for a worker with another Python: code that travels runs on the same one alone."""
    ours = "{}.{}".format(*sys.version_info)
    versions: Any = client.get_versions()
    for worker, found in versions["workers"].items():
        theirs = ".".join(str(found.get("host", {}).get("python", ours)).split(".")[:2])
        if theirs != ours:
            raise ValueError(f"--cluster {address}: expected workers with Python {ours}, got {theirs} at {worker}")


def reach(address: str) -> None:
    """ValueError, one line, if no scheduler answers at an address within seconds."""
    try:
        from distributed.core import rpc
    except ImportError as error:
        raise ValueError(f"--cluster needs distributed: pip install -r requirements-cluster.txt ({error})") from None

    async def ask() -> str:
        async with rpc(address) as scheduler:
            return (await asyncio.wait_for(scheduler.identity(), ANSWER)).get("type", "")

    try:
        kind = asyncio.run(ask())  # a client alone would wait for ever for a server of another kind
        why = "" if kind == "Scheduler" else f"it is a {kind}"
    except Exception as error:  # there are many
        why = str(error) or f"none within {ANSWER} seconds"
    if why:
        raise ValueError(f"--cluster {address}: expected a running Dask scheduler, got no answer ({why})")
