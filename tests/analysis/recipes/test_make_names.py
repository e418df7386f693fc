"""The torch lines and the command of the page Make names print the same names, with the same nlls."""

import pytest

from analysis.recipes.pages import make_names_recipe
from tests.analysis.recipes.conftest import LECTURE

PLAIN = {
    **{"model": "counts", "smoothing": 1.0, "temperature": 1.0, "seed": 2147483647, "n": 8, "start": ""},
    **{"new": False, "shortest": 0, "longest": 64, "sort": "drawn"},
}
CHANGED = [
    {},
    {"smoothing": 0.5, "temperature": 0.4, "start": "a", "new": True, "shortest": 1, "longest": 5, "sort": "nll"},
    {"model": "neural", "n": 3, "temperature": 0.5},
]


@pytest.mark.parametrize("changed", CHANGED)
def test_the_lines_and_the_command_of_the_page_print_the_same_names(changed, few, run_lines, run_commands):
    settings = PLAIN | changed
    recipe = make_names_recipe(LECTURE, **settings)
    lines, (command,) = run_lines(recipe), run_commands(recipe)
    made = [line.rsplit(" ", 1) for line in lines["name"]]
    assert [word for word, _ in made] == command["words"]
    assert [float(nll) for _, nll in made] == pytest.approx(command["nll"], abs=1e-4 if "model" in changed else 1e-9)
    assert int(lines["tries"][0]) == command["tries"]
    assert len(made) == settings["n"]
    if settings["new"]:
        assert not set(command["words"]) & set(few)
        (others,) = run_commands(make_names_recipe(LECTURE, **settings | {"new": False}))
        assert set(others["words"]) & set(few)  # some were left out
