"""The commands of the page What comes next print its numbers."""

import math

import pytest

from analysis.counts.word_list import load_list
from analysis.models.base import next_after
from analysis.models.table import CountedModel
from analysis.models.trained.pictures import attention_after
from analysis.models.trained.rungs import shipped_nets
from analysis.models.trained.side_by_side import next_probs_of_each, side_by_side
from analysis.recipes.pages import ladder_recipe
from analysis.samples.names import sample_from_each


def test_the_commands_print_the_numbers_of_the_page(words, names, run_json):
    recipe = ladder_recipe("oli", seed=3, n=2)
    _, asked, baselines, drawn, _ = [line.removeprefix("python -m analysis ").split() for line in recipe.commands]
    printed, nets = run_json(*asked), shipped_nets()
    models = side_by_side(load_list(), nets, with_words=True)
    ids = names.vocab.encode("oli")[1:-1]
    rows = next_probs_of_each(models, [ids])
    assert printed["next"]["probs"] == {name: row[0].tolist() for name, row in rows.items()}
    read, shares = attention_after(nets["transformer"].net, ids)
    assert printed["attention"] == {"letters": [names.vocab.itos[i] for i in read], "shares": shares.tolist()}
    assert printed["words"] == sample_from_each(models, names.vocab, 2, 3)
    assert run_json(*drawn)["words"] == printed["words"]["transformer"]
    simple = {one["model"]: one for one in run_json(*baselines)["models"]}
    assert simple["uniform"]["nll"] == pytest.approx(math.log(27))
    assert simple["bigram"]["dev_nll"] == pytest.approx(CountedModel(names.train, 1.0).nll_of_counts(names.dev))


def test_no_letters_are_the_boundary_in_the_command(run_json):
    command = ladder_recipe("", seed=3, n=1).commands[1]
    assert command == "python -m analysis ladder --beginning . --seed 3 --n 1"
    printed = run_json(*command.removeprefix("python -m analysis ").split())
    assert printed["next"]["beginning"] == ""
    assert printed["next"]["probs"]["gru"] == next_after(shipped_nets()["gru"], [[]])[0].tolist()
    assert printed["attention"] == {"letters": ["."], "shares": [[1.0]] * 4}
