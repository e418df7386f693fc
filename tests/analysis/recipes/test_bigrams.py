"""The torch lines of the page Bigram table print what its command prints."""

import json

import pytest

from analysis.recipes.pages import bigrams_recipe
from analysis.words.names import names_file
from tests.analysis.recipes.conftest import LECTURE


def check(recipe, run_lines, run_commands, bigrams):
    printed, (table,) = run_lines(recipe), run_commands(recipe)
    assert printed["bigrams"] == [str(sum(map(sum, table["counts"])))] == [str(bigrams)]
    assert json.loads(printed["counts"][0]) == [cell["count"] for cell in table["row"]]
    assert json.loads(printed["probs"][0]) == pytest.approx([cell["prob"] for cell in table["row"]], abs=1e-12)


@pytest.mark.parametrize("two_marks", [False, True])
@pytest.mark.parametrize("row", ["e", "."])
def test_the_lines_of_the_bigram_page_print_what_its_command_prints(row, two_marks, run_lines, run_commands, few):
    check(
        bigrams_recipe(LECTURE, row, two_marks=two_marks), run_lines, run_commands, sum(len(word) + 1 for word in few)
    )


@pytest.mark.parametrize(("first", "two_marks"), [(3, False), (40, True)])
def test_the_table_of_the_first_names_too(first, two_marks, run_lines, run_commands, few):
    recipe = bigrams_recipe(LECTURE, ".", two_marks=two_marks, first=first)
    check(recipe, run_lines, run_commands, sum(len(word) + 1 for word in few[:first]))


def test_of_no_names_there_is_a_table_of_zeros_and_no_probability(run_lines):
    printed = run_lines(bigrams_recipe(LECTURE, "e", first=0))
    assert (printed["bigrams"], printed["probs"]) == (["0"], ["none: nothing is counted in this row"])


@pytest.mark.slow
def test_the_same_on_all_names_of_the_lecture(words, beside, run_lines, run_commands):
    beside.unlink()
    beside.symlink_to(names_file())
    check(bigrams_recipe(LECTURE, "q"), run_lines, run_commands, 228146)
