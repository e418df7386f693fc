"""The server: `uvicorn dashboard:app` or `streamlit run dashboard.py`. It warms up, and adds routes and middleware.

Three settings for speed: the garbage collector leaves out the imported objects (looking at them after every rerun
took 60 to 140 ms), torch uses one thread (27 x 27 is too small for two), and threads switch after 1 ms instead of 5.
The number of threads is set here, before torch is imported: `torch.set_num_threads` would hold only for the thread that
calls it, and Streamlit runs a page in a new thread each time. With two threads, one logarithm of 27 x 27 numbers took 5
to 30 ms.
"""

import asyncio
import contextlib
import functools
import gc
import logging
import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # for torch

import streamlit as st

from pages.components import streamlit_seams

streamlit_seams.quiet_loggers(streamlit_seams.BEFORE_VISITORS, logging.ERROR)  # the imports below read texts

from pages.components.server import MIDDLEWARE
from pages.components.server.log import log_event, log_exception, silence_streamlit
from pages.components.server.page_html import page_routes

PAGE_FOLDER = Path(__file__).parent.resolve() / "pages"


def warm_up():
    """Import modules and fill the caches of the pages, so that the first visitor does not wait for it."""
    streamlit_seams.quiet_loggers(streamlit_seams.BEFORE_VISITORS, logging.ERROR)  # Streamlit's start has set them anew
    import pandas  # noqa: F401 - the pages' tables
    import pyarrow  # noqa: F401 - it sends tables to the browser

    from analysis.settings import SEED
    from analysis.views.charts import share_bars, switch_curve
    from analysis.words.vocabulary import labels
    from pages.components import cached, cached_nets
    from pages.components.live import load_views
    from pages.components.texts import as_html, blocks_as_html

    streamlit_seams.load_icons()
    load_views()
    for first in (as_html, blocks_as_html, functools.partial(blocks_as_html, with_html=True)):
        first("")  # the rules of Markdown are put in order at the first text
    known = cached.tables()
    cached.curves()
    cached.uniforms(SEED.default, 5)
    share_bars(tuple(labels(known.vocab)))
    cached_nets.model_curves_of()
    switch_curve(len(cached_nets.penalty_switched_on().before.loss), 2.45, 2.55)
    sys.setswitchinterval(0.001)
    gc.collect()
    gc.freeze()


async def fill_slow_caches():
    """Calculate what three pages need seconds for, one thing after the other. The server answers meanwhile."""
    from analysis.settings import SEED
    from pages.components.list_at_hand import list_at_hand
    from pages.contexts.cached import names_of_each
    from pages.ladder.cached import all_rungs, names_drawn
    from pages.reproduce.sections import results

    with_words = list_at_hand().has_words
    if with_words:
        await asyncio.to_thread(names_of_each, SEED.default)
    await asyncio.to_thread(all_rungs, with_words)
    await asyncio.to_thread(names_drawn, SEED.default, with_words)
    await asyncio.to_thread(results, with_words)


@contextlib.asynccontextmanager
async def lifespan(app):
    silence_streamlit()
    await asyncio.to_thread(warm_up)
    slow = asyncio.create_task(fill_slow_caches())
    log_event("started")
    yield {}
    slow.cancel()
    log_event("stopped")


app = st.App(
    PAGE_FOLDER / "app.py",
    lifespan=lifespan,
    routes=page_routes(),
    middleware=MIDDLEWARE,
    on_script_error=log_exception,
)
