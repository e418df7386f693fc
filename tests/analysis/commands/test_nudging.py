"""nudge, and score --together: what they print."""

import io

import pytest

from analysis.counts.likelihood.scaled_count import scale_count
from tests.analysis.conftest import assert_one_line


def test_nudge_prints_what_one_cell_costs(run, run_json, names):
    options = ["--row", "e", "--next", "m", "--nudge", 2]
    assert run_json("nudge", *options) == scale_count(names.all, 5, 13, 2.0)._asdict()
    out = run("nudge", *options)[1]
    assert "em: counted 769 times, of 20,423 in its row" in out
    assert "risen by 0.0009724 nats" in out


def test_nudge_names_a_character_that_cannot_be_seen(run, tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("a b\nab\n")
    first, second, *_ = run("nudge", "--row", "a", "--next", " ", "--words", path)[1].splitlines()
    assert (first, second) == ("a␣: counted 1 time, of 2 in its row", "P(␣ | a) 0.500000, nudged 0.500000")


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--row", "5", "--next", "a"], "--row must be one of . a"),
        (["--row", "e", "--next", "ë"], "--next must be one of . a"),
        (["--row", "e"], "Missing option '--next'"),
    ],
)
def test_a_nudge_that_cannot_be_is_one_line(options, line, run):
    assert_one_line(run("nudge", *options), line)


def test_together_sums_the_first_three_words_up(run, words):
    out = run("score", "emma", "olivia", "ava", "--together")[1]
    assert "product 1.4309e-17, log-likelihood -38.7856 nats" in out
    assert "mean nll 2.4241 nats per character" in out
    assert "summed one by one in float32, as the lecture does: -559891.7500 nats, mean nll 2.4540942" in out
    assert "61.69 %" in out


def test_together_says_where_the_product_vanishes(run):
    out = run("score", *["emma"] * 20, "--together")[1]
    assert "(in float32 it is 0 from character 42 on)" in out


def test_without_the_words_of_the_list_the_rest_is_there(run, no_names):
    status, out, err = run("score", "emma", "--together")
    assert status == 0
    assert "mean nll 2.5138" in out
    assert "summed one by one" not in out
    assert err.startswith("warning: The words of names.txt are not on this machine")


def test_together_reads_a_list_once_also_from_standard_input(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"ava\nav\nva\n")))
    status, out, err = run("score", "ava", "--together", "--words", "-")
    assert (status, err) == (0, "")
    assert "among 3 words" in out
