"""One running dashboard for the tests of this folder, as `make serve` starts it, with its log kept."""

from __future__ import annotations

import asyncio
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.load.server import served


@dataclass(frozen=True)
class Server:
    """A dashboard that runs: its address, the number of its process, and the file of its log."""

    url: str
    pid: int
    log: Path

    @property
    def events(self) -> list[dict]:
        """The lines of its log."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A dashboard with the settings of `make serve`, which lets 5 tabs of one address be open."""
    if shutil.which("make") is None:
        pytest.skip("no make on this machine")
    log = tmp_path_factory.mktemp("server") / "log"
    with log.open("w") as file:
        limits = {"BIGRAM_LAB_LOG": "1", "BIGRAM_LAB_HOSTS": "lab.example", "BIGRAM_LAB_SOCKETS_EACH": "5"}
        with served(environment=limits, log=file) as (url, pid):
            yield Server(url, pid, log)


@pytest.fixture
def wait():
    """Run something asynchronous to its end, in a thread of its own: a browser test may have left a loop here."""

    def wait(coroutine):
        with ThreadPoolExecutor(1) as other:
            return other.submit(asyncio.run, coroutine).result()

    return wait
