"""JavaScript modules of the live components in a blank page, to hold them against Python."""

from __future__ import annotations

import contextlib
import os

import pytest

from pages.components.live import HERE, source

IMPORT = "async (text) => import(URL.createObjectURL(new Blob([text], {type: 'text/javascript'})))"


def in_blank_page(entry):
    """A fixture for a module of tests: what `open_modules` yields for the text of this entry."""

    @pytest.fixture(scope="module")
    def javascript(browser, tmp_path_factory):
        with open_modules(browser, tmp_path_factory.mktemp("modules"), entry) as run:
            yield run

    return javascript


@contextlib.contextmanager
def open_modules(browser, folder, entry):
    """Run the text of a module that imports "./files.js" of the live folder, and puts what is wanted into `globalThis`.

    Yields a function that evaluates an expression there, in which `x` is what is handed over. `folder` is an empty one.
    """
    path = folder / "entry.js"
    path.write_text(entry.replace('"./', f'"{os.path.relpath(HERE, folder)}/'), encoding="utf-8")
    page = browser.new_page()
    page.goto("about:blank")
    page.evaluate(IMPORT, source(path))
    yield lambda expression, x=None: page.evaluate(f"(x) => {expression}", x)
    page.close()
