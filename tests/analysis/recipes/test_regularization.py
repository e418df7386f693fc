"""The torch lines and the commands of the page Regularization print its numbers."""

import json

import pytest

from analysis.net.forward import initial_weights
from analysis.net.regularization import pulls, side_by_side, switch_on_penalty
from analysis.recipes.pages import regularization_recipe
from tests.analysis.recipes.conftest import LECTURE


@pytest.mark.parametrize(("lam", "smoothing"), [(0.0001, 0.2), (0.01, 7.5975), (30.0, 0.0)])
def test_the_lines_print_the_numbers_of_the_page(lam, smoothing, tables, run_lines):
    printed = run_lines(regularization_recipe(LECTURE, lam, smoothing, "e"))
    row = tables.vocab.stoi["e"]
    both = side_by_side(tables.all, lam, smoothing, row)
    net, counted = ([float(x) for x in printed[name][0].split()] for name in ("net", "counted"))
    assert net == pytest.approx([both.net_nll, both.net_perplexity, both.net_entropy], abs=1e-6)
    assert counted == pytest.approx([both.nll, both.perplexity, both.entropy], abs=1e-6)
    assert float(printed["kl"][0]) == pytest.approx(both.kl, abs=1e-8)
    size, pair = printed["largest"][0].split()[1:]
    assert pair == tables.vocab.itos[both.previous] + tables.vocab.itos[both.next]
    assert float(size) == pytest.approx(both.difference, abs=1e-8)
    assert float(printed["in"][0].split()[-1]) == pytest.approx(both.row_difference, abs=1e-8)
    assert float(printed["nearest"][0].split()[-1]) == pytest.approx(both.nearest, rel=1e-5)
    assert float(printed["left"][0].split()[-1]) == pytest.approx(both.nearest_kl, abs=1e-8)
    assert float(printed["factor"][0]) == pytest.approx(both.factor, rel=1e-6)
    data, back = pulls(tables.all, lam)
    assert json.loads(printed["data"][0]) == pytest.approx(data[row].tolist(), abs=1e-9)
    assert json.loads(printed["penalty"][0]) == pytest.approx(back[row].tolist(), abs=1e-9)


def test_without_a_penalty_the_net_is_the_counted_table(tables, run_lines):
    printed = run_lines(regularization_recipe(LECTURE, 0.0, 0.0, "."))
    assert printed["net"] == printed["counted"]
    assert "nearest" not in printed
    assert "factor" not in printed


def test_the_jump_is_that_of_the_lecture(tables, run_lines):
    before, mean_square, after = (
        float(x) for x in run_lines(regularization_recipe(LECTURE, 0.0, 0.0, "."))["jump"][0].split()
    )
    run = switch_on_penalty(tables.all, initial_weights("randn", len(tables.vocab), 2147483647))
    assert [before, mean_square] == pytest.approx([run.before.final_loss, run.mean_square], abs=1e-9)
    assert after == pytest.approx(run.after.loss[0], abs=1e-9)


def test_the_command_prints_the_numbers_of_the_page(tables, run_commands):
    ((printed,),) = run_commands(regularization_recipe(LECTURE, 0.01, 7.5975, "q"))
    both = side_by_side(tables.all, 0.01, 7.5975, tables.vocab.stoi["q"])
    names = {"net_nll", "net_perplexity", "net_entropy", "nll", "perplexity", "kl", "nearest", "nearest_kl", "factor"}
    for name in names | {"row_difference"}:
        assert printed[name] == pytest.approx(getattr(both, name), abs=1e-12)
    assert printed["mean_entropy"] == pytest.approx(both.entropy, abs=1e-12)
    assert (printed["max_abs_diff"], printed["max_abs_diff_pair"]) == (pytest.approx(both.difference), "qu")
