"""The torch lines of the page Bigram table print what its command prints."""

import json
import shlex

import pytest

from analysis.__main__ import main
from analysis.recipes.bigrams import bigrams_recipe


@pytest.mark.parametrize(("row", "two_marks"), [("q", False), (".", True)])
def test_the_lines_of_the_bigram_page_print_what_its_command_prints(row, two_marks, run_lines, capsys):
    recipe = bigrams_recipe(row, two_marks=two_marks)
    printed = run_lines(recipe)
    assert main([*shlex.split(recipe.commands[0].removeprefix("python -m analysis ")), "--json"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert printed["bigrams"] == [str(sum(map(sum, table["counts"])))] == ["228146"]
    assert json.loads(printed["counts"][0]) == [cell["count"] for cell in table["row"]]
    assert json.loads(printed["probs"][0]) == pytest.approx([cell["prob"] for cell in table["row"]], abs=1e-12)
