"""The server: what its headers allow, where it leads an address to, and that the first visitor waits for no import."""

import asyncio
import base64
import hashlib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import streamlit as st

from pages.components.server.headers import SecurityHeaders, frames
from pages.components.server.redirects import PageRedirects

ROOT = Path(__file__).parents[1]


def answer(middleware, path, query=""):
    """The status and the headers of a GET through a middleware, in front of a server that says 200 to all."""
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
    sent = []

    async def inner(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message):
        sent.append(message)

    call = middleware(inner)(scope, None, send)
    with ThreadPoolExecutor(1) as other:  # a thread of its own: where a browser test ran before, this one has a loop
        other.submit(asyncio.run, call).result()
    return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def test_no_script_runs_inline_but_streamlits_own():
    _, headers = answer(SecurityHeaders, "/")
    policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    page = (Path(st.__file__).parent / "static/index.html").read_text(encoding="utf-8")
    (script,) = re.findall("<script>(.*?)</script>", page, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert policy["script-src"] == f"'self' blob: 'sha256-{digest}'"
    assert (policy["connect-src"], policy["form-action"], policy["frame-ancestors"]) == ("'self'",) * 3


@pytest.mark.parametrize("sites", ["'self'; script-src *", "'self'\nX-Header: 1", " "])
def test_a_setting_that_would_begin_another_rule_is_refused(sites):
    with pytest.raises(ValueError, match="BIGRAM_LAB_FRAMES must be sites with spaces between them"):
        frames(sites)


@pytest.mark.parametrize(
    ("path", "query", "leads_to"),
    [
        ("/smoothing/x", "smoothing=5&row=q", "../smoothing?smoothing=5&row=q"),
        ("/smoothing/", "", "../smoothing"),
        ("/Smoothing", "row=q", "./smoothing?row=q"),
        ("/Smoothing/a/b", "", "../../smoothing"),
    ],
)
def test_an_address_below_a_page_or_in_capitals_leads_to_the_page(path, query, leads_to):
    status, headers = answer(PageRedirects, path, query)
    assert (status, headers["location"]) == (307, leads_to)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/smoothing",
        "/_stcore/health",
        "/smoothing/_stcore/host-config",
        "/smoothing/static/js/a.js",
        "/static/x",
        "/nosuch",
    ],
)
def test_every_other_address_is_left_as_it_is(path):
    assert answer(PageRedirects, path)[0] == 200


def test_the_warm_up_logs_nothing_and_after_it_a_first_visitor_waits_for_nothing_and_torch_uses_one_thread():
    lines = """
import asyncio, sys, dashboard
from streamlit import config
config.get_config_options(force_reparse=True)  # as Streamlit's start does: it sets its loggers anew
dashboard.warm_up()
asyncio.run(dashboard.fill_slow_caches())
print("warm", file=sys.stderr)
before = set(sys.modules)
assert "torch._dynamo" not in before  # torch's compiler: three seconds, 100 MB
import pages.contexts.cached, pages.ladder.cached, pages.reproduce.sections
pages.contexts.cached.sample_words = pages.ladder.cached.climb = pages.ladder.cached.shipped_rungs = None
pages.ladder.cached.sample_words = pages.reproduce.sections.recompute = None  # what calls one has not kept its values
from streamlit.testing.v1 import AppTest
for page in ("start", "smoothing", "bigrams", "contexts", "ladder", "reproduce"):
    at = AppTest.from_file("pages/app.py", default_timeout=60).run().switch_page(f"{page}/page.py").run()
    assert not at.exception
late = {name.split(".")[0] for name in sys.modules} - {name.split(".")[0] for name in before}
print("late:", *sorted(late & {"torch", "pandas", "pyarrow", "altair", "numpy"}))
import threading, torch
threading.Thread(target=lambda: print(torch.get_num_threads())).start()  # a page runs in a new thread too
"""
    env = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"}
    run = subprocess.run([sys.executable, "-c", lines], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert run.stdout.splitlines() == ["late:", "1"], run.stderr
    assert run.stderr.startswith("warm\n")
