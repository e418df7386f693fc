"""ladder: the counted and the trained models of longer contexts, and what cannot be one."""

import pytest

from analysis.models.ngrams.ladder import climb
from analysis.models.trained.nets import NETS
from analysis.models.trained.rungs import shipped_rungs
from tests.analysis.conftest import assert_one_line


def test_the_rungs_are_those_of_the_library(names, words, run_json):
    printed = run_json("ladder", "--k", 2)
    rungs = [rung._asdict() for rung in (*climb(words, names.vocab, 2), *shipped_rungs())]
    assert [{**one, "seconds": 0} for one in printed] == [{**one, "seconds": 0} for one in rungs]
    trigram = next(one for one in printed if one["name"].startswith("add:2"))  # E01 to E03
    assert (trigram["name"], round(trigram["dev_nll"], 4), round(trigram["test_nll"], 4)) == (
        "add:2:0.15",
        2.2221,
        2.2234,
    )


def test_people_read_the_best_on_dev_and_its_test_nll_in_80_columns(run, monkeypatch):
    monkeypatch.setattr("analysis.commands.printing.out.width", 80)
    _, out, err = run("ladder", "--k", 2)
    assert "│ kn:2         │  2 │   6,453 │ 2.1933 │ 2.2185 │ 2.2184 │ 3.2005 │" in out
    best = min(shipped_rungs(), key=lambda rung: rung.dev_nll)
    said = f"best on dev: {best.name}, {best.dev_nll:.4f}; on test: {best.test_nll:.4f}"
    assert said in out
    assert err.splitlines()[-1] == "counted mix: dev nll 1.9444 nats"


def test_a_list_of_short_words_is_counted_to_the_length_of_its_longest(run_json, tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("ab\nba\nb\n" * 5)
    assert [one["letters"] for one in run_json("ladder", "--words", file)] == [0] * 3 + [1] * 3 + [2] * 3 + [16]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--k", 16], "the ladder: expected 0 to 15 letters of context, as the longest word has, got 16"),
        (["--k", "x"], "--k must be a whole number from 0 to 64, got x"),
        (["--table", "1yV_XR2PSM2ZkYGRkZGBiZGJgAgA"], "the ladder needs whole words, got --table 1yV"),
    ],
)
def test_a_ladder_that_cannot_be_is_refused(options, message, run):
    assert_one_line(run("ladder", *options), message)


def test_three_words_are_too_few(run, tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("ab\nba\nb\n")
    status, _, err = run("ladder", "--words", file)
    assert status == 2
    assert err.splitlines()[-1] == "error: the ladder needs words for train, dev and test: expected 10 or more, got 3"


def test_nets_stand_in_the_table_of_the_names_alone(run_json, tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("ab\nba\nb\n" * 5)
    names = {rung["name"] for rung in run_json("ladder", "--words", file, "--k", 0)}
    assert "kn:0" in names
    assert names.isdisjoint(NETS)


def test_without_the_words_the_nets_go_on(run, monkeypatch, tmp_path):
    monkeypatch.setenv("BIGRAM_LAB_DATA", str(tmp_path))
    status, out, err = run("ladder")
    assert status == 0
    assert "best on dev: transformer" in out
    assert err.startswith("counted models need the words: The words of names.txt are not on this machine")
    assert err.count("\n") == 1
    assert_one_line(run("ladder", "--corpus", "names", "--k", 2), "The words of names.txt are not on this machine")
