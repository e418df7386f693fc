"""The log: one line of JSON for each event, if BIGRAM_LAB_LOG=1. It has no visitor's words, address or query.

    {"at": "2026-05-04T09:30:01.250Z", "event": "left", "seconds": 61.3, "messages": 14, "open": 41}

Events: started, stopped, came and left (a tab; `open`: how many are open now), refused (why, status), failed (a page
raised an exception: its kind and the place in our code, but not its message, which may quote a visitor).
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
    """Write a line to standard error, if the log is on."""
    if os.environ.get("BIGRAM_LAB_LOG", "") not in ("", "0"):
        at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        print(json.dumps({"at": at, "event": event, **facts}), file=sys.stderr, flush=True)


def log_exception(error: Exception) -> None:
    """Log that a page raised an exception. The visitor sees Streamlit's one line about it."""
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


REFUSED = "without completing handshake"  # uvicorn logs this as an error for each websocket that we refuse


def silence_streamlit() -> None:
    """Keep two things out of the log: visitors' words, and lines about websockets that we refuse.

    Streamlit logs the message of an exception, which may quote a visitor; `log_exception` does not.
    """
    logging.getLogger("uvicorn.error").addFilter(lambda record: REFUSED not in str(record.msg))
    if os.environ.get("BIGRAM_LAB_LOG", "") not in ("", "0"):
        quiet_loggers(QUOTING, logging.CRITICAL)
