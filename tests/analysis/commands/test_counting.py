"""bigrams: what it prints and writes."""

import os
from pathlib import Path

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.settings import PART
from analysis.words.shipped import DATA
from tests.analysis.conftest import assert_one_line


def test_bigrams_prints_the_table_and_its_most_frequent_pairs(run_json):
    table = run_json("bigrams")
    assert list(table) == ["vocab", "counts", "top"]
    assert sum(map(sum, table["counts"])) == 228146
    assert table["top"][0] == {"bigram": "n.", "count": 6763}
    assert len(table["top"]) == 25


@pytest.mark.parametrize("part", PART.options)
def test_the_shipped_tables_are_what_the_command_writes_from_the_words(part, words, tmp_path, run):
    source, written = tmp_path / "names.txt", tmp_path / "table.csv"
    source.write_text("\n".join(words), encoding="utf-8")
    assert run("bigrams", "--words", source, "--part", part, "--csv", written)[0] == 0
    assert written.read_bytes() == (DATA / f"names-{part}.csv").read_bytes()


def test_a_table_that_cannot_be_written_leaves_nothing_behind(tmp_path, run):
    assert_one_line(run("bigrams", "--csv", tmp_path / "missing" / "t.csv"), "cannot be written")
    assert list(tmp_path.iterdir()) == []


def test_a_table_below_a_file_is_refused_by_its_name(tmp_path, run):
    (tmp_path / "one.txt").write_text("ava")
    path = tmp_path / "one.txt" / "x.csv"
    assert_one_line(run("bigrams", "--csv", path), f"{path}: cannot be written (Not a directory)")


@pytest.mark.parametrize("where", ["write_bytes", "unlink"])
def test_a_table_on_a_read_only_disk_is_refused_by_its_name(where, tmp_path, run, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    monkeypatch.setattr(Path, where, refuse)
    path = tmp_path / "x.csv"
    assert_one_line(run("bigrams", "--csv", path), f"{path}: cannot be written (Read-only file system)")


@pytest.mark.parametrize("name", ["", ".", "folder"])
def test_a_table_is_not_written_over_a_folder(name, tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert_one_line(run("bigrams", "--csv", name), "expected the name of a file")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_table_is_not_written_over_a_device(tmp_path, run):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert_one_line(run("bigrams", "--csv", pipe), "expected the name of a file")
    assert pipe.is_fifo()


def test_a_table_is_written_through_a_link_and_keeps_the_mode(tmp_path, run):
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    real.chmod(0o600)
    link.symlink_to(real)
    assert run("bigrams", "--csv", link)[0] == 0
    assert link.is_symlink()
    assert real.read_text().startswith("previous")
    assert real.stat().st_mode & 0o777 == 0o600


def test_a_row_of_two_marks_is_the_first_letters(run_json):
    row = run_json("bigrams", "--two-marks", "--row", ".")["row"]
    assert row[0] == {"bigram": "<S>a", "count": 4410, "prob": 4410 / 32033}


@pytest.mark.parametrize(("part", "smoothing"), [("all", 0), ("all", 2.5), ("dev", 1)])
def test_a_row_is_that_of_the_smoothed_model(part, smoothing, names, run_json):
    row = run_json("bigrams", "--part", part, "--row", "q", "--smoothing", smoothing)["row"]
    q = names.vocab.stoi["q"]
    assert [cell["prob"] for cell in row] == smoothed_probs(names.part(part), smoothing)[q].tolist()
    assert [cell["count"] for cell in row] == names.part(part)[q].tolist()
    assert [cell["bigram"] for cell in row] == ["q" + letter for letter in names.vocab.itos]


def test_a_row_without_counts_has_no_probabilities(run, run_json):
    assert {cell["prob"] for cell in run_json("bigrams", "--two-marks", "--row", "<E>")["row"]} == {None}
    assert run("bigrams", "--two-marks", "--row", "<E>")[0] == 0


def test_people_are_told_how_many_pairs_are_as_rare_as_the_last_one_shown(names, run):
    once = int((names.all == 1).sum())
    told = f"{once} pairs are as frequent as the last one shown"
    assert run("bigrams")[1].splitlines().count(told) == 1
    assert run("bigrams")[1].splitlines()[-1] == told
    assert once > 25


def test_bigrams_first_counts_the_first_words_over_the_whole_alphabet(tmp_path, run_json):
    path = tmp_path / "words.txt"
    path.write_text("ab\nb\nc\n", encoding="utf-8")
    table = run_json("bigrams", "--words", path, "--first", 2)
    assert (table["vocab"], table["counts"]) == (
        [".", "a", "b", "c"],
        [[0, 1, 1, 0], [0, 0, 1, 0], [2, 0, 0, 0], [0] * 4],
    )


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--first", "2"], "--first must be at most 1, as many words as there are, got 2"),
        (["--first", "1", "--part", "dev"], "--first counts from the start of the whole list, got --part dev"),
    ],
)
def test_bigrams_first_that_cannot_be_is_one_line(options, line, tmp_path, run):
    path = tmp_path / "words.txt"
    path.write_text("ab", encoding="utf-8")
    assert_one_line(run("bigrams", "--words", path, *options), line)
