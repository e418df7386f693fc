"""The torch lines of the page Training print what its commands print."""

import pytest

from analysis.recipes.pages import training_recipe
from tests.analysis.recipes.conftest import LECTURE


@pytest.mark.parametrize(
    ("epochs", "learning_rate", "lam", "init", "only"),
    [
        (1, 50.0, 0.0, "randn", None),
        (20, 50.0, 0.01, "rand", None),
        (20, 10.0, 0.0, "cuda", None),
        (4, 0.1, 0.0, "randn", "emma"),
        (0, 50.0, 0.0, "zeros", None),
        (300, 50.0, 100.0, "randn", None),  # overflows
    ],
)
def test_the_lines_of_the_net_print_what_its_commands_print(
    epochs, learning_rate, lam, init, only, run_lines, run_commands
):
    recipe = training_recipe(LECTURE, epochs, learning_rate, lam, 2147483647, init, only)
    printed, (run, sampled) = run_lines(recipe), run_commands(recipe)
    losses = {int(epoch): float(loss) for epoch, loss in map(str.split, printed.get("loss", []))}
    every = [*run["loss"], run["final_loss"]]
    assert losses == pytest.approx({epoch: every[epoch] for epoch in losses}, abs=1e-9)
    assert [run["final_loss"], run["final_nll"]] == pytest.approx([float(x) for x in printed["final"][0].split()])
    assert printed["lecture"] == sampled["words"]
