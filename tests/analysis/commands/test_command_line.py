"""`python -m analysis`: figures in --json, tables for people, and one clear line for bad input."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.counts.tables import DATA
from analysis.settings import SETTINGS
from tests.analysis.conftest import assert_one_line


def test_no_command_at_all_prints_the_help(run):
    status, out, _ = run()
    assert status == 0
    assert "benchmark" in out


WORD_FILES = {
    "not UTF-8": (b"emma\n\xff\xfe", "expected UTF-8"),
    "empty": (b"", "got no word"),
    "only spaces": (b" \n \n", "got no word"),
    "the boundary inside a word": (b"emma\nan.na\n", "line 2: a word cannot hold '.'"),
}


@pytest.mark.parametrize(("data", "message"), WORD_FILES.values(), ids=WORD_FILES)
@pytest.mark.parametrize("command", ["corpus", "bigrams", "smooth", "sample", "benchmark"])
def test_a_bad_word_file_is_one_line_and_exit_2(command, data, message, tmp_path, run):
    path = tmp_path / "words.txt"
    path.write_bytes(data)
    assert_one_line(run(command, "--words", path), message)


BAD = {
    "negative smoothing": (["smooth", "--smoothing", "-1"], "smoothing must be a number from 0 to 1,000,000, got -1"),
    "nan smoothing": (["smooth", "--smoothing", "nan"], "smoothing must be a number from 0 to 1,000,000, got nan"),
    "infinite smoothing": (["score", "emma", "--smoothing", "inf"], "got inf"),
    "a later smoothing": (["smooth", "--smoothing", "1", "banana"], "got banana"),
    "unknown corpus": (["corpus", "--corpus", "klingon"], "corpus must be one of names, got klingon"),
    "unknown stream": (["sample", "--stream", "tea"], "stream must be one of lecture, mkl, cpu, cuda, torch, got tea"),
    "unknown letter": (["score", "ß"], "letter 'ß' is not in the vocabulary"),
    "a boundary in a word": (["score", "em.ma"], "a word cannot hold the boundary '.'"),
    "an empty word": (["score", ""], "at least one letter"),
    "n of 0": (["sample", "--n", "0"], "n must be a whole number from 1 to 10,000,000, got 0"),
    "n of a billion": (["sample", "--n", "1000000000"], "got 1000000000"),
    "seed that is no number": (["sample", "--seed", "lecture"], "seed must be a whole number"),
    "negative seed": (["sample", "--seed", "-1"], "got -1"),
    "seed beyond 64 bits": (["sample", "--seed", str(2**64)], f"got {2**64}"),
    "half a seed": (["sample", "--seed", "1.5"], "got 1.5"),
    "no such file": (["corpus", "--words", "no-such-file.txt"], "no-such-file.txt: cannot be read"),
    "a folder for a file": (["corpus", "--words", "."], "cannot be read"),
    "both lists": (["corpus", "--words", "x", "--corpus", "names"], "not both"),
    "unknown row": (["bigrams", "--row", "ß"], "row must be one of"),
    "two marks in a file": (["bigrams", "--two-marks", "--csv", "x.csv"], "got --two-marks"),
    "own rows of another stream": (["sample", "--own-rows", "--stream", "cpu"], "got --stream cpu"),
    "an empty corpus name": (["corpus", "--corpus", ""], "corpus must be one of"),
    "digits with a line": (["smooth", "--smoothing", "1_0"], "got 1_0"),
    "digits of another script": (["smooth", "--smoothing", "١"], "got ١"),
    "a file name of two lines": (["corpus", "--words", "a\nb"], "a b: cannot be read"),
    "a very long seed": (["sample", "--seed", "9" * 5000], "seed must be"),
    "unknown part": (["bigrams", "--part", "half"], "part must be one of all, train, dev, test, got half"),
    "unknown command": (["banana"], "banana"),
    "unknown option": (["corpus", "--banana"], "--banana"),
    "no word": (["score"], "WORD"),
}


@pytest.mark.parametrize(("arguments", "message"), BAD.values(), ids=BAD)
def test_bad_input_is_one_line_and_exit_2(arguments, message, run):
    assert_one_line(run(*arguments), message)


def command(*arguments, **options):
    line = [sys.executable, "-m", "analysis", *arguments]
    return subprocess.run(line, cwd=DATA.parent, capture_output=True, check=False, **options)


def test_a_reader_that_goes_away_ends_the_command_quietly():
    line = f"{sys.executable} -m analysis bigrams --json | head -c 1"
    done = subprocess.run(line, shell=True, cwd=DATA.parent, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_what_is_printed_is_utf_8_whatever_the_terminal_says():
    done = command("score", "emma", env=os.environ | {"PYTHONIOENCODING": "cp1252"})
    assert "┃ bigram ┃".encode() in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_one_line():
    with open("/dev/full", "w") as full:
        line = [sys.executable, "-m", "analysis", "corpus", "--json"]
        done = subprocess.run(line, cwd=DATA.parent, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "No space left" in done.stderr


@pytest.mark.parametrize("name", ["smoothing", "seed", "n"])
def test_the_limits_of_a_setting_are_accepted(name, run):
    setting = SETTINGS[name]
    for value in (setting.low, setting.default):
        assert run("sample", f"--{name}", value)[0] == 0
