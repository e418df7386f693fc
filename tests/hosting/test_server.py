"""A running server: what hostile clients get from it, and that everybody else goes on."""

import contextlib
import gzip
import re
import socket
import struct
import time
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
import streamlit as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from pages.components.page_registry import PAGES
from pages.components.server.page_html import title_of
from tests.load.server import usage
from tests.load.visitor import Visitor, stream_of


def raw(url, *lines, wait_for=b"\r\n\r\n"):
    """What a server answers to lines sent as they are."""
    with socket.create_connection((urlsplit(url).hostname, urlsplit(url).port), timeout=10) as line:
        answer = b""
        with contextlib.suppress(ConnectionError):  # a server that has refused need not read to the end
            line.sendall("\r\n".join(lines).encode() + b"\r\n\r\n")
        while wait_for not in answer and (piece := line.recv(65536)):
            answer += piece
    return answer.decode("latin-1")


async def opens(server, page="smoothing", query=""):
    """Open a page, as proof that all is well; gives back the visitor."""
    async with Visitor(server.url) as visitor:
        await visitor.open(page, query)
    return visitor


async def refused(server, **headers):
    """The status with which a websocket is refused."""
    with pytest.raises(InvalidStatus) as refusal:
        await connect(stream_of(server.url), additional_headers=headers)
    return refusal.value.response.status_code


def test_the_health_check_says_ok_and_metrics_are_closed(server):
    assert "200 OK" in raw(server.url, "GET /_stcore/health HTTP/1.1", "Host: 10.0.0.7").splitlines()[0]
    assert " 404 " in raw(server.url, "GET /_stcore/metrics HTTP/1.1", "Host: lab.example").splitlines()[0]


def test_a_path_that_leads_out_of_its_folder_is_refused_however_it_is_written(server):
    for path in ("/static/%2e%2e/%2e%2e/dashboard.py", "/smoothing/..%5c..%5cx"):
        assert " 400 " in raw(server.url, f"GET {path} HTTP/1.1", "Host: lab.example").splitlines()[0]


def test_a_million_parameters_in_an_address_are_refused_before_they_are_read(server):
    begun = usage(server.pid)[1]
    answer = raw(server.url, f"GET /?{'a=1&' * 1_000_000} HTTP/1.1", "Host: lab.example")
    assert " 400 " in answer.splitlines()[0]
    assert usage(server.pid)[1] - begun < 0.5  # seconds of processor


def test_a_strange_host_or_origin_opens_no_websocket(server, wait):
    asked = "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {'A' * 22}=="
    answer = raw(server.url, "GET /_stcore/stream HTTP/1.1", "Host: elsewhere.example", *asked)
    assert " 421 " in answer.splitlines()[0]
    assert wait(refused(server, Origin="https://elsewhere.example")) == 403


def test_a_message_of_10_mb_ends_its_own_tab_alone(server, wait):
    async def too_big():
        async with Visitor(server.url) as other:
            await other.open("smoothing")
            async with connect(stream_of(server.url), subprotocols=["streamlit"]) as line:
                with contextlib.suppress(ConnectionClosed):
                    await line.send(bytes(10_000_000))
                await line.wait_closed()
            await other.release(smoothing=5)
        return line.close_code, other.query

    assert wait(too_big()) == (1009, "smoothing=5")


def test_a_message_with_more_parameters_than_a_link_can_have_opens_the_page_without_them(server, wait):
    assert wait(opens(server, query="smoothing=7&" + "a=1&" * 100_000)).values["smoothing"] == 1


def test_a_message_that_is_none_disturbs_nobody(server, wait):
    async def nonsense():
        for data in (b"\xff" * 50, BackMsg().SerializeToString(), "text"):
            async with connect(stream_of(server.url), subprotocols=["streamlit"]) as line:
                await line.send(data)

    wait(nonsense())
    assert wait(opens(server)).values


def test_the_sixth_tab_of_an_address_is_refused_and_the_others_stay(server, wait):
    async def six():
        tabs = [await Visitor(server.url).__aenter__() for _ in range(5)]
        status = await refused(server)
        await tabs[0].open("smoothing", "smoothing=3")
        for tab in tabs:
            await tab.__aexit__()
        return status, tabs[0].values["smoothing"]

    assert wait(six()) == (503, 3)
    assert "without completing handshake" not in server.log.read_text(encoding="utf-8")  # no fault of the server


def test_a_tab_that_is_cut_in_the_middle_of_a_message_leaves_nothing_behind(server, wait):
    with socket.create_connection((urlsplit(server.url).hostname, urlsplit(server.url).port), timeout=10) as line:
        line.sendall(
            b"GET /_stcore/stream HTTP/1.1\r\nHost: lab.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        assert b"101" in line.recv(4096)
        line.sendall(b"\x82\xfe\x10\x00mask and the first bytes of 4,096")
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # no goodbye
    assert wait(opens(server)).values
    for _ in range(50):
        last = [event for event in server.events if event["event"] == "left"][-2:]
        if last and last[-1]["open"] == 0:
            break
        time.sleep(0.1)
    assert last[-1]["open"] == 0


def test_a_tab_that_never_reads_holds_up_nobody_and_little_memory(server, wait):
    async def deaf():
        before = usage(server.pid)[0]
        async with Visitor(server.url) as silent, Visitor(server.url) as other:
            await silent.open("smoothing")
            silent.socket.transport.pause_reading()
            message = BackMsg()
            message.rerun_script.page_script_hash = silent.page
            message.rerun_script.widget_states.widgets.extend(silent.boxes.values())
            for _ in range(300):
                await silent.socket.send(message.SerializeToString())
            await other.open("smoothing")
            for smoothing in range(2, 22):
                await other.release(smoothing=smoothing)
            silent.socket.transport.abort()
        return usage(server.pid)[0] - before, other.query

    grown, query = wait(deaf())
    assert query == "smoothing=21"
    assert grown < 100  # MB


def test_the_log_holds_no_word_of_anybody(server, wait):
    assert wait(opens(server, "forward", "word=zebediah")).values
    wait(opens(server, "forward", "word=%00secret%22&seed=secret"))
    raw(server.url, "GET /forward?word=zebediah HTTP/1.1", "Host: lab.example")
    raw(server.url, "GET /forward/..?word=zebediah HTTP/1.1", "Host: secret.example")
    said = server.log.read_text(encoding="utf-8")
    assert "zebediah" not in said
    assert "secret" not in said
    assert {"started", "came", "left", "refused"} <= {event["event"] for event in server.events}


def test_a_session_that_was_lost_takes_the_release_that_its_tab_sends_to_the_next_one(server, wait):
    async def come_back():
        tab = Visitor(server.url)
        async with tab:
            await tab.open("smoothing")
            await tab.release(smoothing=3)
            tab.kept.clear()
        async with tab:  # a line of its own, and a session that knows nothing yet
            await tab.release(smoothing=7)
            first = tab.version, tab.values["smoothing"], tab.query
            await tab.release(row=17)  # as the browser does, which goes on counting
            return first, (tab.version, tab.values["smoothing"], tab.query)

    assert wait(come_back()) == ((2, 7, "smoothing=7"), (3, 7, "smoothing=7&row=q"))


def test_the_html_of_each_page_says_what_a_chat_shows_of_a_link_to_it(server):
    heads = set()
    for page in PAGES:
        with urlopen(f"{server.url}/{page.path}?smoothing=5", timeout=10) as answer:
            assert "frame-ancestors" in answer.headers["Content-Security-Policy"]
            text = answer.read().decode()
        (title,) = re.findall("<title>(.*?)</title>", text)
        named = dict(re.findall('<meta (?:name|property)="([a-z:_]+)" content="(.*?)" />', text))
        assert unescape(title) == title_of(page) == unescape(named["og:title"])
        assert page.teaser
        assert unescape(named["description"]) == page.teaser == unescape(named["og:description"])
        assert named["og:site_name"] == "Bigram Lab"
        assert text.index("./translation.js") < text.index("./connect.js") < text.index("./static/js/index")
        assert text.index("<body>") < text.index("data-guess=made")  # hides the answer before the page comes
        heads.add((title, named["description"]))
    assert len(heads) == len(PAGES)
    for path in ("nosuch", "make_name", "index.html"):
        with urlopen(f"{server.url}/{path}", timeout=10) as answer:
            assert f"<title>{title_of(PAGES[0])}</title>" in answer.read().decode()  # with what is wrong
    for name in ("translation.js", "connect.js"):
        with urlopen(f"{server.url}/{name}", timeout=10) as script:
            assert script.headers["Content-Type"].startswith(("text/javascript", "application/javascript"))


def test_each_script_that_the_html_names_is_streamlits_own_packed_or_not(server):
    with urlopen(server.url, timeout=10) as answer:
        text = answer.read().decode()
    scripts = re.findall(r'"\./(static/js/[^"]+)"', text)
    assert len(scripts) == len(set(scripts)) > 60
    late = [name for name in scripts if name.startswith(("static/js/BidiComponent", "static/js/Html"))]
    assert len(late) == 2
    assert min(map(scripts.index, late)) > 50
    for name in scripts[::9] + late:
        content = (Path(st.__file__).parent / "static" / name).read_bytes()
        for packing, unpack in {"gzip, br": gzip.decompress, "identity": bytes}.items():
            request = Request(f"{server.url}/{name}", headers={"Accept-Encoding": packing})
            with urlopen(request, timeout=10) as script:
                assert unpack(script.read()) == content
                assert "immutable" in script.headers["Cache-Control"]
                assert script.headers["Vary"] == "Accept-Encoding"
                assert "javascript" in script.headers["Content-Type"]
