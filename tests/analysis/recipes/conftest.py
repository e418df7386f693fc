"""Lines of torch and commands, run beside a names.txt of 500 words; one test takes the real one."""

import json
import shlex

import pytest

from analysis.__main__ import main
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import count_tables
from analysis.counts.word_list import load_list
from analysis.samples.names import sample_words
from analysis.streams import open_stream

LECTURE = load_list("names")


@pytest.fixture(scope="session")
def few(names):
    """500 words that the model of names.txt invents: every recipe shows on them what it shows on all names."""
    return sample_words(smoothed_probs(names.all, 0), names.vocab, 500, open_stream("lecture", 1))


@pytest.fixture(scope="session")
def tables(few):
    """Their count tables."""
    return count_tables(few)


@pytest.fixture
def beside(few, tmp_path, monkeypatch):
    """A folder with names.txt in it, where we are."""
    (tmp_path / "names.txt").write_text("\n".join(few) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "names.txt"


@pytest.fixture
def run_lines(beside, capsys):
    """Run a recipe's lines: what they print, by the word each line starts with."""

    def run_lines(recipe):
        exec(recipe.code, {})
        printed = {}
        for line in capsys.readouterr().out.splitlines():
            key, value = line.split(" ", 1)
            printed.setdefault(key, []).append(value)
        return printed

    return run_lines


@pytest.fixture
def run_commands(beside, capsys):
    """Run a recipe's commands on the words beside us, with --json: what each prints, parsed."""

    def run_commands(recipe):
        printed = []
        for command in recipe.commands:
            name, *options = shlex.split(command.removeprefix("python -m analysis "))
            words = ["--words", "names.txt"] if recipe.source.kind == "names" else []
            if "--table" in options:  # what bigrams reads is the list that the table is of
                words = ["--words", "own.txt"] if name == "bigrams" else ["--counts", "own.csv"]
                options = options[: options.index("--table")]  # it is the last one
            assert main([name, *words, "--json", *options]) == 0
            printed.append(json.loads(capsys.readouterr().out))
        return printed

    return run_commands
