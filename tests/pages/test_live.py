"""The Python half of the live views: what a release may set, and how their files become one."""

import math
import re

import pytest
import streamlit as st

from analysis.settings import SMOOTHING
from analysis.views.slider import SMOOTHING_SCALE
from pages.components.live import PAGES, source
from pages.components.live.controls import row, seed, slider
from pages.components.live.sync.page_state import take_release
from pages.regularization import live as regularization

BEFORE = {"smoothing": 1.0, "row": ".", "seed": "7"}
SENT = {"smoothing": 20, "row": 17, "seed": "18446744073709551615"}


@pytest.fixture
def release(names, monkeypatch):
    """Let the browser release something on Smoothing, and give back what the session then holds."""

    def release(said):
        session = {"smoothing_version": 3, **BEFORE}
        monkeypatch.setattr(st, "session_state", session)
        take_release("smoothing", (slider(SMOOTHING, SMOOTHING_SCALE), row(names.vocab), seed()), said)
        return session

    return release


def test_a_release_sets_all_its_values_and_is_the_last_one_known(release):
    taken = {"smoothing": 20.0, "row": "q", "seed": "18446744073709551615", "smoothing_version": 4}
    assert release({"version": 4, "values": SENT}) == taken


@pytest.mark.parametrize("version", [3, 2, 0, -1, "5", 4.5, True, None, 2**53, math.inf])
def test_a_release_that_is_not_newer_changes_nothing(version, release):
    assert release({"version": version, "values": SENT}) == {**BEFORE, "smoothing_version": 3}


@pytest.mark.parametrize("said", ["banana", None, [], {}, {"values": SENT}])
def test_what_is_no_release_changes_nothing(said, release):
    assert release(said) == {**BEFORE, "smoothing_version": 3}


BAD = [
    *({"smoothing": value} for value in (None, "banana", -5, 2e6, math.nan, math.inf, [], {})),
    *({"row": value} for value in (None, "q", -5, 27, 1.5, True, [])),
    *({"seed": value} for value in (None, "-1", "banana", 2**64, [])),
]


@pytest.mark.parametrize("bad", BAD, ids=str)
def test_a_release_with_a_value_that_cannot_be_sets_nothing_and_is_told_in_one_line(bad, release):
    session = release({"version": 4, "values": SENT | bad})
    (name,), (line,) = bad, session.pop("smoothing_refused").values()
    assert session == {**BEFORE, "smoothing_version": 4}  # it has been answered
    assert line.startswith(f"{name} must be ")
    assert line.endswith(f": {BEFORE[name].removesuffix('.0') if name != 'smoothing' else 1} stays")


def test_a_release_without_values_sets_nothing(release):
    assert set(release({"version": 4, "values": [1, 2]})["smoothing_refused"]) == set(BEFORE)


@pytest.mark.parametrize("entry", PAGES.glob("**/live.js"), ids=str)
def test_the_files_of_a_component_become_one_module_without_imports(entry):
    text = source(entry)
    assert not re.findall(r"^import ", text, flags=re.MULTILINE)
    assert len(re.findall(r"^export ", text, flags=re.MULTILINE)) == 1
    assert text.count("function readTheme(") == 1  # needed by several files, there once


@pytest.mark.parametrize("match", [True, "off", 1, None, []])
def test_a_release_leaves_a_switch_of_the_page_as_it_is(match, names, monkeypatch):
    # else one that was on its way as the switch was turned off would turn it on again
    values = {"lam": 0.1, "smoothing": 55, "row": 17, "match": match}
    session = {"regularization": {"release": {"version": 1, "values": values}}, "lam": 0.0, "match": False}
    monkeypatch.setattr(st, "session_state", session)
    regularization.owned(names.vocab).on_release()
    assert (session["lam"], session["match"]) == (0.1, False)
