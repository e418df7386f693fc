"""`pip install .` brings the whole library, its data and a command. Built as pip builds it, without a network."""

import importlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_what_is_built_is_the_whole_library_and_runs_outside_the_checkout(tmp_path):
    build = [sys.executable, "setup.py", "-q", "egg_info", "--egg-base", tmp_path, "build", "--build-base", tmp_path]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    built = tmp_path / "lib"
    modules = {path.relative_to(ROOT) for path in ROOT.glob("analysis/**/*.py")}
    assert {path.relative_to(built) for path in built.glob("**/*.py")} == modules
    corpus = [sys.executable, "-m", "analysis", "corpus", "--json"]
    printed = subprocess.run(corpus, cwd=built, check=True, capture_output=True, text=True).stdout
    assert json.loads(printed)["words"] == 32_033


def test_the_command_that_is_installed_is_there():
    (target,) = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"].values()
    module, function = target.split(":")
    assert callable(getattr(importlib.import_module(module), function))
