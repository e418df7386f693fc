"""`python -m analysis`: figures in --json, tables for people, and one clear line for bad input."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.commands.app import COMMANDS
from analysis.commands.options import options_of
from analysis.words.shipped import DATA
from tests.analysis.conftest import assert_one_line


def test_no_command_at_all_prints_the_help(run):
    status, out, _ = run()
    assert status == 0
    assert "benchmark" in out


BAD = {
    "a later smoothing": (["smooth", "--smoothing", "1", "banana"], "got banana"),
    "no such file": (["corpus", "--words", "no-such-file.txt"], "no-such-file.txt: cannot be read"),
    "a folder for a file": (["corpus", "--words", "."], "cannot be read"),
    "a file without a name": (["corpus", "--words", ""], "--words must be the name of a file, or - for"),
    "a row to smooth without a lambda": (["smooth", "--smoothing", "1", "--row", "q"], "--row is for --lam"),
    "smoothing without a row": (["bigrams", "--smoothing", "1"], "got no --row"),
    "smoothing of two marks": (["bigrams", "--row", "e", "--smoothing", "1", "--two-marks"], "got --two-marks"),
    "both lists": (["corpus", "--words", "x", "--corpus", "names"], "not both"),
    "unknown row": (["bigrams", "--row", "ß"], "row must be one of"),
    "two marks in a file": (["bigrams", "--two-marks", "--csv", "x.csv"], "got --two-marks"),
    "own rows of another stream": (["sample", "--own-rows", "--stream", "cpu"], "got --stream cpu"),
    "a file name of two lines": (["corpus", "--words", "a\nb"], "a b: cannot be read"),
    "unknown command": (["banana"], "banana"),
    "unknown option": (["corpus", "--banana"], "--banana"),
    "no word": (["score"], "WORD"),
}


CHECKED = [
    (name, option.called(parameter))
    for name, command in COMMANDS.items()
    for parameter, option in options_of(command).items()
    if option.setting is not None
]
NEEDED = {"nudge": ["--row", "a", "--next", "b"]}


@pytest.mark.parametrize(("command", "option"), CHECKED)
def test_what_a_setting_refuses_is_refused_by_the_name_of_the_option(command, option, run):
    for bad in ("tea", "-1", "", "1_0", "١"):  # test_settings has what else is refused
        assert_one_line(run(command, *NEEDED.get(command, ()), option, bad), f"error: {option} must be ")


def test_the_settings_are_those_of_many_options():
    assert len(CHECKED) > 50
    assert {"--smoothing", "--seed", "--init-seed", "--learning-rate", "--corpus", "--nudge"} <= {x for _, x in CHECKED}


@pytest.mark.parametrize(("arguments", "message"), BAD.values(), ids=BAD)
def test_bad_input_is_one_line_and_exit_2(arguments, message, run):
    assert_one_line(run(*arguments), message)


LONG = {
    "a file name": (["corpus", "--words", "a" * 5000], "aaa: cannot be read (File name too long)"),
    "a stream": (["sample", "--stream", "a" * 5000], "--stream must be one of lecture, mkl, cpu, cuda, torch, got aaa"),
    "a word": (["score", "e" * 4999 + "."], "a word cannot contain the boundary '.', got 'eee"),
    "an init": (["train", "--init", "a" * 5000], "--init must be randn, rand, cuda, zeros or a file of train --json"),
    "an option": (["train", "--" + "a" * 5000], "No such option: --aaa"),
    "a file to write": (["bigrams", "--csv", "a" * 5000], "aaa: cannot be written (File name too long)"),
}


@pytest.mark.parametrize(("arguments", "message"), LONG.values(), ids=LONG)
def test_five_thousand_letters_are_shortened_and_what_was_wrong_is_said(arguments, message, run):
    result = run(*arguments)
    assert_one_line(result, message)
    assert len(result[2]) < 520


def test_a_reader_that_goes_away_ends_the_command_quietly(monkeypatch, capsys):
    there, here = os.pipe()
    os.close(there)
    with os.fdopen(here, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert main(["corpus", "--json"]) == 0
    assert capsys.readouterr().err == ""


def test_what_is_printed_is_utf_8_whatever_the_terminal_says(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="cp1252"))
    assert main(["score", "emma"]) == 0
    assert "┃ bigram ┃".encode() in sys.stdout.buffer.getvalue()


def test_a_closed_standard_output_is_one_line(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["corpus"]) == 2
    assert capsys.readouterr().err == "error: cannot print: standard output is closed\n"


def test_a_closed_standard_error_changes_no_exit_status(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["corpus", "--foo"]) == 2
    assert main(["train", "--epochs", "101"]) == 0


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")


def whole_process(*arguments, **options):
    """The command in a process of its own: how it ends is told when Python itself ends."""
    return subprocess.run([sys.executable, *arguments], cwd=DATA.parent, check=False, text=True, **options)


@FULL
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_full_disk_is_one_line_and_exit_2(stream):
    arguments = ["--help"] if stream == "stdout" else ["corpus", "--foo"]
    with open("/dev/full", "w") as full:
        files = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | {stream: full}
        done = whole_process("-m", "analysis", *arguments, **files)
    assert done.returncode == 2
    if stream == "stdout":
        assert done.stderr == "error: cannot write what was printed (No space left on device)\n"


INTERRUPTED = """
import os, runpy, signal, sys
module, *arguments = sys.argv[1:]
class CtrlC:
    def find_spec(self, name, path, target=None):
        if name == module:
            try:
                os.kill(os.getpid(), signal.SIGINT)
            except KeyboardInterrupt:
                pass  # as torch does
sys.meta_path.insert(0, CtrlC())
sys.argv = ["analysis", *arguments]
runpy.run_module("analysis", run_name="__main__")
"""


@pytest.mark.parametrize("module", ["typer", "torch"])
def test_ctrl_c_while_something_is_imported_is_quiet_and_not_swallowed(module):
    done = whole_process("-c", INTERRUPTED, module, "bigrams", capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_ctrl_c_while_a_command_works_is_quiet(monkeypatch, run):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("analysis.counts.word_list.load_tables", stop)
    assert run("train") == (130, "", "")
