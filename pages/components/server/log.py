"""The log: one line of JSON an event, with no word, no address and no query of anybody. `BIGRAM_LAB_LOG=1` asks for it.

    {"at": "2026-05-04T09:30:01.250Z", "event": "left", "seconds": 61.3, "messages": 14, "open": 41}

Events: started, stopped, came and left (a tab; `open`: how many there are), refused (why, status), failed (a page
raised an exception: its kind and the place in our code; what it said stays unsaid, for it may quote a visitor).
"""

from __future__ import annotations

import json
import logging
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from pages.components.streamlit_seams import QUOTING, quiet_loggers

ROOT = Path(__file__).parents[3]


def log_event(event: str, **facts: str | float) -> None:
    """Write a line to standard error, if the log is asked for."""
    if os.environ.get("BIGRAM_LAB_LOG", "") not in ("", "0"):
        at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        print(json.dumps({"at": at, "event": event, **facts}), file=sys.stderr, flush=True)


def log_exception(error: Exception) -> None:
    """A page raised an exception; the visitor sees Streamlit's one line that says so."""
    log_event("failed", kind=type(error).__name__, place=place_of(error))


def place_of(error: BaseException) -> str:
    """The last line of our own code that the error came through, as file:line; empty where there is none."""
    places, trace = [], error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(ROOT) and ".venv" not in file.parts:
            places.append(f"{file.relative_to(ROOT).as_posix()}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places[-1] if places else ""


REFUSED = "without completing handshake"  # what uvicorn says, as of a fault, of each websocket that we refuse


def silence_streamlit() -> None:
    """Keep words of visitors out of the log, and what is no fault.

    Streamlit logs an exception of a page with all that it says, which may quote a visitor; `log_exception` does not.
    """
    logging.getLogger("uvicorn.error").addFilter(lambda record: REFUSED not in str(record.msg))
    if os.environ.get("BIGRAM_LAB_LOG", "") not in ("", "0"):
        quiet_loggers(QUOTING, logging.CRITICAL)
