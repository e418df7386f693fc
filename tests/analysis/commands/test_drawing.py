"""`draws`: the letters, how close their shares come to p, and one line for bad input."""

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.samples.letters import METHODS
from analysis.views.tables import shares_frame
from tests.analysis.conftest import assert_one_line

OPTIONS = {"one by one": [], "at once": ["--at-once"], "without replacement": ["--without-replacement"]}


@pytest.mark.parametrize("method", METHODS)
def test_the_letters_are_those_of_the_library(method, names, run_json):
    result = run_json(
        "draws", "--row", "e", "--draws", 20, "--stream", "cpu", "--seed", 42, "--smoothing", 1, *OPTIONS[method]
    )
    assert list(result) == ["letters", "counts", "probs", "max_abs_diff", "typical_diff"]
    row = smoothed_probs(names.all, 1.0)[names.vocab.stoi["e"]]
    drawn = METHODS[method](row, "cpu", 42, 20)
    assert result["letters"] == [names.vocab.itos[i] for i in drawn]
    assert result["probs"] == row.tolist()
    assert result["counts"] == [result["letters"].count(letter) for letter in names.vocab.itos]
    assert result["typical_diff"] == pytest.approx(max((p * (1 - p) / 20) ** 0.5 for p in row.tolist()))
    assert result["max_abs_diff"] == max(abs(n / 20 - p) for n, p in zip(result["counts"], row.tolist(), strict=True))


def test_people_see_100_letters_the_table_and_the_largest_difference(names, run):
    status, out, _ = run("draws", "--draws", 1000, "--stream", "mkl")
    first, *_, last = out.splitlines()
    assert status == 0
    assert len(first.split()) == 101
    assert first.endswith(" ...")
    row = smoothed_probs(names.all, 0.0)[0]
    largest = shares_frame(names.vocab.itos, row, METHODS["one by one"](row, "mkl", 2147483647, 1000))[
        "difference"
    ].max()
    assert last == f"largest difference between a share and its p: {largest:.6f} (typical: 0.010896)"
    assert "1,000 draws" in out


def test_without_replacement_nothing_is_said_of_the_difference_of_shares(run):
    out = run("draws", "--without-replacement", "--stream", "cpu", "--draws", 20)[1]
    assert "largest difference" not in out
    assert out.splitlines()[-1] == "each letter is drawn at most once, so a share says nothing about its p"


def test_without_replacement_the_defaults_are_those_that_can_be(run_json, tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("ab\nb\nc\n", encoding="utf-8")
    assert sorted(run_json("draws", "--without-replacement", "--words", path)["letters"]) == ["a", "b", "c"]
    assert run_json("draws", "--without-replacement") == run_json(
        "draws", "--without-replacement", "--stream", "cpu", "--draws", 20
    )
    assert run_json("draws") == run_json("draws", "--stream", "lecture", "--draws", 100)


BAD = {
    "steps of own rows": (["sample", "--steps", "--own-rows"], "--steps shows the draws of one running stream"),
    "unknown row": (["draws", "--row", "ß"], "row must be one of . a b"),
    "both ways": (["draws", "--at-once", "--without-replacement"], "not both"),
    "at once on a GPU": (["draws", "--at-once", "--stream", "cuda"], "got cuda"),
    "no race": (["draws", "--without-replacement", "--stream", "lecture"], "got lecture"),
    "too many different": (
        ["draws", "--without-replacement", "--stream", "cpu", "--draws", "27"],
        "without replacement, draws must be from 1 to 26 (letters with p > 0), got 27",
    ),
}


@pytest.mark.parametrize(("arguments", "message"), BAD.values(), ids=BAD)
def test_bad_input_is_one_line_and_exit_2(arguments, message, run):
    assert_one_line(run(*arguments), message)
