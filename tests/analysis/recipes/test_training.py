"""The torch lines of the net print what its command prints."""

import pytest

from analysis.recipes.training import training_recipe


@pytest.mark.parametrize(("epochs", "lam"), [(1, 0.0), (20, 0.01)])
def test_the_lines_of_the_net_print_what_its_command_prints(epochs, lam, run_lines, run_commands):
    recipe = training_recipe(epochs, 50.0, lam, 2147483647)
    printed, (run,) = run_lines(recipe), run_commands(recipe)
    losses = {int(epoch): float(loss) for epoch, loss in map(str.split, printed["loss"])}
    every = [*run["loss"], run["final_loss"]]
    assert losses == pytest.approx({epoch: every[epoch] for epoch in losses}, abs=1e-9)
    assert [run["final_loss"], run["final_nll"]] == pytest.approx(
        [float(x) for x in printed["final"][0].split()], abs=1e-9
    )
