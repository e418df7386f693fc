"""The Makefile, with programs in place of uv and pip that only say what they were asked."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parent.parent / "Makefile"
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="no make on this machine")


@pytest.fixture
def make(tmp_path):
    """Make a target where uv is the shell script given: how it has ended."""

    def make(target, uv, python='echo "pip: $*"', folder=".venv", **environment):
        programs = tmp_path / folder / "bin"
        programs.mkdir(parents=True)
        for name, script in (("uv", uv), ("python", python)):
            (programs / name).write_text(f"#!/bin/sh\n{script}\n")
            (programs / name).chmod(0o755)
        for name in ("requirements.txt", "requirements-dev.txt", "requirements-cluster.txt", "pyproject.toml"):
            (tmp_path / name).touch()
        (tmp_path / "requirements.txt").write_text("rich==1.0\ntorch==2.0\n")
        (programs.parent / "uv").touch()
        line = ["make", "--file", MAKEFILE, "--no-print-directory", target]
        environment = os.environ | environment
        return subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False, env=environment)

    return make


@pytest.fixture
def install(make):
    """Install requirements.txt where uv is the shell script given: the lines that are printed."""

    def install(uv):
        done = make(".venv/run", uv)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    return install


def test_where_uv_installs_nothing_is_said_and_pip_is_not_asked(install):
    assert install("exit 0") == []


SAID = "uv could not install requirements.txt, pip tries: error: no route Caused by: the index "
FAILS = "echo 'error: no route' >&2; echo '  Caused by: the index' >&2; exit 2"
PIP = "pip: -m pip install --quiet --disable-pip-version-check"


def test_where_uv_fails_one_line_says_why_before_pip_takes_over(install):
    assert install(FAILS) == [SAID, f"{PIP} torch==2.0", f"{PIP} -r requirements.txt"]


def test_where_uv_fails_for_torch_alone_pip_brings_torch_and_uv_the_rest(install):
    rest = "uv: pip install --quiet --python .venv/bin/python --no-config -r requirements.txt"
    said = install(f'case "$*" in *--no-config*) echo "uv: $*";; *) {FAILS};; esac')
    assert said == [SAID, f"{PIP} torch==2.0", rest]


def test_a_long_story_of_uv_is_cut(install):
    said = install(
        "for i in 1 2 3 4 5 6 7 8 9; do echo 'all the packages that could not be had, by name' >&2; done; exit 2"
    )
    assert [len(line) for line in said[:1]] == [300]
    assert len(said) == 3


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 2)])
def test_where_npm_cannot_be_had_lint_says_in_one_line_what_is_skipped_and_ci_fails(ci, status, make):
    done = make("lint-js", 'case "$1" in tool) echo "error: no route" >&2; exit 2; esac', CI=ci)
    assert done.stdout == "JavaScript is not checked, npm could not install the tools: error: no route \n"
    assert done.returncode == status


def test_the_tests_with_the_newest_streamlit_only_report(make):
    report = "FAILED tests/a.py::b\nERROR tests/c.py::d\n1 failed, 1 error"
    python = f'case "$*" in *pytest*) echo "{report}"; exit 1;; *) echo 9.9;; esac'
    done = make("next", 'echo "uv: $*"', python=python, folder=".venv-next")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-4:] == [
        "uv: pip install --quiet --python .venv-next/bin/python --no-config --upgrade streamlit",
        "FAILED tests/a.py::b",
        "ERROR tests/c.py::d",
        "With Streamlit 9.9: 1 failed, 1 error",
    ]
