"""Every command of a recipe runs."""

import shlex

import pytest

from analysis.__main__ import main
from analysis.recipes.bigrams import bigrams_recipe
from analysis.recipes.sampling import sampling_recipe
from analysis.recipes.smoothing import smoothing_recipe
from analysis.streams import STREAMS


@pytest.mark.parametrize(
    "recipe",
    [
        bigrams_recipe("."),
        smoothing_recipe(0.5, "a", 7, 3, 4),
        *(sampling_recipe(0.0, 7, 3, stream, "q", 10, 5) for stream in STREAMS),
    ],
)
def test_the_commands_of_a_recipe_run(recipe, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for command in recipe.commands:
        assert main(shlex.split(command.removeprefix("python -m analysis "))) == 0
