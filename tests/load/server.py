"""A server of this checkout in a process of its own, and what it takes of memory and processor."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
DASHBOARD, BARE = "dashboard:app", "tests.load.bare:app"


def uvicorn(app: str) -> list[str]:
    """The command that serves `app` as `make serve` does; a port follows."""
    options = subprocess.run(
        ["make", "--no-print-directory", "-s", "serve-options"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [sys.executable, "-m", "uvicorn", app, *options.stdout.split(), "--port"]


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def started(
    command: list[str],
    environment: dict[str, str] | None = None,
    port: int | None = None,
    log: IO | None = None,
    folder: str | Path = ROOT,
) -> Iterator[tuple[str, int]]:
    """Start a server by a command that lacks its port only; yields its address and the number of its process.

    `log` is an open file for what it says. Streamlit reads its settings from `folder`.
    """
    port = port or free_port()
    url = f"http://127.0.0.1:{port}"
    command, environment = [*command, str(port)], os.environ | (environment or {})
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=log) as server:
        try:
            _wait_for(url, server)
            yield url, server.pid
        finally:
            server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(10)
            server.kill()


def served(app: str = DASHBOARD, environment: dict[str, str] | None = None, port: int | None = None, log=None):
    """The same with the command of `make serve`."""
    return started(uvicorn(app), environment, port, log)


def _wait_for(url: str, server: subprocess.Popen) -> None:
    """Wait until a server says that it is well."""
    for _ in range(600):  # a busy machine takes a minute
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{url}/_stcore/health", timeout=1):
            return
        assert server.poll() is None, "the server stopped"
        time.sleep(0.2)
    raise TimeoutError(f"{url} does not answer")


def usage(pid: int) -> tuple[float, float]:
    """MB of memory that a process holds, and seconds of processor time that it has taken (Linux; else zeros)."""
    process = Path(f"/proc/{pid}")
    if not process.is_dir():
        return 0.0, 0.0
    pages = int((process / "statm").read_text().split()[1])
    ticks = (process / "stat").read_text().rpartition(") ")[2].split()[11:13]
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6, sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
