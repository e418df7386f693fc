"""What goes wrong around a server: it is killed, the disk is full, the words' own server is down, slow or lying."""

import asyncio
import http.server
import itertools
import subprocess
import sys
import threading
import time

import pooch
import pytest

from analysis.words import names
from analysis.words.names import WordsMissing, names_file
from tests.load.crowd import Plan, crowd
from tests.load.server import ROOT, free_port, served
from tests.load.visitor import Visitor


@pytest.mark.by_hand
def test_pages_come_back_by_their_address_after_a_server_is_killed_under_load(wait):
    port, tabs = free_port(), [Visitor(f"http://127.0.0.1:{free_port()}") for _ in range(8)]

    async def work(url):
        load = asyncio.create_task(crowd(url, Plan(sessions=8, seconds=6, every=0.3, arrive=1), lambda: (0.0, 0.0)))
        for place, tab in enumerate(tabs):
            tab.url = url
            await tab.__aenter__()
            await tab.open("smoothing")
            await tab.release(smoothing=place + 2)
        return load

    async def killed(url, pid):
        load = await work(url)
        subprocess.run(["kill", "-9", str(pid)], check=True)
        await asyncio.gather(*(tab.socket.wait_closed() for tab in tabs))
        load.cancel()

    async def back(url):
        found = []
        for tab in tabs:
            async with Visitor(url) as again:
                await again.open("smoothing", tab.query)
                found.append(again.values["smoothing"])
        return found

    with served(port=port) as (url, pid):
        wait(killed(url, pid))
    with served(port=port) as (url, _):
        assert wait(back(url)) == list(range(2, 10))


@pytest.fixture
def words_server(monkeypatch, tmp_path):
    """A server of names.txt on this machine, and an empty cache; `parts` is what it sends, after `late` seconds."""

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            time.sleep(server.late)
            self.send_response(server.status)
            self.end_headers()
            for part in server.parts:
                self.wfile.write(part)

        def log_message(self, *_words):
            pass

    monkeypatch.delenv("BIGRAM_LAB_DATA", raising=False)
    monkeypatch.setattr(pooch, "retrieve", pooch.core.retrieve)
    monkeypatch.setattr(pooch, "os_cache", lambda _project: tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        server.late, server.status, server.parts = 0, 200, [b"emma\n"]
        monkeypatch.setattr(names, "NAMES_URL", f"http://127.0.0.1:{server.server_port}/names.txt")
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


def not_to_be_had():
    with pytest.raises(WordsMissing) as missing:
        names_file()
    return "\n" not in str(missing.value)


def test_other_words_than_the_lectures_are_not_taken_and_not_kept(words_server, tmp_path):
    assert not_to_be_had()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fault", ["an error", "down", "too slow", "no place in the cache"])
def test_a_words_server_or_a_cache_that_fails_is_one_line(fault, words_server, monkeypatch, tmp_path):
    if fault == "an error":
        words_server.status = 500
    elif fault == "down":
        words_server.shutdown()
        words_server.server_close()
    elif fault == "too slow":
        monkeypatch.setattr(names, "SILENCE", 0.2)
        words_server.late = 1
    else:
        (tmp_path / "file").touch()
        monkeypatch.setattr(pooch, "os_cache", lambda _project: tmp_path / "file" / "below")
    assert not_to_be_had()


def test_a_words_server_that_sends_a_byte_now_and_then_or_never_ends_is_left(words_server, monkeypatch, tmp_path):
    def drip():
        while True:
            time.sleep(0.05)
            sent.append(time.monotonic())
            yield b"a"

    sent = []
    words_server.parts = drip()
    monkeypatch.setattr(names, "LONGEST", 0.3)
    assert not_to_be_had()
    monkeypatch.setattr(names, "LONGEST", 60)
    words_server.parts = itertools.repeat(2**16 * b"emma\n")
    assert not_to_be_had()
    assert sent
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of file sizes on Windows")
def test_a_disk_that_is_full_is_one_line(words_server, tmp_path):
    words_server.parts = [100_000 * b"emma\n"]
    lines = f"""
import resource, pathlib, pooch
from analysis.words import names
names.NAMES_URL = {names.NAMES_URL!r}
pooch.os_cache = lambda _project: pathlib.Path({str(tmp_path)!r})
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    names.names_file()
except names.WordsMissing as missing:
    print(missing.brief)
"""
    run = subprocess.run([sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stdout.startswith("The words of names.txt are not on this machine"), run.stderr
    assert run.stderr == ""
