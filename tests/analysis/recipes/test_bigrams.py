"""The torch lines of the page Bigram table print what its command prints."""

import json

import pytest

from analysis.recipes.bigrams import bigrams_recipe
from analysis.words.names import names_file


def check(recipe, run_lines, run_commands, bigrams):
    printed, (table,) = run_lines(recipe), run_commands(recipe)
    assert printed["bigrams"] == [str(sum(map(sum, table["counts"])))] == [str(bigrams)]
    assert json.loads(printed["counts"][0]) == [cell["count"] for cell in table["row"]]
    assert json.loads(printed["probs"][0]) == pytest.approx([cell["prob"] for cell in table["row"]], abs=1e-12)


@pytest.mark.parametrize("two_marks", [False, True])
@pytest.mark.parametrize("row", ["e", "."])
def test_the_lines_of_the_bigram_page_print_what_its_command_prints(row, two_marks, run_lines, run_commands, few):
    check(bigrams_recipe(row, two_marks=two_marks), run_lines, run_commands, sum(len(word) + 1 for word in few))


def test_the_same_on_all_names_of_the_lecture(words, beside, run_lines, run_commands):
    beside.unlink()
    beside.symlink_to(names_file())
    check(bigrams_recipe("q"), run_lines, run_commands, 228146)
