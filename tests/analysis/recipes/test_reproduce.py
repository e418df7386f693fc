"""The lines of a published figure print it beside ours."""

from analysis.recipes.pages import figure_recipe


def test_the_lines_of_a_figure_print_it_beside_ours(run_lines):
    recipe = figure_recipe("cuda-names")
    printed = run_lines(recipe)
    assert printed == {key: ["kana jallet aye jalia zia"] for key in ("published", "ours")} | {"verdict": ["agrees"]}
    assert recipe.commands[0] == "python -m analysis published cuda-names"
