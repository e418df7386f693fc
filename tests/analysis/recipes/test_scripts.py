"""The scripts of the recipes run as they stand, and print what a page shows in one piece."""

import re
import runpy
import sys

import pytest

from analysis.counts.normalization import DIVISORS
from analysis.recipes import SCRIPTS, Source, read_script
from analysis.samples.letters import TWENTY
from analysis.samples.names import MAX_LEN
from analysis.streams import STREAMS

NAMES = sorted(path.stem for path in SCRIPTS.glob("*.py"))


@pytest.mark.parametrize("name", NAMES)
def test_a_script_prints_as_a_file_what_it_prints_in_one_piece(name, beside, capsys, monkeypatch):
    monkeypatch.syspath_prepend(SCRIPTS)
    before = set(sys.modules)
    runpy.run_path(str(SCRIPTS / f"{name}.py"), run_name="__main__")
    for module in set(sys.modules) - before:
        if module.split(".")[0] in ("shared", "streams"):
            del sys.modules[module]  # they have read these names
    printed = capsys.readouterr().out
    exec(read_script(name), {})
    assert capsys.readouterr().out == printed != ""


def test_a_value_takes_the_place_of_the_default_and_the_comment_stays():
    assert "\nsmoothing = 0.00001  # fake counts per cell\n" in Source().fill("smoothing", smoothing=1e-5)
    assert '\nrow = "q"\n' in Source().fill("smoothing", row="q").replace("'", '"')
    with pytest.raises(ValueError, match="not enough values"):
        Source().fill("smoothing", tea=1)


def test_each_part_stands_in_a_script_once():
    code = read_script("comparison")
    assert re.findall(r"^(?:import|from) .*", code, flags=re.M) == ["import random", "import torch"]
    functions = re.findall(r"^def (\w+)", code, flags=re.M)
    assert len(set(functions)) == len(functions) > 5


def test_what_the_scripts_write_in_full_is_what_the_library_has():
    assert {path.stem for path in (SCRIPTS / "streams").glob("*.py")} == set(STREAMS)
    assert f"range({MAX_LEN})" in read_script("sampling")
    assert f"range({TWENTY})" in read_script("sampling")
    for key, way in DIVISORS.items():
        assert f'"{key}": lambda P: {way.code},' in read_script("normalization")
