"""Counts and net: links set both models, the numbers are the library's and the published ones, bad input is told."""

import json

import pytest

from analysis.counts.smoothing import row_entropy, smoothed_probs
from analysis.counts.tables import load_tables
from analysis.net.forward import initial_weights, net_probs
from analysis.net.training import train
from analysis.samples.paired import list_figures, paired_samples, running_samples
from tests.pages.reading import guess_of, opener, refusals, release, said, values
from tests.word_lists import add_test_lists

open_page = opener("comparison")


def test_a_link_gives_the_names_of_both():
    names = said(open_page(smoothing="0", init="cuda", stream="cuda", seed="2147483642"))["names"]
    assert "kana" in names["counts"]
    assert "kana" in names["net"]
    assert len(names["net"]) == 10


def test_the_guess_is_explained_by_what_the_models_of_this_list_do(monkeypatch):
    assert guess_of(open_page())["why"].startswith("The two tables are then so nearly equal")
    add_test_lists(monkeypatch)  # with three words the net jumps up and down at this learning rate
    guess = guess_of(open_page(session={"corpus": "three"}))
    assert guess["answer"] < 5
    assert guess["why"].startswith("After 300 epochs the two tables still differ")


def test_at_smoothing_0_the_kl_is_what_the_nll_of_the_net_is_above_the_counted():
    numbers = said(open_page(smoothing="0", lam="0.01"))["numbers"]
    assert numbers["kl"] == pytest.approx(numbers["nll_neural"] - numbers["nll_counts"], abs=1e-12)
    assert numbers["dev_nll_counts"] == "inf"
    assert numbers["train_nll_neural"] == pytest.approx(2.4628, abs=0.01)


def test_the_table_with_a_million_fake_counts_is_flatter_than_the_net_by_the_difference_of_their_entropies(names):
    flatter = said(open_page(smoothing="1000000"))["numbers"]["caption"]["facts"]["flatter"]
    run = train(names.all, initial_weights("randn", 27, 2147483647), epochs=200, learning_rate=50, lam=0)
    net, counted = (row_entropy(one).mean() for one in (net_probs(run.weights), smoothed_probs(names.all, 1e6)))
    assert flatter == pytest.approx(float(net - counted), abs=1e-9)
    assert flatter < -0.9


def test_how_many_twins_are_real_names_is_told_where_the_list_is_at_hand(names, words):
    told = said(open_page(n="50", lam="0.1"))["real"]
    run = train(names.all, initial_weights("randn", 27, 2147483647), epochs=200, learning_rate=50, lam=0.1)
    models = smoothed_probs(names.all, 1.0), net_probs(run.weights)
    drawn = paired_samples(*models, names.vocab, 50, "lecture", 2147483647)
    lists = {"counts": [twin.first for twin in drawn], "net": [twin.second for twin in drawn]}
    assert told == {model: list_figures(one, set(words)).real for model, one in lists.items()}


def test_a_net_that_has_run_away_is_told_in_json_without_infinities():
    at = open_page(lam="100")
    assert not at.exception
    numbers = json.loads(json.dumps(said(at)), parse_constant=pytest.fail)["numbers"]
    assert numbers["kl"] == "inf"


def test_a_pin_that_cannot_be_is_told_and_the_rest_stands():
    at = open_page(pins="--lam 0.01; --tea 1; --lam", lam="0.01")
    told = refusals(at)
    assert any(line.startswith("pin 2: an option must be one of") for line in told)
    assert "pin 3: --lam must have a value, got nothing: it is left out" in told
    assert values(at)["lam"] == 0.01
    assert any(button.label == "Pin this view as B" for button in at.button)


def test_a_release_sets_both_models_and_their_names():
    net = {"epochs": 30, "learning_rate": 10, "lam": 0.01, "init": "rand", "init_seed": str(2**64 - 1)}
    given = {"smoothing": 5, **net, "stream": "cpu", "seed": "7", "n": 5, "row": 17, "word": "ava"}
    at = release(open_page(), "comparison", **given)
    assert values(at) == given
    run = train(load_tables("names").all, initial_weights("rand", 27, 2**64 - 1), epochs=30, learning_rate=10, lam=0.01)
    known = load_tables("names")
    lists = running_samples(smoothed_probs(known.all, 5), net_probs(run.weights), known.vocab, 5, "cpu", 7)
    assert said(at)["names"] == dict(zip(("counts", "net"), lists, strict=True))
