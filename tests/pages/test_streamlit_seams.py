"""Each private thing of Streamlit is taken away in turn: a feature is lost, one line says so, the page still opens."""

import importlib
import logging
import re
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime import scriptrunner

from pages.components import streamlit_seams as seams
from pages.components.server import headers, page_html
from tests.pages.reading import ROOT, open_page, values


@pytest.fixture(autouse=True)
def nothing_reported_yet():
    seams.report_lost.cache_clear()


def controls_of_smoothing():
    """How many values the page Smoothing shares with the browser, opened and run once more."""
    at = open_page("start").switch_page("smoothing/page.py").run().run()
    assert not at.exception
    return len(values(at))


def lost_lines(caplog):
    return [record.getMessage() for record in caplog.records if record.name == "bigram_lab"]


class Run:
    """A script context that lacks what a test takes away."""

    is_history_navigation = True
    query_string = "smoothing=5"

    @property
    def session_state(self):
        return self  # without query_params()


@pytest.mark.parametrize("gone", ["function", "flag", "initial parameters"])
def test_without_the_script_context_a_page_opens_and_one_line_says_what_is_lost(gone, monkeypatch, caplog):
    if gone == "function":
        monkeypatch.delattr(scriptrunner, "get_script_run_ctx")
    else:
        context = object() if gone == "flag" else Run()
        monkeypatch.setattr(scriptrunner, "get_script_run_ctx", lambda: context)
    assert controls_of_smoothing() > 0
    (line,) = lost_lines(caplog)
    assert line.startswith("Streamlit has no script context any more: Back and Forward show defaults")


def test_without_index_html_the_policy_allows_no_inline_script_at_all(monkeypatch, caplog):
    monkeypatch.setattr(st, "__file__", "/nowhere/__init__.py")
    assert headers.inline_scripts() == headers.inline_scripts() == ""
    assert len(lost_lines(caplog)) == 1


@pytest.mark.parametrize("name", [*seams.BEFORE_VISITORS, *seams.QUOTING, "streamlit.emojis"])
def test_without_a_module_the_rest_goes_on(name, monkeypatch, caplog):
    find = importlib.import_module

    def import_module(wanted):
        if wanted == name:
            raise ImportError(name)
        return find(wanted)

    monkeypatch.setattr(importlib, "import_module", import_module)
    loggers = (*seams.BEFORE_VISITORS, *seams.QUOTING)
    levels = {logger: logging.getLogger(logger).level for logger in loggers}
    for _ in range(2):
        seams.load_icons()
        for logger in loggers:
            seams.quiet_loggers((logger,), levels[logger])
    (line,) = lost_lines(caplog)
    assert name in line


def test_streamlit_still_has_each_test_id():
    scripts = (script.read_text("utf-8") for script in (Path(st.__file__).parent / "static").rglob("*.js"))
    found = {name for script in scripts for name in re.findall(r"\bst[A-Z][\w-]*", script)}
    assert set(seams.TEST_IDS) <= found


def test_no_other_file_of_the_dashboard_uses_private_parts_of_streamlit():
    private = ("streamlit.runtime", "streamlit.proto", "streamlit.web", "streamlit.emojis", 'getLogger("streamlit')
    files = [ROOT / "dashboard.py", *(ROOT / "pages").rglob("*.py")]
    found = [file.name for file in files if any(name in file.read_text("utf-8") for name in private)]
    assert found == ["streamlit_seams.py"]
    styled = {
        name
        for file in (ROOT / "pages").rglob("*.*")
        if file.suffix in (".py", ".js", ".css")
        for name in re.findall(r"data-testid=([\w-]+)", file.read_text("utf-8"))
    }
    assert styled <= set(seams.TEST_IDS)


def test_without_one_of_the_late_scripts_the_others_are_preloaded(tmp_path, monkeypatch, caplog):
    folder = tmp_path / "static" / "static" / "js"
    folder.mkdir(parents=True)
    (folder / "Html.1.js").write_text('import{t as e}from"./clean.2.js";from"./gone.3.js";')
    (folder / "clean.2.js").write_text("1")
    monkeypatch.setattr(st, "__file__", str(tmp_path / "__init__.py"))
    assert seams.late_scripts(()) == [f"./static/js/{name}.js" for name in ("Html.1", "clean.2")]
    late = [line.split(" any more")[0] for line in lost_lines(caplog)]
    assert late == ["Streamlit has no script BidiComponent"]


@pytest.mark.parametrize("own", [(), *seams.SCRIPTS_OF_PAGES.values()])
def test_streamlit_still_has_each_late_script(own, caplog):
    assert len(seams.late_scripts(own)) > len(seams.LATE_SCRIPTS)
    assert not lost_lines(caplog)


def test_without_a_head_or_a_body_in_index_html_streamlits_own_is_served(monkeypatch, caplog):
    monkeypatch.setattr(page_html, "index_html", lambda: "<head>")
    assert page_html.page_routes() == []
    assert len(lost_lines(caplog)) == 1
