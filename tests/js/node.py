"""Pure JavaScript modules of the pages on the Node that playwright's package brings, to hold them against Python."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from pathlib import Path

import pytest

from pages.components.live import PAGES

RUNNER = Path(__file__).parent / "runner.js"
MODEL = "components/live/model"


def find_node() -> Path | None:
    """The Node of playwright's package; None where it is not installed."""
    package = importlib.util.find_spec("playwright")
    drivers = [Path(place) / "driver" for place in (package and package.submodule_search_locations) or []]
    return next((node for driver in drivers for node in driver.glob("node*") if node.is_file()), None)


def node_with(*modules):
    """A fixture for a file of tests: one Node process that has imported these modules of the folder pages/.

    It gives a function that evaluates an expression in which all that they export has its name, and `x` is what is
    handed over. Typed arrays come back as lists.
    """

    @pytest.fixture(scope="module")
    def javascript():
        node = find_node()
        if node is None:
            pytest.skip("no playwright package on this machine, which brings Node")
        command = [node, RUNNER, *(PAGES / module for module in modules)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:

            def evaluate(expression, x=None):
                process.stdin.write(json.dumps({"expression": expression, "x": x}) + "\n")
                process.stdin.flush()
                answer = json.loads(process.stdout.readline())
                assert "error" not in answer, answer["error"]
                return answer.get("value")

            yield evaluate
            process.stdin.close()  # it ends where its input ends

    return javascript
