"""The README says what happens: its commands print what stands below them, its library example holds."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.commands import printing
from analysis.commands.app import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = [
    block.split("\n", 1) for block in re.findall(r"```console\n\$ python -m analysis (.*?)```", README, flags=re.DOTALL)
]


@pytest.mark.parametrize(("command", "output"), CONSOLE, ids=[command for command, _ in CONSOLE])
def test_a_command_of_the_readme_prints_what_stands_below_it(command, output, capsys, monkeypatch):
    monkeypatch.setattr(printing.out, "width", 80)
    assert main(shlex.split(command)) == 0
    assert capsys.readouterr().out == output


def test_the_library_example_of_the_readme_holds():
    assert doctest.testfile(str(ROOT / "README.md"), module_relative=False).failed == 0


def test_every_command_is_in_the_readme():
    for command in app.registered_commands:
        assert f"| `{command.name}` |" in README


@pytest.mark.parametrize("name", re.findall(r"\]\((?!http)([\w./-]+)\)", README))
def test_a_file_the_readme_links_to_is_there(name):
    assert (ROOT / name).is_file()
