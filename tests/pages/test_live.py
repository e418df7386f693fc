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


def test_what_was_good_before_a_wrong_value_stays_though_python_never_heard_of_it(release):
    session = release({"version": 4, "values": SENT | {"row": "banana"}, "before": SENT})
    assert {name: session[name] for name in SENT} == {"smoothing": 20.0, "row": "q", "seed": SENT["seed"]}
    (line,) = session["smoothing_refused"].values()
    assert line.endswith(": q stays")


def test_a_release_without_values_sets_nothing(release):
    assert set(release({"version": 4, "values": [1, 2]})["smoothing_refused"]) == set(BEFORE)


@pytest.mark.parametrize("entry", PAGES.glob("**/live.js"), ids=str)
def test_the_files_of_a_component_become_one_module_without_imports(entry):
    text = source(entry)
    assert not re.findall(r"^import ", text, flags=re.MULTILINE)
    assert len(re.findall(r"^export ", text, flags=re.MULTILINE)) == 1
    assert text.count("function readTheme(") == 1  # needed by several files, there once


@pytest.fixture
def join(tmp_path):
    """Write JavaScript files, and join the first one with all that it imports."""

    def join(**files):
        for name, text in files.items():
            (tmp_path / f"{name}.js").write_text(text)
        return source(tmp_path / f"{next(iter(files))}.js")

    return join


def test_joined_files_follow_both_quotes_new_names_and_all_that_is_declared_with_its_export(join):
    text = join(
        entry="import { a as one, b } from './needed.js';\nimport { c } from \"./other.js\";\nexport default one;\n",
        needed="import { c } from './other.js';\nexport async function a() {}\nexport const b = c;\n",
        other="export class c {}\nexport function* d() {}\n",
    )
    assert text == (
        "const file0 = (() => {\nclass c {}\nfunction* d() {}\n\nreturn { c, d };\n})();\n"
        "const file1 = (() => {\nconst { c } = file0;\nasync function a() {}\nconst b = c;\n\nreturn { a, b };\n})();\n"
        "const { a: one, b } = file1;\nconst { c } = file0;\nexport default one;\n"
    )


def test_files_that_import_each_other_are_refused_by_name(join):
    back = {"needed": "import { b } from './other.js';\n", "other": "import { a } from './needed.js';\n"}
    with pytest.raises(ValueError, match=re.escape("each other: needed.js -> other.js -> needed.js")):
        join(entry="import { a } from './needed.js';\n", **back)


@pytest.mark.parametrize(
    "line",
    [
        "import all from './other.js';",
        "import * as all from './other.js';",
        "import './other.js';",
        "import { a } from 'package';",
        "export { a };",
        "export * from './other.js';",
        "export default a;",
        "export const { a } = {};",
    ],
)
def test_an_import_or_export_that_cannot_be_joined_is_refused_with_its_line(line, join):
    with pytest.raises(ValueError, match=re.escape(f"needed.js: this import or export cannot be joined: {line}")):
        join(entry="import { a } from './needed.js';\n", needed=f"const b = 1;\n{line}\n", other="")
    with pytest.raises(ValueError, match=r"entry\.js: this import or export cannot be joined"):
        join(entry=f"export default 1;\n{line}\n", other="")
