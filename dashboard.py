"""The server: `uvicorn dashboard:app` or `streamlit run dashboard.py`. Warm-up, headers, addresses; no page.

Why each line: objects of the imports are frozen out of the garbage collector
(collecting them after every rerun cost 60 to 140 ms), torch keeps to one thread
(27 x 27 is too small for two), and threads switch after 1 ms instead of 5.
"""

import asyncio
import base64
import contextlib
import gc
import hashlib
import logging
import os
import re
import sys
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import RedirectResponse

from pages.components.contents import PAGES


def inline_scripts():
    """The hashes of the scripts inside Streamlit's own page: by the security policy no other may run inline."""
    page = (Path(st.__file__).parent / "static/index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return " ".join(f"'sha256-{digest}'" for digest in hashes)


# Components come as blobs, hence `blob:`. BIGRAM_LAB_FRAMES names the sites that may show the dashboard in a frame.
POLICY = {
    "default-src": "'self'",
    "script-src": f"'self' blob: {inline_scripts()}",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": os.environ.get("BIGRAM_LAB_FRAMES", "'self'"),
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


class SecurityHeaders:
    """Adds HEADERS to every HTTP response."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def with_headers(message):
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


PATHS = {page.path for page in PAGES}


class PageAddresses:
    """Leads /Smoothing and /smoothing/x, which would stay blank, to /smoothing, with what they set."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        path = scope["path"].removeprefix(scope.get("root_path", "")) if scope["type"] == "http" else ""
        page = path.strip("/").split("/")[0].lower()
        rest = path.lower().removeprefix(f"/{page}").strip("/")
        # Streamlit's own files and messages are asked for below a page's address too: with a dot or an underscore.
        if page and page in PATHS and path != f"/{page}" and not re.search(r"[._]|^static", rest):
            query = scope["query_string"].decode("latin-1")
            up = "../" * (path.count("/") - 1)  # relative: behind a proxy the dashboard may stand below a path
            await RedirectResponse(f"{up or './'}{page}{'?' if query else ''}{query}")(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def warm_up():
    """Import and work out what the first visitor would wait for, in the caches of the pages, and freeze it all."""
    import pandas  # noqa: F401 - the pages' tables
    import pyarrow  # noqa: F401 - the way of tables to the browser
    import torch

    from analysis.settings import SEED
    from analysis.views.charts import share_bars, switch_curve
    from analysis.words.vocabulary import labels
    from pages.components import nets, sources
    from pages.components.live import (  # noqa: F401 - their files are read and joined
        beside,
        counts,
        forward,
        regularization,
        replay,
        table,
        training,
    )

    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(
        "ERROR"
    )  # no visitor is here yet
    torch.set_num_threads(1)
    known = sources.tables()
    sources.curves()
    sources.uniforms(SEED.default, 5)
    share_bars(tuple(labels(known.vocab)))
    nets.model_curves_of()
    switch_curve(len(nets.penalty_switched_on().before.loss), 2.45, 2.55)
    sys.setswitchinterval(0.001)
    gc.collect()
    gc.freeze()


@contextlib.asynccontextmanager
async def lifespan(app):
    await asyncio.to_thread(warm_up)
    yield {}


app = st.App(
    Path(__file__).parent / "pages/app.py",
    lifespan=lifespan,
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(PageAddresses),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=4),
    ],
)
