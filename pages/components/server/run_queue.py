"""Pages run one after another: all runs share one core, and if they interrupt each other, all of them end late."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

from pages.components.server.sockets import whole

LONGEST_WAIT = 0.1  # seconds; then a run begins anyway. With 0.3, a visitor who retrains nets delayed all others
_free = threading.BoundedSemaphore(whole("BIGRAM_LAB_RUNS", 1))


@contextlib.contextmanager
def wait_for_turn() -> Iterator[None]:
    """Put this around the run of a page: it waits for other pages to end, for LONGEST_WAIT seconds at most.

    BIGRAM_LAB_RUNS sets how many pages run without waiting. It is no limit: after the wait, a page runs beside them.
    A run that is not wanted any more (its tab is closed, or has sent something newer) is stopped by Streamlit at its
    first `st` call, so that call must come inside.
    """
    has_turn = _free.acquire(timeout=LONGEST_WAIT)
    try:
        yield
    finally:
        if has_turn:
            _free.release()
