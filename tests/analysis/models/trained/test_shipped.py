"""The nets that come with this project: they still give the nll that their files state, and the target is reached."""

import math

import pytest

from analysis.models.likelihood import mean_nll
from analysis.models.mean import MeanModel
from analysis.models.ngrams.choose import read_name
from analysis.models.trained.files import hash_of, read_run, read_trained, shipped_path
from analysis.models.trained.nets import NETS
from analysis.models.trained.recipes import recipe_of
from analysis.models.trained.rungs import shipped_rungs
from analysis.words.split import split_words


@pytest.mark.parametrize("name", NETS)
def test_a_shipped_net_has_the_nll_on_dev_and_test_that_its_file_states(name, words, names):
    record, model = read_trained(shipped_path(name), names.vocab)
    parts = split_words(words)
    assert record.words == hash_of(parts.train)
    assert mean_nll(parts.dev, names.vocab, model) == pytest.approx(record.dev_nll, abs=1e-9)
    assert mean_nll(parts.test, names.vocab, model) == pytest.approx(record.test_nll, abs=1e-9)


@pytest.mark.slow
@pytest.mark.parametrize("name", NETS)
def test_a_shipped_net_has_the_nll_on_train_that_its_file_states(name, words, names):
    record, model = read_trained(shipped_path(name), names.vocab)
    assert mean_nll(split_words(words).train, names.vocab, model) == pytest.approx(record.train_nll, abs=1e-9)


def test_the_files_say_how_they_were_made_and_are_small():
    for name in NETS:
        record, _ = read_trained(shipped_path(name))
        assert record.command == f"python -m analysis ladder train {name} --out data/ladder/{name}.safetensors"
        assert "torch 2." in record.versions
    assert sum(shipped_path(name).stat().st_size for name in NETS) < 1_000_000


def test_the_transformer_is_below_1_94_on_dev_in_less_than_20_minutes():
    best = min(shipped_rungs(), key=lambda rung: rung.dev_nll)
    assert best.name == "transformer"
    assert best.dev_nll < 1.94
    assert best.seconds < 20 * 60
    assert best.bits == pytest.approx(best.test_nll / math.log(2))


def test_the_mean_of_nets_and_counts_is_below_1_90_on_dev(words, names):
    parts = split_words(words)
    nets = [read_trained(shipped_path(name), names.vocab)[1] for name in ("gru", "transformer")]
    mean = MeanModel([*nets, read_name("mix").count(parts.train, names.vocab)])
    assert mean_nll(parts.dev, names.vocab, mean) < 1.90


@pytest.mark.parametrize("name", NETS)
def test_a_shipped_net_is_made_by_the_recipe_of_its_model(name):
    assert read_run(shipped_path(name))[0].recipe == recipe_of(name)
