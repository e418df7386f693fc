"""The torch lines of the net print what its command prints."""

import json
import shlex

import pytest

from analysis.__main__ import main
from analysis.recipes.training import training_recipe


@pytest.mark.parametrize(("epochs", "lam"), [(1, 0.0), (20, 0.01)])
def test_the_lines_of_the_net_print_what_its_command_prints(epochs, lam, run_lines, capsys):
    recipe = training_recipe(epochs, 50.0, lam, 2147483647)
    printed = run_lines(recipe)
    assert main([*shlex.split(recipe.commands[0].removeprefix("python -m analysis ")), "--json"]) == 0
    run = json.loads(capsys.readouterr().out)
    for line in printed["loss"]:
        epoch, loss = line.split()
        assert run["loss"][int(epoch)] == pytest.approx(float(loss), abs=1e-9) if int(epoch) < epochs else True
    assert [run["final_loss"], run["final_nll"]] == pytest.approx(
        [float(x) for x in printed["final"][0].split()], abs=1e-9
    )
