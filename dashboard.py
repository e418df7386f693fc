"""The server: `uvicorn dashboard:app` or `streamlit run dashboard.py`. Warm-up, compression, security headers; no page.

Why each line: objects of the imports are frozen out of the garbage collector
(collecting them after every rerun cost 60 to 140 ms), torch keeps to one thread
(27 x 27 is too small for two), and threads switch after 1 ms instead of 5.
"""

import asyncio
import contextlib
import gc
import sys
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; script-src 'self' blob: 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: wss:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


class SecurityHeaders:
    """Adds HEADERS to every HTTP response. Components come as blobs, hence `blob:`."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def with_headers(message):
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


def warm_up():
    """Import what the first visitor would wait for, read the tables, build the charts, and freeze it all."""
    import torch

    from analysis.counts.tables import load_tables
    from analysis.settings import CORPUS
    from analysis.views.charts import share_bars
    from analysis.words.vocabulary import labels

    torch.set_num_threads(1)
    for corpus in CORPUS.options:
        share_bars(tuple(labels(load_tables(corpus).vocab)))
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
    middleware=[Middleware(SecurityHeaders), Middleware(GZipMiddleware, minimum_size=1000, compresslevel=4)],
)
