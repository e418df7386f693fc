"""bigrams --words FILES, and the commands that take its table with --counts."""

import gzip
import json
import lzma
import os
import threading
from pathlib import Path

import pytest

from tests.analysis.conftest import assert_one_line


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two lists in a folder where the command stands, and a broken one."""
    (tmp_path / "a.txt").write_text("emma\nava\n")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"mia\n"))
    (tmp_path / "bad.txt").write_text("emma\na.b\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def counts_of(table, pair):
    """One count of a table as bigrams --json prints it."""
    return table["counts"][table["vocab"].index(pair[0])][table["vocab"].index(pair[1])]


@pytest.mark.parametrize("files", [["a.txt", "b.txt.gz"], ["a.txt", "--words", "b.txt.gz"], ["[ab].txt*"]])
def test_several_files_are_one_table(files, folder, run_json):
    table = run_json("bigrams", "--words", *files)
    assert list(table) == ["vocab", "counts", "top"]
    assert table["vocab"] == [".", "a", "e", "i", "m", "v"]
    assert (counts_of(table, "a."), counts_of(table, ".m")) == (3, 1)


@pytest.mark.parametrize("options", [["--first", 1], ["--part", "dev"]])
@pytest.mark.parametrize(("name", "column"), [("a.txt", []), ("c.txt.xz", []), ("t.csv", ["--column", "name"])])
def test_one_list_has_its_first_words_and_its_parts_however_it_is_packed(name, column, options, folder, run_json):
    words = ["emma", "ava"] * 5
    (folder / "plain.txt").write_text("\n".join(words))
    (folder / "a.txt").write_text("\n".join(words))
    (folder / "c.txt.xz").write_bytes(lzma.compress("\n".join(words).encode()))
    (folder / "t.csv").write_text("\n".join(["name", *words]))
    table = run_json("bigrams", "--words", name, *column, *options)
    assert table == run_json("bigrams", "--words", "plain.txt", *options)
    assert sum(map(sum, table["counts"])) in (4, 5)


def test_words_come_through_a_pipe(folder, run_json):
    os.mkfifo(folder / "pipe")
    threading.Thread(target=lambda: (folder / "pipe").write_text("emma\nava\n"), daemon=True).start()
    assert run_json("bigrams", "--words", "pipe") == run_json("bigrams", "--words", "a.txt")


@pytest.mark.parametrize(
    "options",
    [
        ["--fold", "--skip-bad-words"],
        ["--boundary", "|", "--alphabet", "xyz"],
        ["--column", "1", "--weights", "2", "--skip-bad-words", "--alphabet", "z"],
    ],
)
def test_many_files_take_the_options_of_one_list(options, folder, run_json):
    lines = [["Emma,3", "a.b,2"], ["ava,x", "Emma,1"]] if "--column" in options else [["Emma", "a.b"], ["ava", "St. I"]]
    for name, some in zip(("one.csv", "two.csv"), lines, strict=True):
        (folder / name).write_text("\n".join(some))
    (folder / "whole.csv").write_text("\n".join(lines[0] + lines[1]))
    many = run_json("bigrams", "--words", "one.csv", "two.csv", *options)
    assert many == run_json("bigrams", "--words", "whole.csv", *options)


def test_bad_files_are_skipped_and_named_with_exit_1(folder, run):
    status, out, err = run("bigrams", "--words", "*.txt", "missing.txt", "--skip-bad-files", "--json")
    assert status == 1
    assert json.loads(out)["skipped"] == [
        "missing.txt: cannot be read (No such file or directory)",
        "bad.txt, line 2: a word cannot contain '.', which marks its start and end, got 'a.b'; "
        "--boundary '|' changes the mark, --skip-bad-words leaves such lines out",
    ]
    assert err.splitlines() == [f"skipped: {line}" for line in json.loads(out)["skipped"]]


def test_with_no_bad_file_nothing_is_skipped_and_the_status_is_0(folder, run_json):
    assert run_json("bigrams", "--words", "a.txt", "--skip-bad-files")["skipped"] == []


BAD = {
    "a bad line": (["a.txt", "bad.txt"], "bad.txt, line 2: a word cannot contain '.'"),
    "no match": (["*.json"], "*.json: expected files, got a pattern that no file matches"),
    "a folder": (["a.txt", "."], ".: cannot be read (it is a folder; './*' are its files)"),
    "nothing but bad files": (["bad.txt", "--skip-bad-files"], "bad.txt, line 2"),
    "nothing but missing files": (["z.txt", "--skip-bad-files"], "z.txt: cannot be read"),
    "a part of many": (["a.txt", "b.txt.gz", "--part", "dev"], "--part needs the whole list in memory"),
    "the first of many": (["a.txt", "b.txt.gz", "--first", "2"], "--first needs the whole list in memory"),
    "the first on a cluster": (
        ["a.txt", "--first", "1", "--cluster", "tcp://x:1"],
        "--first needs the whole list in mem",
    ),
    "a corpus too": (["a.txt", "--corpus", "names"], "give --corpus or --words, not both"),
    "standard input and more": (["-", "a.txt"], "--words -: standard input is read alone"),
    "a cluster that is none": (["a.txt", "--cluster", "banana"], "--cluster banana: expected a running Dask scheduler"),
    "a column of a list": (["a.txt", "--column", "name"], "a.txt: expected a column 'name', got only the columns emma"),
    "weights that are none": (
        ["a.txt", "--weights"],
        "a.txt, 2 lines are refused: expected a word and how often",
    ),
}


@pytest.mark.parametrize(("arguments", "message"), BAD.values(), ids=BAD)
def test_what_cannot_be_counted_is_one_line(arguments, message, folder, run):
    assert_one_line(run("bigrams", "--words", *arguments, "--csv", "table.csv"), message)
    assert not (folder / "table.csv").exists()


@pytest.mark.parametrize("options", [["--weights"], ["--cluster", "tcp://127.0.0.1:1"], ["--skip-bad-files"]])
def test_options_of_files_need_files(options, run):
    assert_one_line(run("bigrams", *options), f"{options[0]}: only for the files of --words, got none")


def test_files_need_the_option_words(folder, run):
    assert_one_line(run("bigrams", "a.txt"), "expected the files after --words, got a.txt without it")


def test_a_disk_that_fills_up_leaves_no_half_table(folder, run, monkeypatch):
    write = Path.write_bytes

    def fill_up(path, content):
        write(path, content[:9])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    result = run("bigrams", "--words", "a.txt", "b.txt.gz", "--csv", "table.csv")
    assert_one_line(result, "table.csv: cannot be written (No space left on device)")
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt.gz", "bad.txt"]


TAKERS = {
    "bigrams": ["bigrams", "--link"],
    "score": ["score", "emma"],
    "smooth": ["smooth", "--smoothing", "1"],
    "sample": ["sample", "--n", "3"],
    "draws": ["draws", "--draws", "5"],
    "train": ["train", "--epochs", "3"],
    "nudge": ["nudge", "--row", "e", "--next", "m", "--nudge", "2"],
    "normalize": ["normalize", "--divisor", "rows"],
}


@pytest.mark.parametrize("arguments", TAKERS.values(), ids=TAKERS)
def test_a_command_takes_the_table_of_bigrams(arguments, folder, run, run_json):
    assert run("bigrams", "--words", "a.txt", "--csv", "table.csv")[0] == 0
    assert run_json(*arguments, "--counts", "table.csv") == run_json(*arguments, "--words", "a.txt")


def test_compare_takes_a_table_and_knows_no_names_and_no_held_out_words(folder, run, run_json):
    (folder / "table.json").write_text(run("bigrams", "--words", "a.txt", "--json")[1])
    options = ["--epochs", 3, "--n", 2]
    ours = run_json("compare", *options, "--counts", "table.json")
    listed = run_json("compare", *options, "--words", "a.txt")
    assert ours["figures_counts"]["real"] is None
    assert {key for key in ours if ours[key] != listed[key]} <= {"figures_counts", "figures_neural"} | {
        key for key in ours if "dev" in key or "train" in key
    }


BAD_TABLES = {
    "not there": (["smooth", "--counts", "z.csv"], "--counts must be a file that bigrams --csv or --json wrote, got z"),
    "a list": (["train", "--counts", "a.txt"], "a.txt: expected a square count table"),
    "and words": (
        ["smooth", "--counts", "a.txt", "--words", "a.txt"],
        "give only one of --counts, --table, --words and --corpus",
    ),
    "a part": (["bigrams", "--counts", "t.csv", "--part", "dev"], "--counts has no words, so no --part and no --first"),
    "and files": (["bigrams", "--counts", "t.csv", "--words", "a.txt"], "give only one of --counts, --table, --words"),
    "on a cluster": (["bigrams", "--counts", "t.csv", "--cluster", "tcp://x:1"], "--cluster: only for the files of"),
    "held-out words": (["smooth", "--dev", "--counts", "t.csv"], "--dev needs words to hold out, and a table has none"),
}


@pytest.mark.parametrize(("arguments", "message"), BAD_TABLES.values(), ids=BAD_TABLES)
def test_a_table_that_cannot_serve_is_one_line(arguments, message, folder, run):
    (folder / "t.csv").write_text("x,.,e\n.,0,1\ne,1,0\n")
    assert_one_line(run(*arguments), message)
