"""hosting/nginx.conf in a real nginx: TLS, the path /bigrams/, websockets, compression, two servers; one dies."""

import contextlib
import http.client
import shutil
import ssl
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.load.server import ROOT, free_port, served
from tests.load.visitor import Visitor

NGINX = shutil.which("nginx") or next((path for path in ("/usr/sbin/nginx",) if Path(path).exists()), None)
pytestmark = [
    pytest.mark.by_hand,
    pytest.mark.skipif(not (NGINX and shutil.which("openssl")), reason="no nginx or no openssl on this machine"),
]
FRAME = """daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/start.log;
events {{}}
http {{ client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi; include {folder}/bigrams.conf; }}
"""


@dataclass
class Site:
    """nginx in front of two servers: its port, its log, how its certificate is trusted, how to stop each server."""

    port: int
    log: Path
    trust: ssl.SSLContext
    stop: dict[str, contextlib.ExitStack]

    def get(self, path, **headers):
        """An answer, read to its end: status, headers, bytes."""
        line = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.trust, timeout=10)
        line.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        return answer.status, answer.headers, answer.read()

    def visitor(self, at=""):
        """A tab; `at` is the server that its cookie names."""
        headers = {"Origin": f"https://127.0.0.1:{self.port}"} | ({"Cookie": f"bigrams={at}"} if at else {})
        return Visitor(
            f"https://127.0.0.1:{self.port}/bigrams", options={"ssl": self.trust, "additional_headers": headers}
        )


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nginx")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
    made += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate]
    subprocess.run(made, check=True, capture_output=True)
    one, two, port, plain = (free_port() for _ in range(4))
    text = (ROOT / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    for ours, here in {
        "127.0.0.1:8501": f"127.0.0.1:{one}",
        "127.0.0.1:8502": f"127.0.0.1:{two}",
        "listen 443 ": f"listen 127.0.0.1:{port} ",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "server_name lab.example;": "server_name 127.0.0.1;",
        "/etc/letsencrypt/live/lab.example/fullchain.pem": str(certificate),
        "/etc/letsencrypt/live/lab.example/privkey.pem": str(key),
        "/var/log/nginx": str(folder),
    }.items():
        assert ours in text
        text = text.replace(ours, here)
    (folder / "bigrams.conf").write_text(text)
    (folder / "nginx.conf").write_text(FRAME.format(folder=folder))
    stop = {"one": contextlib.ExitStack(), "two": contextlib.ExitStack()}
    stop["one"].enter_context(served(port=one))
    stop["two"].enter_context(served(port=two))
    with stop["one"], stop["two"], subprocess.Popen([NGINX, "-c", folder / "nginx.conf", "-p", folder]) as nginx:
        time.sleep(1)
        assert nginx.poll() is None, (folder / "start.log").read_text()
        yield Site(port, folder / "bigrams.log", ssl.create_default_context(cafile=certificate), stop)
        nginx.terminate()


def test_a_page_comes_over_tls_below_the_path_with_all_its_headers(site):
    status, headers, body = site.get("/bigrams/smoothing?smoothing=5")
    assert (status, b"<title>" in body) == (200, True)
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["Strict-Transport-Security"] == "max-age=31536000"


def test_an_address_that_is_nearly_right_leads_to_the_page_below_the_path(site):
    status, headers, _ = site.get("/bigrams/Smoothing?row=q")
    assert (status, headers["Location"]) == (307, "./smoothing?row=q")
    status, headers, _ = site.get("/bigrams?row=q")
    assert (status, headers["Location"]) == (301, "/bigrams/?row=q")


def test_scripts_come_compressed(site):
    page = site.get("/bigrams/")[2].decode()
    script = page.split('src="./static/js/')[1].split('"')[0]
    _, headers, _ = site.get(f"/bigrams/static/js/{script}", Accept_Encoding="gzip")
    assert headers["Content-Encoding"] == "gzip"


def test_a_visitor_gets_a_server_and_keeps_it(site):
    cookie = site.get("/bigrams/")[1]["Set-Cookie"].split(";")[0]
    assert {site.get("/bigrams/", Cookie=cookie)[1]["Set-Cookie"].split(";")[0] for _ in range(6)} == {cookie}
    assert {site.get("/bigrams/")[1]["Set-Cookie"].split(";")[0] for _ in range(20)} == {"bigrams=one", "bigrams=two"}


def test_a_slider_is_released_through_the_websocket(site, wait):
    async def release():
        async with site.visitor() as visitor:
            await visitor.open("smoothing", "smoothing=2")
            await visitor.release(smoothing=5)
            return visitor.query

    assert wait(release()) == "smoothing=5"


def test_the_log_holds_the_page_and_not_what_it_was_asked(site):
    site.get("/bigrams/forward?word=zebediah")
    said = site.log.read_text()
    assert "/forward" in said
    assert "zebediah" not in said


def test_where_a_server_dies_its_visitors_come_back_by_their_address_on_the_other(site, wait):
    async def stay():
        async with site.visitor(at="one") as visitor:
            await visitor.open("smoothing", "smoothing=2")
            await visitor.release(smoothing=7)
            site.stop["one"].close()
            await visitor.socket.wait_closed()
        async with site.visitor(at="one") as again:  # the cookie still names the server that is gone
            await again.open("smoothing", visitor.query)
            return again.values["smoothing"]

    assert wait(stay()) == 7
    assert site.get("/bigrams/", Cookie="bigrams=one")[0] == 200
