"""`python -m analysis`: figures in --json, tables for people, and one clear line for bad input."""

import math
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import DATA
from analysis.samples.names import OWN_ROW, sample_many
from analysis.settings import PART, SETTINGS
from analysis.streams.numbers import uniform_rows
from tests.analysis.conftest import assert_one_line


def test_corpus_has_the_keys_of_the_design(run_json):
    summary = run_json("corpus")
    assert list(summary) == ["words", "distinct", "shortest", "longest", "vocab", "first", "bigrams"]
    assert [summary[key] for key in ("words", "distinct", "shortest", "longest", "bigrams")] == [
        32033,
        29494,
        2,
        15,
        228146,
    ]


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


def test_the_shipped_summary_is_what_the_command_prints_from_the_words(words, tmp_path, run):
    source = tmp_path / "names.txt"
    source.write_text("\n".join(words), encoding="utf-8")
    assert run("corpus", "--words", source, "--json")[1] == (DATA / "names.json").read_text(encoding="utf-8")


def test_score_prints_inf_for_andrejq_and_names_the_pair_to_blame(run):
    status, out, _ = run("score", "emma", "andrejq", "--smoothing", 0)
    assert status == 0
    assert "mean nll 2.5138 nats per character" in out
    assert "mean nll inf" in out
    assert "impossible because of jq" in out


def test_score_with_smoothing_1_prints_3_4834(run):
    assert "mean nll 3.4834" in run("score", "andrejq", "--smoothing", 1)[1]


def test_score_json_writes_infinity_as_text(run_json):
    (score,) = run_json("score", "andrejq")
    assert list(score) == ["word", "nll", "log_likelihood", "letters"]
    assert (score["nll"], score["log_likelihood"]) == ("inf", "-inf")
    assert score["letters"][6] == {"bigram": "jq", "prob": 0.0, "logprob": "-inf"}


def test_smooth_takes_several_smoothings_after_one_option_or_one_each(run_json):
    assert run_json("smooth", "--smoothing", 0, 1, 10) == run_json(
        "smooth", "--smoothing", 0, "--smoothing", 1, "--smoothing", 10
    )


def test_smooth_json_is_exact(run_json):
    (result,) = run_json("smooth", "--smoothing", 1, "--dev")
    assert list(result) == ["smoothing", "nll", "perplexity", "entropy", "train_nll", "dev_nll"]
    assert result["nll"] == pytest.approx(2.454576820115704, abs=1e-12)
    assert result["perplexity"] == pytest.approx(math.exp(result["nll"]), rel=1e-15)
    assert len(result["entropy"]) == 27
    assert (round(result["train_nll"], 7), round(result["dev_nll"], 7)) == (2.4548369, 2.4532639)


def test_smooth_dev_at_0_is_infinite(run_json):
    assert run_json("smooth", "--smoothing", 0, "--dev")[0]["dev_nll"] == "inf"


def test_sample_gives_the_names_of_the_video(run_json):
    names = run_json("sample", "--n", 5, "--smoothing", 1)
    assert names == {"words": ["mor", "axx", "minaymoryles", "kondlaisah", "anchshizarie"]}


def test_sample_prints_one_word_a_line(run):
    assert run("sample", "--n", 2)[1] == "mor\naxx\n"


def test_benchmark_prints_ratios(words, run_json):
    timings = run_json("benchmark", "--quick")
    assert len(timings) == 5
    assert all(t["ratio"] == pytest.approx(t["lecture_ms"] / t["ours_ms"]) for t in timings)


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
    "negative smoothing": (["smooth", "--smoothing", "-1"], "smoothing must be a number from 0 to 1000000, got -1"),
    "nan smoothing": (["smooth", "--smoothing", "nan"], "smoothing must be a number from 0 to 1000000, got nan"),
    "infinite smoothing": (["score", "emma", "--smoothing", "inf"], "got inf"),
    "a later smoothing": (["smooth", "--smoothing", "1", "banana"], "got banana"),
    "unknown corpus": (["corpus", "--corpus", "klingon"], "corpus must be one of names, got klingon"),
    "unknown stream": (["sample", "--stream", "tea"], "stream must be one of lecture, mkl, cpu, cuda, torch, got tea"),
    "unknown letter": (["score", "ß"], "letter 'ß' is not in the vocabulary"),
    "a boundary in a word": (["score", "em.ma"], "a word cannot hold the boundary '.'"),
    "an empty word": (["score", ""], "at least one letter"),
    "n of 0": (["sample", "--n", "0"], "n must be a whole number from 1 to 10000, got 0"),
    "n of a million": (["sample", "--n", "1000000"], "got 1000000"),
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


def test_a_table_that_cannot_be_written_leaves_nothing_behind(tmp_path, run):
    assert_one_line(run("bigrams", "--csv", tmp_path / "missing" / "t.csv"), "cannot be written")
    assert list(tmp_path.iterdir()) == []


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


def test_score_takes_an_accent_however_it_is_typed(tmp_path, run):
    path = tmp_path / "words.txt"
    path.write_text("caf\u00e9", encoding="utf-8")
    assert run("score", "cafe\u0301", "--words", path)[0] == 0


def test_own_rows_give_the_words_of_sample_many(names, run_json):
    drawn = run_json("sample", "--n", 8, "--smoothing", 20, "--own-rows")["words"]
    assert drawn == sample_many(smoothed_probs(names.all, 20.0), names.vocab, uniform_rows(2147483647, 8, OWN_ROW))


def test_a_row_of_two_marks_is_the_first_letters(run_json):
    row = run_json("bigrams", "--two-marks", "--row", ".")["row"]
    assert row[0] == {"bigram": "<S>a", "count": 4410, "prob": 4410 / 32033}


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


def test_dev_of_a_list_too_short_to_hold_words_out_says_so(tmp_path, run):
    path = tmp_path / "one.txt"
    path.write_text("ava", encoding="utf-8")
    assert_one_line(run("smooth", "--dev", "--words", path), "--dev needs words to hold out")


@pytest.mark.parametrize("name", ["smoothing", "seed", "n"])
def test_the_limits_of_a_setting_are_accepted(name, run):
    setting = SETTINGS[name]
    for value in (setting.low, setting.default):
        assert run("sample", f"--{name}", value)[0] == 0
